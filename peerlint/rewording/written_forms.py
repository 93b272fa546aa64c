"""Written forms of noun phrases given as words: number, articles, possessives."""

from __future__ import annotations

import re

from peerlint.rewording.grammar import POSSESSIVES
from peerlint.rewording.inflection import article, is_plural_word, noun_lemma, pluralize
from peerlint.rewording.template import Part
from peerlint.rewording.words import DETERMINERS, INDEFINITE, MASS, POSTMODIFIERS, UNITS

_AFTER_POSSESSIVE = re.compile(
    r"(?:\b(?:their|our|your|his|her|its|my)|['’]s|s['’])(?: own)?\s+$", re.IGNORECASE
)


def phrase_core(words: str) -> list[str]:
    """The words of a noun phrase up to its noun, without what follows the noun."""
    core: list[str] = []
    for word in words.split():
        if core and word.lower() in POSTMODIFIERS:
            break
        core.append(word.strip(",.;:"))
    return core


def phrase_is_plural(words: str) -> bool:
    """Whether a noun phrase given as words is plural, by its noun."""
    core = phrase_core(words)
    joined = any(word.lower() == "and" for word in core[:-1])
    return joined or (bool(core) and is_plural_word(core[-1]))


def is_mass(words: str) -> bool:
    """Whether a noun phrase given as words is headed by a mass noun."""
    core = phrase_core(words)
    return bool(core) and core[-1].lower() in MASS


def settle_articles(text: str) -> str:
    """Puts a or an where `{det:a}` left its mark, by the word that follows."""
    while (at := text.find("\0")) >= 0:
        text = text[:at] + article(text[at + 1 :].lstrip()) + text[at + 1 :]
    return text


def in_the_plural(text: str) -> str:
    """*plan* from *plan compliance* stands for many: *their plans*."""
    before, blank, last = text.rpartition(" ")
    return f"{before}{blank}{pluralize(noun_lemma(last))}"


def possessive_before(text: str, following: Part | None) -> str:
    """A plural before a literal *'s* loses nothing here; `finish_possessives` mends the mark."""
    return text if following is None or not following.value.startswith("'s") else f"{text}\1"


def finish_possessives(text: str) -> str:
    """*peer workers's* -> *peer workers'* where a slot met a literal *'s*."""
    return text.replace("s\1's", "s'").replace("\1", "")


def follows_possessive(text: str) -> bool:
    """Whether a text ends in *their*, *the person's* or their like, so that what comes is owned."""
    return bool(_AFTER_POSSESSIVE.search(text))


def opens_with_determiner(text: str) -> bool:
    """Whether a phrase has an article, a possessor or an indefinite of its own: *the people …*."""
    return text.split(" ", 1)[0].lower() in DETERMINERS | POSSESSIVES | INDEFINITE


def without_determiner(text: str) -> str:
    """A phrase without its article, number or possessor: *the resident's two bags* -> *bags*."""
    text = re.sub(r"^[^,]*(?:['’]s|s['’]) (?=\w)", "", text)
    words = text.split(" ")
    while len(words) > 1 and (
        words[0].lower() in DETERMINERS | POSSESSIVES
        or (words[0].isdigit() and words[1].lower() not in UNITS)
    ):
        words = words[1:]
    return " ".join(words)
