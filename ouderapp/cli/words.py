"""A parser of the command line that explains itself in the person's language."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from ouderapp.base.i18n import _

WRONG_WORDS = 2


class Shape(argparse.HelpFormatter):
    """The usual layout, with its own word for usage."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)


class Words(argparse.ArgumentParser):
    """A parser with two lists of words: what must be given, and what may be said besides."""

    def __init__(self, **more: Any) -> None:
        super().__init__(add_help=False, formatter_class=Shape, **more)
        self._must = self.add_argument_group(_("to give"))
        self._may = self.add_argument_group(_("besides"))
        self.may("-h", "--help", action="help", help=_("show this help"))

    def must(self, *names: str, **more: Any) -> None:
        """A word that has to be given; a path unless said otherwise."""
        if names[0].startswith("-"):
            more["required"] = True
        self._must.add_argument(*names, **{"type": Path} | more)

    def may(self, *names: str, **more: Any) -> None:
        """A word that may be left out."""
        self._may.add_argument(*names, **more)

    def may_name(self, *names: str, **more: Any) -> None:
        """A file or folder that may be left out."""
        self._may.add_argument(*names, type=Path, **more)

    def error(self, message: str) -> NoReturn:
        self.print_usage()
        self.exit(WRONG_WORDS, _("This command is not right.") + f" ({message})\n")
