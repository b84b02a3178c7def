"""Where a record that was found leads: a page, or a dialog."""

from ouderapp.search.records import FoundRow

MAP = frozenset(("partner", "school", "directory_person"))
PLACES = {"participant": "homework"}


def page_of(row: FoundRow) -> tuple[str, object] | None:
    """The page of a record and what it is about; None when it has no page of its own."""
    if row.kind in MAP:
        return "directory", (row.kind, row.id)
    if row.family:
        return "family", row.family
    if row.kind == "letter":
        return "letters", (row.kind, row.id)
    return (PLACES[row.kind], None) if row.kind in PLACES else None


def dialog_of(row: FoundRow) -> tuple[str, object] | None:
    """The dialog of a record that belongs to no family."""
    return ("edit_contact", row.id) if row.kind == "contact" else None
