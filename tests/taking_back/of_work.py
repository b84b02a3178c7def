"""Every act of a worker's day outside the groups: contacts, promises, questions, referrals."""

from dataclasses import replace
from datetime import date, time

from ouderapp.agenda import commands as agenda
from ouderapp.agenda.records import AppointmentDraft
from ouderapp.capital import commands as capital
from ouderapp.capital.records import ObservationDraft
from ouderapp.class_lists.commands import import_class_list
from ouderapp.class_lists.records import ClassListDraft, Deal, KnownPupil, PlannedPupil, Pupil
from ouderapp.consents import commands as consents
from ouderapp.consents.records import ConsentDraft
from ouderapp.contacts import commands as contacts
from ouderapp.contacts.records import PromiseAlong
from ouderapp.follow_up import commands as promises
from ouderapp.follow_up.records import PromiseDraft
from ouderapp.help_requests import commands as questions
from ouderapp.help_requests.records import HelpRequestDraft
from ouderapp.letters import commands as letters
from ouderapp.letters.records import LetterDraft
from ouderapp.private_notes import commands as notes
from ouderapp.private_notes.records import PrivateNoteDraft
from ouderapp.referrals import commands as referrals
from ouderapp.referrals.records import ReferralDraft
from tests.taking_back.of_families import TODAY, Known
from tests.taking_back.walk import Walk
from tests.work_builders import a_contact_draft

NEXT_WEEK = date(2025, 4, 1)


def walk_agenda(walk: Walk, known: Known) -> None:
    """The acts on appointments."""
    draft = AppointmentDraft(NEXT_WEEK, "huisbezoek", known.family, time(14), persons=())
    planned = walk.do(agenda.make_appointment, draft)
    walk.do(agenda.edit_appointment, planned, AppointmentDraft(NEXT_WEEK, "telefoon", known.family))
    walk.do(agenda.move_appointment, planned, date(2025, 4, 2), time(9, 30))
    walk.do(agenda.finish_appointment, planned)
    walk.do(agenda.reopen_appointment, planned)
    walk.do(agenda.delete_appointment, planned)
    meetings = [AppointmentDraft(NEXT_WEEK, "andere", words=words) for words in ("Team", "Bureau")]
    walk.do(agenda.take_in_agenda, meetings)


def walk_contacts(walk: Walk, known: Known) -> None:
    """The acts on contacts and on promises; the day of one contact was an appointment."""
    family = known.family
    said = (PromiseAlong("Attest opvragen", due_on=NEXT_WEEK),)
    walk.do(agenda.make_appointment, AppointmentDraft(TODAY, "huisbezoek", family))
    visit = a_contact_draft(family, held_on=TODAY, persons=(known.mother,), themes=("school",))
    walk.do(contacts.record_contact, visit, said)
    walk.do(contacts.plan_contact, a_contact_draft(family, held_on=NEXT_WEEK), said)
    met = walk.do(contacts.record_contact, a_contact_draft(None), said).id
    walk.do(contacts.match_contact, met, family)
    walk.do(contacts.edit_contact, met, a_contact_draft(family, summary="Samen gebeld."))
    walk.do(contacts.delete_contact, met)
    promise = walk.do(promises.make_promise, PromiseDraft("Bellen", family, due_on=TODAY))
    walk.do(promises.edit_promise, promise, PromiseDraft("Terugbellen", family, due_on=TODAY))
    walk.do(promises.move_promise, promise, NEXT_WEEK)
    walk.do(promises.keep_promise, promise)
    walk.do(promises.reopen_promise, promise)
    walk.do(promises.delete_promise, promise)


def walk_questions(walk: Walk, known: Known) -> None:
    """The acts on help requests, capitals and private notes."""
    family = known.family
    asked = HelpRequestDraft(family, TODAY, ("smartschool",), "Wat staat er?", known.mother)
    question = walk.do(questions.raise_help_request, asked)
    both = HelpRequestDraft(family, TODAY, ("smartschool", "school"))
    walk.do(questions.edit_help_request, question, both)
    walk.do(questions.close_help_request, question, "samen_gedaan", TODAY)
    walk.do(questions.reopen_help_request, question)
    walk.do(questions.delete_help_request, question)
    seen = ObservationDraft(family, TODAY, "sociaal", "groei")
    tendency = walk.do(capital.observe, seen)
    changed = ObservationDraft(family, TODAY, "sociaal", "aandacht", note="Alleen thuis.")
    walk.do(capital.edit_observation, tendency, changed)
    walk.do(capital.delete_observation, tendency)
    together = [ObservationDraft(family, TODAY, one, "gelijk") for one in ("sociaal", "cultureel")]
    walk.do(capital.make_picture, together)
    note = walk.do(notes.write_private_note, PrivateNoteDraft("Nog eens nagaan", family))
    walk.do(notes.edit_private_note, note, PrivateNoteDraft("Nagegaan"))
    walk.do(notes.delete_private_note, note)


def walk_referrals(walk: Walk, known: Known, letter: LetterDraft) -> None:
    """The acts on consents, referrals and letters."""
    given = ConsentDraft(
        known.family, "gegevens_delen_met_clb", "schriftelijk", date(2025, 1, 10),
        given_by=(known.mother,),
    )  # fmt: skip
    consent = walk.do(consents.note_consent, given)
    later = ConsentDraft(
        known.family, "gegevens_delen_met_clb", "mondeling_genoteerd", date(2025, 1, 12),
        given_by=(known.father, known.mother),
    )  # fmt: skip
    walk.do(consents.change_consent, consent, later)
    draft = ReferralDraft(
        known.family, "uit", date(2025, 3, 3), "studiekeuze", known.partner, known.daughter,
        consent=consent,
    )  # fmt: skip
    referral = walk.do(referrals.record_referral, draft)
    walk.do(referrals.edit_referral, referral, replace(draft, reason="Welke richting?"))
    walk.do(referrals.take_step, referral, "ontvangen")
    walk.do(referrals.wait_longer, referral, date(2025, 4, 30))
    walk.do(referrals.note_outcome, referral, "afspraak_gemaakt", TODAY, "Op 8 april.")
    walk.do(consents.withdraw_consent, consent, TODAY)
    walk.do(consents.delete_consent, consent)
    walk.do(referrals.delete_referral, referral)
    kept = walk.do(letters.keep_letter, letter)
    walk.do(letters.delete_letter, kept.letter)


def walk_class_lists(walk: Walk, known: Known) -> None:
    """A list with a new pupil and one who is known."""
    new = PlannedPupil(1, Pupil(1, "Zoë", "D'Hondt", "1A", 2013))
    sara = KnownPupil(known.daughter, known.family, "Sara Haddad", "Sara", "Haddad", 2012)
    moved = PlannedPupil(2, Pupil(2, "Sara", "Haddad", "1A"), sara, deal=Deal.CLASS)
    walk.do(import_class_list, ClassListDraft(known.school, 2024, (new, moved)))
