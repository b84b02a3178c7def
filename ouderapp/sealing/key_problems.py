"""What can be in the way of opening a vault, in words."""

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark


class KeyProblem(Problem):
    """The vault stays closed; nothing on the disk was changed."""


class WrongPassphrase(KeyProblem):
    message = mark("That passphrase does not fit. Check Caps Lock.")
    field = "passphrase"


class WrongRecoveryWords(KeyProblem):
    message = mark("These words do not fit these files.")
    hint = mark("Perhaps the paper is of another laptop, or there is a newer one.")
    field = "words"


class WrongEscrowKey(KeyProblem):
    message = mark("The key of the office does not fit these files.")
    hint = mark("Check that both halves belong together.")


class KeyFileUnusable(KeyProblem):
    """The key file itself cannot be used; the copy of before may be."""


class KeyFileMissing(KeyFileUnusable):
    message = mark("There is no key file in this folder.")
    hint = mark("Choose the folder of your own files, or put back a backup.")


class KeyFileUnreadable(KeyFileUnusable):
    message = mark("The key file cannot be read.")
    hint = mark("Check that the disk is there and that the folder is yours, then try again.")


class KeyFileDamaged(KeyFileUnusable):
    message = mark("The key file is damaged.")
    hint = mark("Do not delete anything. Put back the newest backup, or call your office.")


class KeyFileHostile(KeyFileUnusable):
    """The file asks for work beyond the limits; it was not done."""

    message = mark("The key file was changed by someone: it asks too much of this computer.")
    hint = mark("Do not delete anything. Put back the newest backup, or call your office.")


class KeyFileNewer(KeyFileUnusable):
    message = mark("These files were made by a newer version of ouderapp.")
    hint = mark("Install the newest version here, then open your files again.")


class KeyFileForeign(KeyProblem):
    message = mark("The key file no longer belongs to the files that are open.")
    hint = mark("Lock ouderapp, open it again and try once more.")


class KeyFileExists(KeyProblem):
    message = mark("There are files of ouderapp in this folder already.")
    hint = mark("Open them with their own passphrase, or choose an empty folder.")
