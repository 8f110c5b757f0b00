"""Exceptions: only for "cannot go on". Everything an editor can mend is a `Problem` instead."""


class CoachkollenError(Exception):
    """The run cannot go on. `str(error)` is a sentence for the person at the keyboard.

    `exitcode` is read by Pelican's own `main()` and by our command line.
    """

    exitcode = 1


class InvalidRegistry(CoachkollenError):
    """The records or pages have errors; they have already been printed, nothing was written."""


class UnsafeOutput(CoachkollenError):
    """The output folder is not ours, or lies inside something that we read. Nothing was written."""


class UnknownPage(CoachkollenError):
    """`explain` was asked about an address that the site does not have."""


class UnreadableTable(CoachkollenError):
    """A table that lies beside the code has a row that cannot be understood."""


class BadUsage(CoachkollenError):
    """The command was asked for something that cannot be, for example a date that does not exist."""

    exitcode = 2
