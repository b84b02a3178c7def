"""Putting one layout inside another, so that no widget gets two owners."""

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout


def nest(outer: QBoxLayout | QGridLayout, inner: QLayout, *place: int) -> None:
    """Put a layout inside another; `place` is its stretch, or its row and column.

    PySide6 6.12 forgets to hand over the widgets that stand in it already: Python would destroy
    them once more at the end (seen 2026-11). Setting the parent they have hands them over.
    """
    if isinstance(outer, QGridLayout):
        row, column = place
        outer.addLayout(inner, row, column)
    else:
        outer.addLayout(inner, *place)
    if outer.parentWidget() is not None:
        _hand_over(inner)


def _hand_over(layout: QLayout) -> None:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget = item.widget() if item else None
        deeper = item.layout() if item else None
        if widget is not None:
            widget.setParent(widget.parentWidget())
        elif deeper is not None:
            _hand_over(deeper)
