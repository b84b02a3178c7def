"""Qt, and nothing but showing and asking: the window, its pages, its forms and lists.

It may import everything below `ui`, but never sqlalchemy and never `ouderapp.store.tables`; what a
page needs it asks of `Background`. Open `main_window.py` first, then `page.py`, then
`form.py` with `rows_view.py`.
"""

from ouderapp.ui.steady import keep_none

keep_none()
