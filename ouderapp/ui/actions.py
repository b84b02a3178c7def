"""Every action once, with words, keys and menu; menus, palette, help and tests read it."""

from dataclasses import dataclass

from ouderapp.base.i18n import mark


@dataclass(frozen=True)
class Act:
    """One action. `scope` says where its keys work.

    `window`: everywhere in the main window, done by the frame or by the page that offers its id in
    `acts()`; `page`: only where the page offers it; `row`: a key on a row, done by RowsView;
    `field`: done by Qt itself inside a field or a dialog.
    """

    id: str
    words: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    scope: str = "window"
    icon: str = ""
    needs: str = ""
    """Why it is off on a page that does not offer it (marked text)."""


MENUS = (
    ("file", mark("&File")),
    ("edit", mark("&Edit")),
    ("family", mark("Fami&ly")),
    ("go", mark("&Go")),
    ("view", mark("&View")),
    ("help", mark("&Help")),
)

_PRINT = mark("There is nothing to print on this screen.")
_TABLE = mark("There is no table on this screen.")
_CLASS = mark("First open the homework class.")

ACTS: tuple[Act, ...] = (
    Act("new_contact", mark("New contact"), ("Ctrl+N",), "file", icon="note-pencil"),
    Act("new_family", mark("New family"), ("Ctrl+Shift+N",), "file", icon="users-three"),
    Act("class_list", mark("Take in a class list…"), (), "file", icon="download-simple"),
    Act("write_letter", mark("Write a letter"), ("Ctrl+B",), "file", icon="envelope-simple"),
    Act("export_table", mark("Export table…"), ("Ctrl+Shift+E",), "file", "page", "export", _TABLE),
    Act("print", mark("Print"), ("Ctrl+P",), "file", "page", "printer", _PRINT),
    Act("lock", mark("Lock"), ("Ctrl+L",), "file", icon="lock"),
    Act("quit", mark("Quit"), (), "file", icon="sign-out"),
    Act("undo", mark("Undo"), ("Ctrl+Z",), "edit", icon="arrow-counter-clockwise"),
    Act("redo", mark("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "edit", icon="arrow-clockwise"),
    Act("copy_rows", mark("Copy rows"), ("Ctrl+C",), "edit", "page", "copy", _TABLE),
    Act(
        "copy_titled", mark("Copy rows with titles"), ("Ctrl+Shift+C",), "edit", "page", "", _TABLE
    ),
    Act("filter", mark("Filter this screen"), ("Ctrl+F",), "edit", "page", "funnel", _TABLE),
    Act("everyone", mark("Everyone here"), ("Ctrl+Shift+A",), "edit", "page", needs=_CLASS),
    Act("saved", mark("Everything is already saved"), ("Ctrl+S",), "edit"),
    Act("bin", mark("Bin"), (), "edit", icon="trash"),
    Act("recent", mark("Recent files"), ("Ctrl+D",), "family", icon="clock-counter-clockwise"),
    Act("search", mark("Search and do"), ("Ctrl+K",), "go", icon="magnifying-glass"),
    Act("back", mark("Back"), ("Alt+Left",), "go", icon="arrow-left"),
    Act("forward", mark("Forward"), ("Alt+Right",), "go", icon="arrow-right"),
    Act("previous", mark("Previous section"), ("Ctrl+PgUp",), "go"),
    Act("next", mark("Next section"), ("Ctrl+PgDown",), "go"),
    Act("class_today", mark("Today's homework class"), ("Ctrl+H",), "go"),
    Act("go_today", mark("Today"), ("Ctrl+G, V", "Ctrl+1", "Ctrl+&"), "go", icon="house"),
    Act("go_families", mark("Families"), ("Ctrl+G, G", "Ctrl+2", "Ctrl+É"), "go"),
    Act("go_timeline", mark("Timeline"), ("Ctrl+G, T", "Ctrl+3", 'Ctrl+"'), "go"),
    Act("go_homework", mark("Homework class"), ("Ctrl+G, H", "Ctrl+4", "Ctrl+'"), "go"),
    Act("go_letters", mark("Letters"), ("Ctrl+G, B", "Ctrl+5", "Ctrl+("), "go"),
    Act("go_directory", mark("Directory"), ("Ctrl+G, S", "Ctrl+6", "Ctrl+§"), "go"),
    Act("go_reports", mark("Reports"), ("Ctrl+G, R", "Ctrl+7", "Ctrl+È"), "go"),
    Act("go_month_end", mark("Month-end"), ("Ctrl+G, M", "Ctrl+8", "Ctrl+!"), "go"),
    Act("go_settings", mark("Settings"), ("Ctrl+,", "Ctrl+G, I", "Ctrl+9", "Ctrl+Ç"), "go"),
    Act("larger", mark("Larger text"), ("Ctrl+=", "Ctrl+Shift+="), "view"),
    Act("smaller", mark("Smaller text"), ("Ctrl+-",), "view"),
    Act("look_along", mark("Look-along mode"), ("Ctrl+M",), "view", icon="eye-slash"),
    Act("scheme", mark("Light or dark"), (), "view", icon="moon"),
    Act("next_pane", mark("Next pane"), ("F6",), "view"),
    Act("previous_pane", mark("Previous pane"), ("Shift+F6",), "view"),
    Act("help", mark("Help for this screen"), ("F1",), "help", icon="question"),
    Act("keys", mark("All keys"), ("Ctrl+F1",), "help", icon="keyboard"),
    Act("about", mark("About ouderapp"), (), "help", icon="info"),
    Act("open_row", mark("Open"), ("Return", "Enter"), scope="row"),
    Act("edit_row", mark("Edit"), ("F2",), scope="row"),
    Act("mark_row", mark("Mark"), ("Space",), scope="row"),
    Act("bin_row", mark("Move to bin"), ("Del",), scope="row"),
    Act("row_menu", mark("Menu of this item"), ("Shift+F10", "Menu"), scope="row"),
    Act("save_close", mark("Save and close"), ("Ctrl+Return", "Ctrl+Enter"), scope="field"),
    Act("close", mark("Close or clear"), ("Esc",), scope="field"),
)

BY_ID = {act.id: act for act in ACTS}
