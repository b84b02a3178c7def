"""One run of the program: from the locked window to the end, or to a fresh locked process."""

import faulthandler
import sys
from collections.abc import Sequence
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, TextIO

from PySide6.QtCore import QLibraryInfo, QObject, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from ouderapp.base import i18n, log
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.base.paths import Paths
from ouderapp.ui import problems
from ouderapp.ui.background import Background, Store
from ouderapp.ui.look import PROGRAM, Look
from ouderapp.ui.news import News
from ouderapp.ui.single import SingleInstance
from ouderapp.ui.start import inside, vaults
from ouderapp.ui.start.inside import Inside
from ouderapp.ui.start.reasons import RESTORE, Reason
from ouderapp.ui.start.unlock import UnlockWindow

if TYPE_CHECKING:
    from ouderapp.sealing.derive import Keys
    from ouderapp.sealing.keyfile import Opened
    from ouderapp.ui.locking import Locker
    from ouderapp.ui.main_window import MainWindow
    from ouderapp.ui.start.first_start import Begun, FirstStart

SHUTDOWN_SECONDS = 20
WARM_AFTER_MS = 300
RECOVER, PUT_BACK = "start.recover:RecoverWindow", "start.restore:RestoreWindow"
SUSPECT = mark(
    "The key file was damaged and its copy was used. Make a new recovery sheet at Settings."
)

HALFWAY = mark("The key of your files was renewed. Make the new recovery sheet at Settings.")
LACKS_SHEET = mark("You have no recovery sheet. Make one at Settings, before you need it.")


class Program(QObject):
    """Holds the windows; `again` is the command that starts the program once more."""

    def __init__(
        self, app: QApplication, paths: Paths, again: Sequence[str], *, is_practice: bool = False
    ) -> None:
        super().__init__(app)
        self._app = app
        self._paths = paths
        self._again = [*again, *(["--practice"] if is_practice else [])]
        self._is_practice = is_practice
        self._keys: Keys | None = None
        self._is_suspect = self._is_halfway = False
        self._faults: TextIO | None = None
        self.settings = QSettings(PROGRAM, PROGRAM)
        self._qt_words = QTranslator(self)
        self._speak(str(self.settings.value("language", i18n.LANGUAGE)))
        app.setApplicationName(PROGRAM)
        self._look = Look(app, self.settings, is_quick=True)
        self._single = SingleInstance(paths, self)
        self._single.called.connect(self._come_forward)
        self.background = Background(self._open_store, self)
        self.background.broke.connect(self._stay_locked)
        self.locker: Locker | None = None
        self.window: QWidget | None = None

    def begin(self, reason: Reason) -> bool:
        """Show the first window; False when another window has these files open."""
        self._paths.vault.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self._is_ours():
            return False
        log.start(self._paths.log)
        self._catch_bugs()
        self._app.aboutToQuit.connect(self.end)
        vaults.end_restore(self._paths)
        if reason.kind == RESTORE and vaults.has_vault(self._paths):
            self._show_way_back(PUT_BACK)
        elif self._is_practice and not reason.kind:
            self._practise()
        elif vaults.has_vault(self._paths):
            self.show_unlock(reason)
        else:
            self.show_first_start()
        QTimer.singleShot(WARM_AFTER_MS, self, self._warm_up)
        return True

    def _is_ours(self) -> bool:
        """Whether this vault is ours to open; another window that has it comes to the front.

        When nobody answers, the other was just leaving, and its place may be free.
        """
        first = self._single
        return first.is_first() or (not first.call_first() and first.is_first())

    def show_unlock(self, reason: Reason) -> UnlockWindow:
        """The locked window."""
        window = UnlockWindow(self.background, self._paths, reason)
        if self._is_practice:
            window.tell_practice(vaults.PRACTICE_PHRASE)
        window.unlocked.connect(self._opened)
        window.forgotten.connect(partial(self._show_way_back, RECOVER))
        window.restore_asked.connect(partial(self._show_way_back, PUT_BACK))
        self._show(window)
        return window

    def show_first_start(self) -> "FirstStart":
        """The five steps of the first start."""
        from ouderapp.ui.start.first_start import FirstStart

        self._count_as_here()
        window = FirstStart(self.background, self._paths)
        window.language_chosen.connect(self._speak)
        window.practice_asked.connect(lambda: self._start_again("--practice"))
        window.finished.connect(self._begin_work)
        self._show(window)
        return window

    def end(self) -> None:
        """Do what was still asked, close the store and give the vault free.

        Nothing copied here stays behind; Qt could not destroy it after Python has ended.
        """
        from ouderapp.ui.copying import clear_ours

        if self.locker is not None:
            self.locker.stop()
        clear_ours()
        self.background.finish(SHUTDOWN_SECONDS)
        self._single.release()

    def _begin_work(self, begun: "Begun") -> None:
        self._keys = begun.keys
        self.settings.setValue("language", begun.language)
        self._run_inside(partial(inside.begin_work, begun=begun))

    def _opened(self, opened: "Opened") -> None:
        self._is_suspect = opened.is_suspect or opened.from_copy
        self._is_halfway = bool(opened.older)
        self._open(opened.keys)

    def _open(self, keys: "Keys") -> None:
        self._keys = keys
        self._run_inside(inside.look_inside)

    def _practise(self) -> None:
        """The practice files: made with a known passphrase and the story when there are none."""
        self.show_unlock(Reason("")).show_opening()
        self.background.compute(
            vaults.open_practice, self._paths, then=self._open_practice, owner=self
        )

    def _open_practice(self, keys: "Keys") -> None:
        self._keys = keys
        self.background.run(inside.is_filled, then=self._fill_practice, owner=self)

    def _fill_practice(self, is_filled: bool) -> None:
        if is_filled:
            self._run_inside(inside.look_inside)
            return
        from ouderapp.sample.fill import fill

        self.background.run(fill, "V", then=self._tell_filled, owner=self)

    def _tell_filled(self, _nothing: object) -> None:
        self._run_inside(inside.tell_filled)

    def _run_inside(self, work: Any) -> None:
        self.background.run(work, then=self._show_work, failed=self._not_opened, owner=self)

    def _not_opened(self, problem: Problem) -> None:
        problems.show(self.window, problem)
        self._stay_locked()

    def _stay_locked(self) -> None:
        """Opening did not go through; the person can try once more."""
        if isinstance(self.window, UnlockWindow):
            self.window.ready_again()

    def _show_work(self, held: Inside) -> None:
        from ouderapp.ui.after_restore import tell_of_restore
        from ouderapp.ui.backing_up import BackingUp
        from ouderapp.ui.locking import Locker
        from ouderapp.ui.main_window import MainWindow
        from ouderapp.ui.pages import BY_NAME, OFFICE, SHEETS
        from ouderapp.ui.standing_facts import StandingFacts

        self._count_as_here()
        window = MainWindow(self.background, self.settings, held.role)
        self.locker = Locker(self.background, self)
        self.locker.ready.connect(self._start_locked)
        window.lock_asked.connect(self.locker.lock_for)
        if self._is_practice:
            window.mark_as_practice()
        self._show(window)
        window.return_to(held.where)
        StandingFacts(self.background, window.facts, window)
        self.locker.watch(window, held.lock_minutes)
        BackingUp.of(self.background).follow(self.locker)
        wanted = [BY_NAME[name].where for name in (*window.places, "family")]
        wanted += [] if held.role == OFFICE else SHEETS.values()
        QTimer.singleShot(WARM_AFTER_MS, window, partial(self._warm_pages, wanted))
        inside.let_go(self.background)
        self._tell_of_sheet(window, held)
        tell_of_restore(self.background, window)

    def _tell_of_sheet(self, window: "MainWindow", held: Inside) -> None:
        """Say that a new recovery sheet is needed, with the way to it."""
        why = SUSPECT if self._is_suspect else HALFWAY if self._is_halfway else ""
        why = why or (LACKS_SHEET if held.lacks_sheet else "")
        if why:
            to_settings = partial(window.go, "settings")
            window.show_news(
                News(_(why), button=_(mark("To Settings")), does=to_settings, tone="warn")
            )

    def _warm_up(self) -> None:
        """Not before the first window is painted; work that was asked meanwhile goes first."""
        self._single.listen()
        self._look.settle()
        self.background.compute(inside.warm_up, then=self._settle, owner=self)

    def _settle(self, _answer: object) -> None:
        self.background.settle()

    def _warm_pages(self, wanted: list[str], _answer: object = None) -> None:
        """One page after the other, so that work of the person goes between."""
        if not wanted:
            self.background.settle()
            return
        then = partial(self._warm_pages, wanted[1:])
        self.background.compute(inside.warm_page, wanted[0], then=then, owner=self.window)

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()

    def _show_way_back(self, where: str) -> None:
        """Another way in than the passphrase of today, before the store is opened."""
        from ouderapp.ui.pages import found

        window = found(where)(self.background, self._paths)
        window.opened.connect(self._open)
        window.left.connect(lambda: self.show_unlock(Reason("")))
        self._show(window)

    def _come_forward(self, _file: str) -> None:
        if self.window is not None:
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    def _start_locked(self, reason: Reason) -> None:
        """The locker has waited as long as a lock may; whoever still works is left behind."""
        self._start_again("--locked", reason.code, wait=0)

    def _start_again(self, *words: str, wait: float = SHUTDOWN_SECONDS) -> None:
        from ouderapp.ui.locking import replace_process

        self.background.finish(wait)
        self._single.release()
        replace_process([*self._again, *words])
        self._app.aboutToQuit.disconnect(self.end)
        self._app.quit()

    def _open_store(self) -> Store:
        from ouderapp.store.database import Database

        assert self._keys is not None
        return Database.open(self._paths, self._keys)

    def _speak(self, language: str) -> None:
        i18n.install(language)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_words.load(f"qtbase_{language}", folder):
            self._app.installTranslator(self._qt_words)

    def _count_as_here(self) -> None:
        """Numbers and days in Qt's own fields; Qt's list of all languages takes its time."""
        from PySide6.QtCore import QLocale

        QLocale.setDefault(QLocale(i18n.LANGUAGE))

    def _catch_bugs(self) -> None:
        self._faults = (self._paths.log / "faults.log").open("w")
        faulthandler.enable(self._faults)
        sys.excepthook = self._tell_bug

    def _tell_bug(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        log.bug(error)
        problems.show_bug(self.window, error)
