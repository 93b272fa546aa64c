"""Every form of a word that a text may hold."""

from __future__ import annotations

import pytest

from peerlint.rulebook.lexeme import inflections


@pytest.mark.parametrize(
    ("word", "pos", "forms"),
    [
        ("administer", None, {"administer", "administers", "administered", "administering"}),
        ("record", "noun", {"record", "records"}),
        ("record", "verb", {"record", "records", "recorded", "recording"}),
        ("lived", None, {"lived"}),
        ("payeeship", None, {"payeeship", "payeeships"}),
        ("compliant", "adj", {"compliant"}),
    ],
)
def test_forms(word: str, pos: str | None, forms: set[str]) -> None:
    assert inflections(word, pos) == forms


def test_a_sign_stands_for_itself() -> None:
    assert inflections("'s") == {"'s"}
