"""Why a file is not taken in as a class list, in words."""

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark

NOTHING_WRITTEN = mark("Nothing was written.")


class ListRefused(Problem):
    """A file that is no class list, or one that cannot be read."""

    message = mark("This is not a class list.")
    why = NOTHING_WRITTEN
    hint = mark(
        "ouderapp reads CSV and Excel (.xlsx) with a line of headings, such as Voornaam, Naam and"
        " Klas. Ask the school for such a file."
    )


class ListUnreadable(ListRefused):
    """The file is gone, or may not be read."""

    message = mark("This file cannot be read.")
    hint = mark("Check whether it is still there, and whether the stick is in. Then try again.")


class ListEmpty(ListRefused):
    """Nothing stands in the file."""

    message = mark("This file is empty.")
    hint = mark("Open it in Excel to see whether it is the right one, and choose another file.")


class ListTooLarge(ListRefused):
    """More bytes than any class list has; `places` has `most`, in megabytes."""

    message = mark("This file is too large for a class list: at most {most} MB.")
    hint = mark("Copy only the columns with name and class to a new file, and choose that one.")


class TooManyLines(ListRefused):
    """More lines than any school has pupils; `places` has `most`."""

    message = mark("There are more than {most} lines in this file.")
    hint = mark("Make a file of each class, and take them in one by one.")


class CellTooLong(ListRefused):
    """A text that nobody types in a list; `places` has `line`."""

    message = mark("On line {line} stands a text that is far too long for a class list.")
    hint = mark("Open the file in Excel, look at that line, and save it again.")


class QuoteLeftOpen(ListRefused):
    """A quote that begins on `line` and ends nowhere: the lines after it would disappear."""

    message = mark('On line {line} a quote (") begins that ends nowhere.')
    hint = mark("Open the file in Excel, take that quote out, and save it again.")


class LettersUnknown(ListRefused):
    """Bytes that are neither UTF-8 nor Windows-1252."""

    message = mark("The letters of this file cannot be read.")
    hint = mark('Open it in Excel and save it as "CSV UTF-8", or as an Excel workbook (.xlsx).')


class OldExcel(ListRefused):
    """A workbook of Excel 97-2003."""

    message = mark("This is a workbook of an old Excel (.xls).")
    hint = mark("Open it in Excel or LibreOffice, and save it as an Excel workbook (.xlsx).")


class OpenDocument(ListRefused):
    """A workbook of LibreOffice."""

    message = mark("This is a workbook of LibreOffice (.ods).")
    hint = mark("Open it in LibreOffice, and save it as an Excel workbook (.xlsx).")


class ListLocked(ListRefused):
    """An Excel workbook behind a password."""

    message = mark("This workbook is locked.")
    hint = mark("Open it in Excel, save it without the lock, and choose it again.")


class ListDamaged(ListRefused):
    """An Excel workbook of which parts are missing or broken."""

    message = mark("This workbook is damaged.")
    hint = mark("Open it in Excel and save it again, or ask the school for a new one.")


class NoNameHeading(ListRefused):
    """No line says which column holds the names."""

    message = mark("No heading in this file says where the names are.")
    hint = mark(
        "Put a line on top with the words Voornaam, Naam and Klas, each above its column. Save the"
        " file and choose it again."
    )


class NoPupils(ListRefused):
    """Headings, and nobody under them."""

    message = mark("There are headings in this file, and nobody stands under them.")
    hint = mark("Open it in Excel to see whether it is the right one, and choose another file.")


class NothingChosen(Problem):
    """Every pupil is left out."""

    message = mark("There is nobody to take in.")
    hint = mark("Choose at least one pupil, or close this window.")
