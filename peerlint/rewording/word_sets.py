"""Sets of words that tell phrases apart, and whether a word of the sentence is of one."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from peerlint.rewording.grammar import is_nominal
from peerlint.rewording.inflection import noun_lemma
from peerlint.values import dataclass

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class WordSets:
    """Lower-case words that tell phrases apart: people served, other staff, acts, spans of time.

    `acts` are nouns that name a doing (*administration*, *compliance*), so that the thing is the
    noun they are about.
    """

    people: frozenset[str] = frozenset()
    staff: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    times: frozenset[str] = field(
        default_factory=lambda: frozenset({"shift", "visit", "night", "evening", "day", "weekend"})
    )


def is_among(token: Token, words: frozenset[str]) -> bool:
    """Whether a noun or pronoun, alone or with the word before it, is of a set."""
    if not is_nominal(token):
        return False
    low = token.lower_
    if low in words or noun_lemma(low) in words:
        return True
    pair = f"{token.doc[token.i - 1].lower_} {noun_lemma(low)}" if token.i else low
    return pair in words


def is_led_by(token: Token, words: frozenset[str]) -> bool:
    """Whether a word or what it is compounded with is of a set: *staff person* is staff."""
    return is_among(token, words) or any(
        child.dep_ == "compound" and child.lower_ in words for child in token.lefts
    )
