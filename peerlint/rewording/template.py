"""The template language of rewordings, parsed (docs/rewordings.md tells rule writers about it)."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from peerlint.values import dataclass


class TemplateError(ValueError):
    """A template that cannot be read; the message says what is wrong and how to mend it."""


class Kind(Enum):
    """What a part of a template stands for."""

    WORDS = "words"
    VERB = "v"
    ACTIVE = "active"
    NOUN = "n"
    AGREEING = "a"
    ARTICLE = "det"
    PRONOUN = "p"
    THEY = "they"
    MATCH = "match"
    MODIFIED = "modified"
    SLOT = "slot"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a template: `value` is its words, lemma, pronoun or slot name."""

    kind: Kind
    value: str
    default: str | None = None


_DUTY_SLOTS = ("people", "object", "team", "role", "when", "destination")
PRONOUNS = ("they", "them", "their", "theirs", "themselves", "themself")
_BRACES = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_LEMMA = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PREFIXES = {
    kind.value: kind
    for kind in (Kind.VERB, Kind.ACTIVE, Kind.NOUN, Kind.AGREEING, Kind.ARTICLE, Kind.PRONOUN)
}


@lru_cache(maxsize=4096)
def parse_template(text: str) -> tuple[Part, ...]:
    """The parts of a template in order; raises TemplateError."""
    parts: list[Part] = []
    at = 0
    for braces in _BRACES.finditer(text):
        _add_words(parts, text[at : braces.start()])
        parts.append(_part(braces.group(1)))
        at = braces.end()
    _add_words(parts, text[at:])
    if not text.strip():
        raise TemplateError("the rewording is empty; write the words that replace the match")
    return tuple(parts)


def slot_names(text: str) -> frozenset[str]:
    """The names of all slots a template uses, for checks in the rule loader."""
    return frozenset(part.value for part in parse_template(text) if part.kind is Kind.SLOT)


def slot_defaults(text: str, name: str) -> frozenset[str]:
    """The defaults a template gives for a slot."""
    parts = [part for part in parse_template(text) if part.kind is Kind.SLOT and part.value == name]
    return frozenset(part.default for part in parts if part.default is not None)


def follows_match(parts: tuple[Part, ...], index: int) -> bool:
    """Whether the verb at `index` takes the matched verb's form rather than a noun's number.

    A verb right after a noun, a slot or *who* agrees with that (`{n:person} who {v:use}`).
    """
    before = parts[:index]
    words = before[-1].value if before and before[-1].kind is Kind.WORDS else ""
    if re.search(r"\b(?:who|that|which)\s+$", words):
        return False
    noun_kinds = (Kind.NOUN, Kind.SLOT, Kind.MODIFIED, Kind.PRONOUN, Kind.THEY)
    carriers = before[:-1] if not words.strip() and words else before
    return not (carriers and not words.strip() and carriers[-1].kind in noun_kinds)


def replaces_an_act(parts: tuple[Part, ...]) -> bool:
    """Whether the template names the sentence's people or thing with a default, as duties' do."""
    slots = [part for part in parts if part.kind is Kind.SLOT]
    return any(part.value in _DUTY_SLOTS and part.default is not None for part in slots)


def _add_words(parts: list[Part], words: str) -> None:
    if "{" in words or "}" in words:
        raise TemplateError(f'"{words.strip()}" has a single brace; write slots as {{name}}')
    if words:
        parts.append(Part(Kind.WORDS, words))


def _part(inside: str) -> Part:
    prefix, colon, value = inside.partition(":")
    if colon:
        return _prefixed(prefix, value)
    name, bar, default = inside.partition("|")
    if name == "match" and not bar:
        return Part(Kind.MATCH, name)
    if name == "modified" and not bar:
        return Part(Kind.MODIFIED, name)
    if name in PRONOUNS and not bar:
        return Part(Kind.THEY, name)
    if not _NAME.fullmatch(name):
        raise TemplateError(f'"{{{inside}}}" is not a slot; a slot is {{name}} or {{name|default}}')
    if bar and not default.strip():
        raise TemplateError(f'"{{{inside}}}" has an empty default; write words after the bar')
    return Part(Kind.SLOT, name, default.strip() if bar else None)


def _prefixed(prefix: str, value: str) -> Part:
    kind = _PREFIXES.get(prefix)
    if kind is None:
        known = ", ".join(f"{{{name}:…}}" for name in _PREFIXES)
        raise TemplateError(f'"{{{prefix}:{value}}}" is not known; there are {known}')
    if kind is Kind.PRONOUN and value not in PRONOUNS:
        raise TemplateError(f'"{{p:{value}}}" is not known; there are {", ".join(PRONOUNS)}')
    if kind is Kind.ARTICLE and value not in ("a", "an"):
        raise TemplateError(f'"{{det:{value}}}" is not known; write {{det:a}}')
    if not _LEMMA.fullmatch(value):
        raise TemplateError(f'"{{{prefix}:{value}}}" needs one word in its dictionary form')
    return Part(kind, value)
