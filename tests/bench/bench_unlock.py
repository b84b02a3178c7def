"""How soon Vandaag is painted once the keys are there, beside a bare window on the bare store."""

from collections.abc import Iterator

from tests.bench.children import told_by
from tests.bench.stopwatch import Measured, summed
from tests.bench.stores import KEYS, filled

OURS = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication
from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.ui.program import Program
from ouderapp.ui.start.reasons import Reason

def until(is_so):
    while not is_so():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

def is_warm():
    return "ouderapp.ui.today.page" in sys.modules and not program.background.waiting

def has_rows():
    page = getattr(program.window, "page", None)
    lists = page.findChildren(QAbstractItemView) if page else []
    return page is not None and any(one.isVisible() and one.model().rowCount() for one in lists)

app = QApplication(["ouderapp"])
beat = QTimer(interval=50)
beat.start()
program = Program(app, Paths(Path(sys.argv[1])), ["ouderapp"])
program.begin(Reason(""))
until(is_warm)
beat.stop()
since = time.perf_counter()
program._open(Keys(bytes.fromhex(sys.argv[2]), bytes.fromhex(sys.argv[3])))
until(has_rows)
program.window.repaint()
print(time.perf_counter() - since, flush=True)
assert program.window.page.name == "today"
until(lambda: not program.background.waiting)
program.window.close()
program.end()
os._exit(0)
"""
BARE = """
import os, sys, time
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
from sqlcipher3 import dbapi2

app = QApplication(["bare"])
since = time.perf_counter()
store = dbapi2.connect(sys.argv[1] + "/store.db")
store.execute(f'''PRAGMA key = "x'{sys.argv[2]}'"''')
store.execute("SELECT count(*) FROM appointment").fetchall()
window = QMainWindow()
window.setCentralWidget(QTableView())
window.show()
app.processEvents()
window.repaint()
print(time.perf_counter() - since, flush=True)
os._exit(0)
"""
SOON, ROUNDS = 0.4, 9


def measurements() -> Iterator[Measured]:
    """From the keys to Vandaag with set M: the passphrase itself takes as long as it must."""
    vault = str(filled("M").vault)
    took, bare = [], []
    for _ in range(ROUNDS):
        took.append(float(told_by("-c", OURS, vault, KEYS.master.hex(), KEYS.vault.hex())))
        bare.append(float(told_by("-c", BARE, vault, KEYS.db.hex())))
    yield summed("unlocked to Vandaag painted, set M", took, bare, goal="Y14", limit=SOON)
