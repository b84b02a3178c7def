"""Qt, and nothing but showing and asking: the window, its pages, its forms and lists.

It may import everything below `ui`, but never sqlalchemy and never `ouderapp.store.tables`; what a
page needs it asks of `Background`. Open `main_window.py` first, then `page.py`, then
`form.py` with `rows_view.py`.
"""

import ouderapp.ui.steady  # noqa: F401  keeps None alive from here on
