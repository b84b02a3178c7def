"""The mail to a subject teacher, in the pupil's own words and in Dutch (DOMAIN 7.5 E)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TeacherMail:
    """What pupil and worker fill in together; steps 1 and 2 are `textbook` and `other`."""

    teacher: str = ""
    pupil: str = ""
    class_name: str = ""
    subject: str = ""
    task: str = ""
    textbook: str = ""
    other: str = ""
    unclear: str = ""
    question: str = ""


def mail_text(mail: TeacherMail) -> str:
    """The whole mail, subject line first. It goes to a Flemish teacher, so it is always Dutch."""
    who = ", ".join(part for part in (mail.pupil, mail.class_name) if part)
    return "\n".join(
        (
            f"Onderwerp: Vraag over {mail.subject} – {who}",
            "",
            f"Dag {mail.teacher or 'mevrouw, meneer'},",
            "",
            f"Ik werk aan {mail.task}.",
            f"Ik begrijp dit niet goed: {mail.unclear}",
            f"Ik heb al dit gedaan: ik keek in het handboek ({mail.textbook}).",
            f"Daarna: {mail.other}.",
            f"Mijn vraag is: {mail.question}",
            "Wilt u mij helpen? Dat mag via Smartschool of na de les.",
            "",
            "Dank u wel. Groeten,",
            who,
        )
    )
