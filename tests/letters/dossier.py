"""A small invented dossier with a referral, for tests of letters."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.letters.kinds import KINDS, Template
from ouderapp.letters.records import LetterDraft
from ouderapp.profile.commands import save_profile
from ouderapp.profile.records import Profile
from ouderapp.store import tables
from tests.work_builders import a_consent, a_family, a_person

DAY = date(2025, 3, 25)
WORKER = Profile(
    name="Sofie Verbeke",
    function="onderwijsopbouwwerker",
    organisation="vzw Voorbeeldwerking",
    street="Stationsstraat",
    number="12",
    postcode="9450",
    municipality="Denderdorp",
    phone="0470 00 00 00",
    email="sofie@voorbeeld.example",
)


class Dossier:
    """The family Haddad: mother Rania, father Karim, daughter Noor of twelve."""

    def __init__(self, session: Session) -> None:
        self.session = session
        save_profile(session, WORKER)
        self.family = a_family(session, "gezin Haddad", contact_language="ar")
        self.mother = a_person(
            session, self.family, "Rania", family_name="Haddad", phone="0470 00 00 21"
        )
        self.father = a_person(
            session,
            self.family,
            "Karim",
            role="vader",
            family_name="Haddad",
            phone="0470 00 00 22",
            email="karim@voorbeeld.example",
        )
        self.child = a_person(
            session,
            self.family,
            "Noor",
            role="dochter",
            family_name="Haddad",
            born_on=date(2012, 8, 30),
        )

    def consent(self, template: str = Template.CLB, **more: Any) -> Id:
        """A consent in writing of the mother for the partner of this letter."""
        facts = {
            "purpose": sorted(KINDS[template].purposes)[0],
            "given_by": (self.mother,),
            "person": self.child if template in (Template.CLB, Template.LEISURE) else None,
            "has_assent": True,
        }
        return a_consent(self.session, self.family, **(facts | more))

    def referral(self, template: str = Template.CLB, **more: Any) -> Id:
        """An outgoing referral to the partner of this letter, with its address."""
        kind = KINDS[template].partner_kind
        partner = tables.Partner(
            id=new_id(),
            name=f"{kind} Denderdorp",
            kind=kind,
            street="Marktplein",
            number="3",
            postcode="9450",
            municipality="Denderdorp",
        )
        self.session.add(partner)
        self.session.flush()
        facts = {
            "direction": "uit",
            "sent_on": DAY,
            "theme": "studiekeuze",
            "mode": "brief",
            "status": "ontwerp",
        }
        row = tables.Referral(id=new_id(), family=self.family, partner=partner.id, **(facts | more))
        self.session.add(row)
        self.session.flush()
        return Id(row.id)

    def draft(self, template: str = Template.CLB, **more: Any) -> LetterDraft:
        """A letter about the daughter by the mother, everything filled in."""
        facts: dict[str, Any] = {
            "template": template,
            "parent": self.mother,
            "dated_on": DAY,
            "child": self.child,
            "question": "Welke richting past bij Noor?",
            "done": ("De brief van school samen gelezen.",),
            "asked": "Een eerste gesprek in april.",
            "best_time": "na 16.00 uur",
            "rights": ("verhoogde tegemoetkoming",),
            "activity": "de voetbalwerking",
            "observed": "Noor werkt rustig en vraagt zelf hulp.",
        }
        referral = more.pop("referral", None) or self.referral(template)
        return LetterDraft(referral=referral, **(facts | more))
