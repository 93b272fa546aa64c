"""What every test may use: the shipped rule book, and one checker over it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings

from peerlint.checking import Checker
from peerlint.finding import DocumentReport
from peerlint.rulebook import RuleBook, load_rulebook
from peerlint.settings import Settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def shipped_book() -> RuleBook:
    """The rules that ship, compiled once a run."""
    return load_rulebook()


@pytest.fixture(scope="session")
def shipped_checker(shipped_book: RuleBook) -> Checker:
    """A checker of the rules alone, so that what they find does not hang on the second reader."""
    return Checker(Settings(learned=False), shipped_book)


@pytest.fixture(scope="session")
def check_markdown(shipped_checker: Checker) -> Callable[[str], DocumentReport]:
    """What `check_text` does, without reading the rules anew for every text."""
    from peerlint.formats import read_text

    def check(text: str, format: str = "markdown") -> DocumentReport:
        return shipped_checker.check(read_text(text, format=format))

    return check
