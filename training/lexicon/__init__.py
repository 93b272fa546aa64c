"""The field's words, from the lists beside this file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from training.inflection import Verb, parse_verb, plural

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that is counted."""

    lemma: str
    plural: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists, ready to draw from."""

    verbs: tuple[Verb, ...]
    phrasal: tuple[tuple[Verb, str], ...]
    prepositional: tuple[tuple[Verb, str], ...]
    oblique: tuple[tuple[Verb, str], ...]
    intransitive: tuple[Verb, ...]
    things: tuple[Noun, ...]
    mass: tuple[str, ...]
    people: tuple[Noun, ...]
    roles: tuple[tuple[str, ...], ...]
    adjectives: tuple[str, ...]
    adverbs: tuple[str, ...]
    acts: tuple[str, ...]
    abbreviations: tuple[tuple[str, str], ...]
    adjuncts: tuple[tuple[str, str], ...]


@cache
def load_lexicon() -> Lexicon:
    """Read the lists once."""
    return Lexicon(
        verbs=tuple(parse_verb(line) for line in _lines("verbs")),
        phrasal=tuple(_verb_and_word(line) for line in _lines("verbs_phrasal")),
        prepositional=tuple(_verb_and_word(line) for line in _lines("verbs_prepositional")),
        intransitive=tuple(parse_verb(line) for line in _lines("verbs_intransitive")),
        oblique=tuple(_verb_and_word(line) for line in _lines("verbs_oblique")),
        things=tuple(_noun(line) for line in _lines("nouns_count")),
        mass=_lines("nouns_mass"),
        people=tuple(_noun(line) for line in _lines("people")),
        roles=tuple(tuple(line.split()) for line in _lines("roles")),
        adjectives=_lines("adjectives"),
        adverbs=_lines("adverbs"),
        acts=_lines("acts"),
        abbreviations=tuple(_pair(line) for line in _lines("abbreviations")),
        adjuncts=tuple(_label_and_words(line) for line in _lines("adjuncts")),
    )


def _lines(name: str) -> tuple[str, ...]:
    text = (_HERE / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def _verb_and_word(line: str) -> tuple[Verb, str]:
    lemma, word, *forms = line.split()
    return parse_verb(" ".join([lemma, *forms])), word


def _noun(line: str) -> Noun:
    lemma, *rest = line.split()
    return Noun(lemma, rest[0] if rest else plural(lemma))


def _pair(line: str) -> tuple[str, str]:
    left, right = line.split()
    return left, right


def _label_and_words(line: str) -> tuple[str, str]:
    label, _, words = line.partition(" ")
    return label, words
