"""What stands in a field as JSON can hold it, valid or not yet, and back into the field (C08)."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ouderapp.base.ids import is_id
from ouderapp.ui.choice_fields import ChipsField, ChoiceField, ManyField, SuggestField
from ouderapp.ui.day_fields import DateField, TimeField
from ouderapp.ui.field import Field
from ouderapp.ui.fields import LineField, NumberField, TextField, YesNoField
from ouderapp.ui.form import Form

Kept = str | int | bool | list[str] | None


def fields_in(root: QWidget) -> dict[str, Field]:
    """Every field under a widget, by form and by its name there; the order is that of making."""
    found: dict[str, Field] = {}
    for field in root.findChildren(Field):
        form = field.parentWidget()
        while form is not None and not isinstance(form, Form):
            form = form.parentWidget()
        named = vars(form) if form is not None else {}
        name = next((name for name, one in named.items() if one is field), "")
        base = f"{type(form).__name__ if form is not None else ''}.{name}"
        key, number = base, 1
        while key in found:
            number += 1
            key = f"{base}{number}"
        found[key] = field
    return found


def typed_in(field: Field) -> Kept:
    """What stands in a field now, letter by letter where a person types letters."""
    if isinstance(field, SuggestField):
        return str(field.value() or field.line.text())
    if isinstance(field, LineField | DateField | TimeField):
        return field.line.text()
    if isinstance(field, TextField):
        return field.text.toPlainText()
    if isinstance(field, ManyField):
        return list(field.value())
    if isinstance(field, ChoiceField | ChipsField):
        code = field.value()
        return code if isinstance(code, str | int | bool) else None
    return field.value() if isinstance(field, NumberField | YesNoField) else None


def type_again(field: Field, kept: Any) -> None:
    """Put back in a field what stood in it."""
    if isinstance(field, SuggestField):
        field.set_value(kept)
        if field.value() is None and not is_id(str(kept)):
            field.line.setText(str(kept))
    elif isinstance(field, LineField | DateField | TimeField):
        field.line.setText(str(kept or ""))
    else:
        field.set_value(kept)


def size_of(kept: Kept) -> int:
    """How many signs a person typed; a choice counts for none."""
    return len(kept) if isinstance(kept, str) and not is_id(kept) else 0
