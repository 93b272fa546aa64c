"""The words of a template, filled from one passage."""

from __future__ import annotations

import re

from peerlint.rewording.filled import Filled, Source
from peerlint.rewording.grammar import is_plural_phrase
from peerlint.rewording.inflection import conjugate, is_verb, pluralize, present
from peerlint.rewording.own_words import span_text
from peerlint.rewording.passage import UnfitError
from peerlint.rewording.pronouns import form_of, pronoun_for
from peerlint.rewording.slots import filled_slot
from peerlint.rewording.template import Kind, Part, follows_match
from peerlint.rewording.words import MODALS
from peerlint.rewording.written_forms import phrase_is_plural

_ONE_FORMS = {"are": "is", "were": "was", "have": "has"}


def fill(parts: tuple[Part, ...], source: Source) -> Filled:
    """All parts written one after the other; raises UnfitError when a slot cannot be filled."""
    names = frozenset(part.value for part in parts if part.kind is Kind.SLOT)
    filled = Filled(plural=source.plural, names=names)
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        filled.following = follows_match(parts, index)
        filled.after_slot = index > 0 and parts[index - 1].kind is Kind.SLOT
        filled.text += _written(part, following, source, filled)
        filled.one = filled.one and part.kind is Kind.SLOT
    filled.text = re.sub(r" {2,}", " ", filled.text).strip()
    return filled


def _written(part: Part, following: Part | None, source: Source, filled: Filled) -> str:
    match part.kind:
        case Kind.WORDS:
            return _words(part.value, following, filled)
        case Kind.VERB | Kind.ACTIVE:
            return _verb(part, source, filled)
        case Kind.NOUN:
            filled.plural = source.plural
            return pluralize(part.value) if source.plural else part.value
        case Kind.AGREEING:
            return present(part.value, plural=filled.plural)
        case Kind.ARTICLE:
            return "" if filled.plural else "\0"
        case Kind.THEY:
            filled.plural = filled.person == "they"
            return form_of(filled.person, part.value)
        case Kind.PRONOUN:
            pronoun = pronoun_for(source.passage, part.value)
            filled.plural = pronoun not in ("he", "she")
            return pronoun
        case Kind.MATCH:
            return span_text(source.passage, source.passage.start, source.passage.end)
        case Kind.MODIFIED:
            return _modified(source, filled)
        case Kind.SLOT:
            return filled_slot(part, following, source, filled)


def _words(words: str, following: Part | None, filled: Filled) -> str:
    plain_article = re.search(r"(?:^|\s)(an?) $", words)
    if plain_article and following is not None and following.kind is not Kind.WORDS:
        words = words[: plain_article.start(1)] + "\0 "
    if filled.one and words.startswith(" who "):
        filled.plural = filled.person == "they"
        words = f" if {filled.person} {words.removeprefix(' who ')}"
    elif filled.after_slot:
        words = _be_agreeing(words, plural=filled.plural)
    if re.search(r"(?:^|\s)s?he$", filled.text):
        words = _agreeing_after_he_or_she(words)
    if re.search(r"[a-z]", words):
        head = re.match(r"\s*([\w' -]+)", words)
        if not filled.text and head:
            filled.plural = phrase_is_plural(words)
    return words


def _be_agreeing(words: str, *, plural: bool) -> str:
    """*is*, *was*, *has* right after a slot, in the slot's number."""
    forms = {"is": "are", "was": "were", "has": "have"}
    first, blank, rest = words.lstrip(" ").partition(" ")
    if not words.startswith(" ") or not plural or first not in forms:
        return words
    return f" {forms[first]}{blank}{rest}"


def _agreeing_after_he_or_she(words: str) -> str:
    blank, first, rest = re.match(r"(\s*)([a-z]*)(.*)", words, re.DOTALL).groups()  # type: ignore[union-attr]
    if first in _ONE_FORMS:
        return f"{blank}{_ONE_FORMS[first]}{rest}"
    verb = is_verb(first) and first not in MODALS
    return f"{blank}{present(first, plural=False)}{rest}" if verb else words


def _verb(part: Part, source: Source, filled: Filled) -> str:
    site = source.verb
    if site is None or not filled.following:
        return present(part.value, plural=filled.plural)
    filled.verbs += 1
    verb = conjugate(part.value, site.form)
    if filled.verbs > 1:
        return verb
    return " ".join((*site.lead, verb, *site.trail))


def _modified(source: Source, filled: Filled) -> str:
    if source.modified is None:
        raise UnfitError("the match modifies no noun")
    start, end = source.modified
    filled.plural = is_plural_phrase(source.passage.doc[end - 1])
    return span_text(source.passage, start, end)
