"""`python -m ouderapp` and the command `ouderapp`: hand over to the door."""

import os
import sys


def main() -> int:
    """Run what the words of the command line ask for; gives the exit code."""
    # Before anything opens a file: what we write is for its owner only.
    os.umask(0o077)

    from ouderapp.cli.door import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
