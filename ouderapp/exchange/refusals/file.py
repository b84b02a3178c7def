"""Why a file or what it is made of is refused (FORMAT.md 15.1)."""

from ouderapp.base.i18n import mark
from ouderapp.exchange.refusals.refusal import Refusal


class FileUnreadable(Refusal):
    reason = "file_unreadable"
    next = "A"
    message = mark("The file cannot be read. Try another stick or ask for it again.")


class FileNotRegular(Refusal):
    reason = "file_not_regular"
    next = "A"
    message = mark("This is not an ordinary file but a link or a folder. It was not opened.")


class FileSize(Refusal):
    reason = "file_size"
    next = "A"
    message = mark("This file is too small or too large for a bundle.")


class ArchiveHeader(Refusal):
    reason = "archive_header"
    next = "A"
    is_alarm = True
    message = mark("The content is not built as agreed.")


class ArchiveOrder(Refusal):
    reason = "archive_order"
    next = "A"
    is_alarm = True
    message = mark("The parts do not stand in the agreed order.")


class ArchiveFill(Refusal):
    reason = "archive_fill"
    next = "A"
    is_alarm = True
    message = mark("There is data in a place that must be empty.")


class ArchiveEnd(Refusal):
    reason = "archive_end"
    next = "A"
    message = mark("The end of the bundle is missing or too long.")
