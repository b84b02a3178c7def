"""Why the rows of a bundle are refused (FORMAT.md 15.4)."""

from ouderapp.base.i18n import mark
from ouderapp.exchange.refusals.refusal import Refusal


class RowJson(Refusal):
    reason = "row_json"
    next = "C"
    is_alarm = True
    message = mark("Line {n} of {table} is not well written.")


class RowTooLong(Refusal):
    reason = "row_too_long"
    next = "C"
    is_alarm = True
    message = mark("Line {n} of {table} is too long.")


class RowFields(Refusal):
    reason = "row_fields"
    next = "C"
    is_alarm = True
    message = mark("Line {n} of {table} has too many or too few fields.")


class RowValue(Refusal):
    reason = "row_value"
    next = "C"
    is_alarm = True
    message = mark("In line {n} of {table} the value of {column} is not right.")


class RowTable(Refusal):
    reason = "row_table"
    next = "U"
    message = mark("The table {table} is not known here.")


class RowLevel(Refusal):
    reason = "row_level"
    next = "C"
    is_alarm = True
    message = mark("Line {n} of {table} holds more than was agreed.")


class RowOrder(Refusal):
    reason = "row_order"
    next = "C"
    is_alarm = True
    message = mark("The lines of {table} are not in order, or double.")


class RowCount(Refusal):
    reason = "row_count"
    next = "A"
    is_alarm = True
    message = mark("The number of lines of {table} is not right.")


class RowLsn(Refusal):
    reason = "row_lsn"
    next = "C"
    is_alarm = True
    message = mark("Line {n} of {table} falls outside this bundle.")


class RowFork(Refusal):
    reason = "row_fork"
    next = "C"
    is_alarm = True
    message = mark(
        "Line {n} of {table}: same version, other content. Perhaps a copy of the laptop is in use."
    )


class RowBackwards(Refusal):
    reason = "row_backwards"
    next = "C"
    is_alarm = True
    message = mark("Line {n} of {table} is older than what is here already.")


class ReferenceMissing(Refusal):
    reason = "reference_missing"
    next = "F"
    message = mark("Line {n} of {table} refers to something that is not here.")


class DeletedReturns(Refusal):
    reason = "deleted_returns"
    next = "W"
    message = mark(
        "The bundle holds {n} records that were erased or handed over. "
        "Deliver the answer file; then a new bundle can come."
    )


class FullMissesRows(Refusal):
    reason = "full_misses_rows"
    next = "C"
    is_alarm = True
    message = mark("The full bundle misses {n} records without explanation.")


class StateDiffers(Refusal):
    reason = "state_differs"
    next = "F"
    message = mark(
        "After taking it in, the state is not equal to that of the laptop. "
        "Nothing was kept; ask for a full bundle."
    )


class ChangedUnderway(Refusal):
    reason = "changed_underway"
    next = "A"
    is_alarm = True
    message = mark("The file changed while it was read. Nothing was kept.")


class StoreBusy(Refusal):
    """No refusal: the bundle stays in the inbox and is tried again."""

    reason = "store_busy"
    message = mark("The store is busy or full for the moment. The bundle stays ready.")


class StoreError(Refusal):
    """No refusal: the bundle stays in the inbox."""

    reason = "store_error"
    next = "C"
    message = mark("Keeping it did not work. The bundle stays ready; nothing has changed.")
