"""What `claims` says when input cannot be used: one voice, one sentence, a place and a hint."""

from __future__ import annotations


class ClaimsError(Exception):
    """Base of every error that a user can mend.

    Parameters
    ----------
    message : str
        What is wrong, in one sentence without a full stop.
    where : str, optional
        File, row, column, line or character.
    excerpt : str, optional
        The line at fault, with a caret line under it.
    hint : str, optional
        What to do.

    Examples
    --------
    >>> print(ClaimsError("the file is empty", where="articles/a.md", hint="give an article with text"))
    the file is empty (articles/a.md)
    hint: give an article with text
    """

    exit_status = 2

    def __init__(self, message: str, *, where: str = "", excerpt: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message, self.where, self.excerpt, self.hint = message, where, excerpt, hint

    def __str__(self) -> str:
        lines = [f"{self.message} ({self.where})" if self.where else self.message]
        lines += [f"    {line}" for line in self.excerpt.splitlines()]
        return "\n".join([*lines, *([f"hint: {self.hint}"] if self.hint else [])])


class InputError(ClaimsError):
    """An article, an option or a configuration that cannot be read."""


class ReferencesError(ClaimsError):
    """Reference data that cannot be used."""

    exit_status = 3
