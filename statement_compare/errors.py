"""What can go wrong in words a person understands: one root error with a message key and its parameters."""

from __future__ import annotations


class StatementCompareError(Exception):
    """Root of every error that a user can cause.

    `key` names the message (`strings` and `cli` turn it into words), `params` fills its places.
    `str(error)` is the plain English line, without a traceback in it.
    """

    def __init__(self, key: str, message: str, **params: str) -> None:
        super().__init__(message)
        self.key = key
        self.message = message
        self.params = params


class UnreadableFileError(StatementCompareError):
    """A file could not be read or written; `params["path"]` names it (exit code 3)."""


class UsageError(StatementCompareError):
    """An option or a combination of options makes no sense (exit code 2)."""


class ModelError(StatementCompareError):
    """A model's files are missing, damaged or of the wrong kind."""


class SessionError(StatementCompareError):
    """A session file cannot be opened, kept or changed; `params["path"]` names it (exit code 3)."""
