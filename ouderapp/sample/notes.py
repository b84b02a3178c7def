"""Invented notes as a worker writes them: short, facts first, in Dutch."""

from random import Random

OPENINGS = (
    "Moeder belde zelf.", "Samen de brief van school gelezen.", "Vader was thuis, tolk erbij.",
    "Kort aan de schoolpoort.", "Na de les even gesproken.", "Rustig gesprek aan tafel.",
    "Zoon deed open en vertelde eerst over het voetbal.", "Dochter vertaalde voor haar moeder.",
    "Op weg naar het oudercontact.", "Koffie, en dan de papieren.", "Bericht via Smartschool.",
    "Ouders kwamen samen.", "Oma paste op, we hadden tijd.",
)  # fmt: skip
FACTS = (
    "De schoolrekening is hoog, ze wil in schijven betalen.",
    "Aanmelden op Smartschool lukt nog niet.",
    "De schooltoeslag is nog niet gekomen.",
    "Ze zoeken een rustige plek voor het huiswerk.",
    "Wiskunde gaat moeilijk, Nederlands gaat beter.",
    "Hij wil graag naar de voetbal.",
    "Ze twijfelt tussen twee richtingen.",
    "De laptop van school is stuk.",
    "Er is een attest nodig van de mutualiteit.",
    "Het oudercontact is op donderdag.",
    "Ze heeft een vriendin meegebracht naar de huiswerkklas.",
    "De fietssleutel is weg, hij kwam te voet.",
    "Ze lezen elke avond samen een bladzijde.",
    "De klas gaat op uitstap, de prijs is een vraag.",
    "Ze willen zelf met de leerlingbegeleiding praten.",
)  # fmt: skip
ENDINGS = (
    "Ik kijk het na.", "Volgende week bel ik terug.", "Ze doet het zelf en laat iets weten.",
    "Samen ingevuld.", "We zien elkaar maandag.", "Afspraak gemaakt.", "Goed gegaan.",
    "Ze was opgelucht.", "Nog geen antwoord.", "",
)  # fmt: skip
PROMISES = (
    "attest opvragen bij de mutualiteit", "school bellen over de rekening", "fiets regelen",
    "uitleg over Smartschool meebrengen", "folder van het Huis van het Kind bezorgen",
    "rapport samen bekijken", "uur van het oudercontact doorgeven",
)  # fmt: skip
REQUESTS = (
    "Wie helpt bij het huiswerk?", "Hoe betalen we de schoolrekening?",
    "Welke richting past na het eerste jaar?", "Hoe werkt Smartschool voor ouders?",
    "Waar kan mijn dochter sporten?", "Hebben we recht op een schooltoeslag?",
    "Hoe spreken we met de leerkracht?", "Wat betekent dit attest?",
)  # fmt: skip


def note(random: Random) -> str:
    """One note of two or three sentences."""
    facts = random.sample(FACTS, random.choice((1, 1, 2)))
    return " ".join(
        part for part in (random.choice(OPENINGS), *facts, random.choice(ENDINGS)) if part
    )
