"""What can go wrong with a user's input.

    QuotesError
    ├── InputError    an article that cannot be read: reported, skipped, and the batch goes on
    ├── UsageError    a wrong request: no such path, a folder without articles
    ├── ModelError    a language model that is not installed or lacks what is needed
    └── OutputError   a place that cannot be written

The command line prints the message on one line and exits with ``code``.
"""


class QuotesError(Exception):
    """Every error this package raises on purpose; the message says what was found, where, and what to do."""

    code = 1


class InputError(QuotesError):
    """An article, or a line of a file, that cannot be read."""


class UsageError(QuotesError):
    """A request that cannot be carried out as it stands."""

    code = 2


class ModelError(UsageError):
    """A language model that is not installed, or that lacks what the rules need."""


class OutputError(QuotesError):
    """A place that cannot be written."""

    code = 3
