"""The words of a slot: the sentence's own where they fit, else the template's default."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peerlint.rewording.filled import Filled, Source
from peerlint.rewording.grammar import (
    AUXILIARY,
    SUBJECT,
    is_noun,
    is_plural_phrase,
    phrase_root,
)
from peerlint.rewording.inflection import verb_lemma
from peerlint.rewording.passage import Passage, Span, UnfitError
from peerlint.rewording.people_slots import is_one_person, names_nobody, people_words
from peerlint.rewording.template import Kind, Part
from peerlint.rewording.thing_slots import is_another_thing, thing_words
from peerlint.rewording.written_forms import (
    follows_possessive,
    phrase_is_plural,
    possessive_before,
    without_determiner,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSE_WORDS = frozenset({"when", "because", "if", "where", "while"})
_LINKING = frozenset({"look", "seem", "appear", "feel", "sound", "become", "get", "go"})


def filled_slot(part: Part, following: Part | None, source: Source, filled: Filled) -> str:
    """The words of a slot; raises UnfitError when it has none that fit."""
    span = source.passage.slots.get(part.value)
    text = _captured(part, span, following, source.passage, filled) if span else ""
    if text:
        filled.used.append(part.value)
        return text
    if part.default is None:
        raise UnfitError(f"nothing captured for {part.value}")
    if part.value == "people" and source.passage.named:
        raise UnfitError("somebody's name would be lost")
    if part.value == "people" and part.default == "people" and source.passage.single:
        filled.plural, filled.one = False, True
        return possessive_before("the person", following)
    if part.value == "people" and "before" in source.passage.slots:
        known = _pronoun_for_the_known(following, filled)
        if known:
            return known
    return _default(part.default, following, filled)


def _pronoun_for_the_known(following: Part | None, filled: Filled) -> str:
    """*them*, *they* for whom the sentence has spoken of; "" where a pronoun reads badly."""
    words = following.value if following is not None and following.kind is Kind.WORDS else ""
    if words.startswith(("'s", " who ")) and words != " who ":
        return ""
    filled.plural = filled.one = True
    agreeing = following is not None and (following.kind is Kind.AGREEING or words.isspace())
    return "they" if agreeing else "them"


def _default(default: str, following: Part | None, filled: Filled) -> str:
    filled.plural, filled.one = phrase_is_plural(default), False
    if follows_possessive(filled.text):
        default = without_determiner(default)
    return possessive_before(default, following)


def _captured(
    part: Part,
    span: Span,
    following: Part | None,
    passage: Passage,
    filled: Filled,
) -> str:
    """The sentence's own words for a slot; "" where the default reads better."""
    root = phrase_root(passage.doc, *span)
    _refuse_cut_phrase(passage, span)
    _refuse_misread_phrase(part, span, following, passage)
    if part.value == "object" and is_another_thing(part, root, passage):
        return ""
    filled.plural = is_plural_phrase(root)
    if part.value == "people" and names_nobody(part, span, root, following):
        return ""
    filled.one = part.value == "people" and is_one_person(root, passage.doc[span[0]])
    if part.value in ("people", "person", "role", "team"):
        return people_words(part.value, span, root, following, passage, filled)
    return thing_words(part, span, root, passage, filled)


def _refuse_cut_phrase(passage: Passage, span: Span) -> None:
    """A phrase that begins inside another, or ends before the clause about it does."""
    if _ends_before_a_clause(passage, span[1]):
        raise UnfitError("the phrase ends before what its verb says")
    first, last = passage.doc[span[0]], passage.doc[span[1] - 1]
    clause = last.head
    cut = last.dep_ in SUBJECT and clause.i >= span[1] and clause.dep_ == "acl:relcl"
    if cut and span[0] <= clause.head.i < span[1]:
        raise UnfitError("the phrase ends before the verb of its clause")
    if first.tag_ == "POS" or first.lower_ in ("&", "and", "or"):
        raise UnfitError("the phrase begins inside another")
    if any(word.lower_ in _CLAUSE_WORDS for word in passage.doc[span[0] + 1 : span[1]]):
        raise UnfitError("the phrase reaches into a clause")
    if last.dep_ == "acl:relcl" and verb_lemma(last.lower_) in _LINKING:
        raise UnfitError("the clause about the people is cut")


def _refuse_misread_phrase(
    part: Part, span: Span, following: Part | None, passage: Passage
) -> None:
    """A phrase that means somebody or something else than its slot."""
    words = passage.doc[slice(*span)]
    root = phrase_root(passage.doc, *span)
    if part.value == "team" and any(word.lower_ == "who" for word in words):
        raise UnfitError("what the team is told, read as a clause about it")
    if root.lower_ == "them" and _follows_who(following) and _one_is_named_before(root):
        raise UnfitError("one person, of whom a clause has spoken")
    if part.value == "people" and any(_asks_without_verb(word) for word in words):
        raise UnfitError("what the people are told, read as a clause about them")
    if part.value == "people" and root.lower_ in ("he", "she", "they"):
        raise UnfitError("the subject of a clause that goes")
    if part.value == "destination" and _is_list_cut_short(words):
        raise UnfitError("a list that goes on")
    if part.value == "person" and any(word.tag_ == "POS" for word in words):
        raise UnfitError("the phrase holds a possessor")


def _is_list_cut_short(words: Iterable[Token]) -> bool:
    """*the bank, the store*| , *wherever*: commas, and no *and* or *or*."""
    comma = any(word.text == "," for word in words)
    return comma and not any(word.dep_ == "cc" for word in words)


def _asks_without_verb(word: Token) -> bool:
    """*callers | which services to sign up for*: a question, no clause about the callers."""
    verb = any(child.dep_ in AUXILIARY for child in word.children)
    return word.dep_ == "acl:relcl" and is_noun(word) and not verb


def _follows_who(following: Part | None) -> bool:
    return following is not None and following.value.startswith(" who")


def _one_is_named_before(pronoun: Token) -> bool:
    """*If a guest won't get up, the companion wakes | them*."""
    return any(
        word.tag_ == "NN" and any(child.lower_ in ("a", "an") for child in word.lefts)
        for word in pronoun.doc[: pronoun.i]
        if word.dep_ == "nsubj" and word.head.dep_ == "advcl"
    )


def _ends_before_a_clause(passage: Passage, end: int) -> bool:
    """*men who swear | they'd never go*."""
    last, after = passage.doc[end - 1], passage.doc[end : end + 1]
    if is_noun(last) and any(word.tag_ == "PRP" and word.dep_ == "nsubj" for word in after):
        return True  # "the people | they will meet"
    says = any(child.dep_ == "ccomp" and child.i >= end for child in last.children)
    return says or (last.dep_ == "acl:relcl" and any(word.dep_ == "nsubj" for word in after))
