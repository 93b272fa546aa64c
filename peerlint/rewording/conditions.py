"""The conditions a rule may put on a rewording (`when:`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from peerlint.rewording.grammar import (
    AUXILIARY,
    BE_FORMS,
    NEGATIONS,
    SUBJECT,
    copula,
    is_nominal,
    is_noun,
    is_passive,
    is_plural_noun,
    modified_noun,
    possessive_marker,
    verb_tag,
)
from peerlint.rewording.inflection import noun_lemma, verb_lemma
from peerlint.rewording.matched_verb import find_verb
from peerlint.rewording.passage import BULLET, HEADING, SENTENCE, Passage
from peerlint.rewording.surroundings import (
    has_many_before,
    has_noun_before,
    is_before_verb,
    is_followed,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BETWEEN = frozenset({"once", "now", "still", "also", "never", "not", "all", "both"})


class ConditionError(ValueError):
    """A condition that is not known; the message names those that are."""


def _plural(passage: Passage) -> bool:
    return is_nominal(passage.root) and is_plural_noun(passage.root)


def _singular(passage: Passage) -> bool:
    return is_nominal(passage.root) and not is_plural_noun(passage.root)


def _modifier(passage: Passage) -> bool:
    return modified_noun(passage.root, passage.end) is not None


def _possessive(passage: Passage) -> bool:
    last = passage.doc[passage.end - 1]
    return last.tag_ == "POS" or possessive_marker(last) is not None


def _predicate(passage: Passage) -> bool:
    return copula(passage.root) is not None or _follows_be(passage)


def _follows_be(passage: Passage) -> bool:
    """*Where they were once | patients*, whatever the parse makes of the word between."""
    before = [word.lower_ for word in passage.doc[max(0, passage.start - 2) : passage.start]]
    if before[-1:] and (before[-1] in _BETWEEN or before[-1].endswith("ly")):
        before.pop()
    return before[-1:] != [] and before[-1] in BE_FORMS


def _verb(passage: Passage) -> bool:
    found = find_verb(passage)
    return found is not None and found.i == passage.root.i


def _noun(passage: Passage) -> bool:
    return is_noun(passage.root)


def _adjective(passage: Passage) -> bool:
    return str(passage.root.tag_) in ("JJ", "JJR", "JJS")


def _tagged(*tags: str) -> Callable[[Passage], bool]:
    def check(passage: Passage) -> bool:
        verb = find_verb(passage)
        return verb is not None and verb_tag(verb) in tags

    return check


def _passive(passage: Passage) -> bool:
    verb = find_verb(passage)
    return verb is not None and is_passive(verb)


def _negated(passage: Passage) -> bool:
    root = passage.root
    group = [root, root.head] if root.dep_ in AUXILIARY else [root]
    return any(child.lower_ in NEGATIONS for token in group for child in token.children)


def _purpose(passage: Passage) -> bool:
    """*Meet weekly to | review progress*."""
    verb = find_verb(passage)
    to = verb is not None and any(mark.lower_ == "to" for mark in verb.lefts)
    return to and verb is not None and verb.dep_ in ("advcl", "acl")


def _in_form(form: str) -> Callable[[Passage], bool]:
    def check(passage: Passage) -> bool:
        return passage.form == form

    return check


def _sentence_start(passage: Passage) -> bool:
    return not any(token.is_alpha for token in passage.doc[: passage.start])


def _subject(passage: Passage) -> bool:
    return passage.root.dep_ in SUBJECT


def _object(passage: Passage) -> bool:
    return passage.root.dep_ in ("obj", "iobj", "obl", "nmod")


CONDITIONS: dict[str, Callable[[Passage], bool]] = {
    "plural": _plural,
    "singular": _singular,
    "modifier": _modifier,
    "possessive": _possessive,
    "predicate": _predicate,
    "verb": _verb,
    "noun": _noun,
    "adjective": _adjective,
    "past": _tagged("VBD"),
    "gerund": _tagged("VBG"),
    "infinitive": _tagged("VB"),
    "passive": _passive,
    "purpose": _purpose,
    "negated": _negated,
    "bullet": _in_form(BULLET),
    "sentence": _in_form(SENTENCE),
    "heading": _in_form(HEADING),
    "sentence-start": _sentence_start,
    "subject": _subject,
    "object": _object,
    "followed": is_followed,
    "before-verb": is_before_verb,
    "noun-before": has_noun_before,
    "many-before": has_many_before,
}


def _has(passage: Passage, words: frozenset[str]) -> bool:
    return any(word in passage.slots for word in words)


def _word(passage: Passage, words: frozenset[str]) -> bool:
    text = f" {passage.text.lower()} "
    if any(f" {word} " in text for word in words):
        return True
    return any(_is_one_of(token, words) for token in passage.doc[passage.start : passage.end])


def _act(passage: Passage, words: frozenset[str]) -> bool:
    return _is_one_of(find_verb(passage) or passage.root, words)


def _thing(passage: Passage, words: frozenset[str]) -> bool:
    start, end = passage.slots.get("object", (0, 0))
    return any(_is_one_of(token, words) for token in passage.doc[start:end])


def _before(passage: Passage, words: frozenset[str]) -> bool:
    return passage.end < len(passage.doc) and _is_one_of(passage.doc[passage.end], words)


def _after(passage: Passage, words: frozenset[str]) -> bool:
    return passage.start > 0 and _is_one_of(passage.doc[passage.start - 1], words)


def _near(passage: Passage, words: frozenset[str]) -> bool:
    doc = passage.doc
    after = _forms(doc, passage.end, len(doc))
    return not (words.isdisjoint(_forms(doc, 0, passage.start)) and words.isdisjoint(after))


def _earlier(passage: Passage, words: frozenset[str]) -> bool:
    return not words.isdisjoint(_forms(passage.doc, 0, passage.start))


def _modifies(passage: Passage, words: frozenset[str]) -> bool:
    noun = modified_noun(passage.root, passage.end)
    return noun is not None and _is_one_of(noun, words)


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    return not words.isdisjoint(_forms_of(token))


@lru_cache(maxsize=8)
def _forms(doc: Doc, start: int, end: int) -> frozenset[str]:
    """The forms of these tokens; a rule's many conditions ask for them again and again."""
    return frozenset(chain.from_iterable(map(_forms_of, doc[start:end])))


def _forms_of(token: Token) -> tuple[str, str, str]:
    """What a condition may call the word."""
    low = token.lower_
    return low, noun_lemma(low), verb_lemma(low)


WORD_CONDITIONS: dict[str, Callable[[Passage, frozenset[str]], bool]] = {
    "has": _has,
    "word": _word,
    "act": _act,
    "thing": _thing,
    "before": _before,
    "after": _after,
    "near": _near,
    "earlier": _earlier,
    "modifies": _modifies,
}


def check_condition(condition: str, slots: frozenset[str] = frozenset()) -> None:
    """Raises ConditionError when a condition is neither known nor the name of one of the slots."""
    _, name, words = _parsed(condition)
    known = name in WORD_CONDITIONS if words else name in CONDITIONS or name in slots
    if not known:
        names = ", ".join([*CONDITIONS, *(f"{word}:…" for word in WORD_CONDITIONS)])
        raise ConditionError(
            f'"{condition}" is neither a slot of this rule nor a condition; there are {names}'
        )


def holds(condition: str, passage: Passage) -> bool:
    """Whether a condition holds for a match.

    A bare name holds when the match has captured words under it, or when the condition of that
    name holds. Raises ConditionError for `name:words` with a name that is not known.
    """
    denied, name, words = _parsed(condition)
    return _found(name, words, passage) is not denied


def _found(name: str, words: frozenset[str], passage: Passage) -> bool:
    if words and name not in WORD_CONDITIONS:
        raise ConditionError(f'"{name}:" is not known; there are {", ".join(WORD_CONDITIONS)}')
    if words:
        return WORD_CONDITIONS[name](passage, words)
    check = CONDITIONS.get(name)
    return name in passage.slots or (check is not None and check(passage))


@lru_cache(maxsize=4096)
def _parsed(condition: str) -> tuple[bool, str, frozenset[str]]:
    denied = condition.startswith("not:")
    name, _, value = condition.removeprefix("not:").partition(":")
    words = frozenset(word.strip().lower() for word in value.split("|") if word.strip())
    return denied, name, words
