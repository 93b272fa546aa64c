"""The one error type for what a user or an input did wrong."""

from __future__ import annotations


class UserError(Exception):
    """Something a user can mend: a file, an option, a configuration or a rule.

    The message is one plain sentence that names the place and the mend; it is shown as it is.
    """

    def __init__(self, message: str, *, path: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class DocumentError(UserError):
    """One input document cannot be read; the others still are."""


class RuleError(UserError):
    """A rule file is not valid; the message names the file, the rule, the line and the mend."""


class ConfigError(UserError):
    """The configuration or an option's value is not valid."""
