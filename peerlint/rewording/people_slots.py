"""Words for people in a slot: the served, the peer worker, other staff."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerlint.rewording.filled import Filled
from peerlint.rewording.grammar import POSSESSIVES, is_noun, is_plural_noun, is_plural_phrase
from peerlint.rewording.inflection import noun_lemma, pluralize
from peerlint.rewording.own_words import needs_the, span_text
from peerlint.rewording.passage import Passage, Span, UnfitError
from peerlint.rewording.pronouns import (
    OBJECT_PRONOUNS,
    SUBJECT_PRONOUNS,
    form_of,
    is_called_by_it,
    pronoun_of,
)
from peerlint.rewording.template import Kind, Part
from peerlint.rewording.words import CONTESTED, GENDERED_NOUNS, ONE_ONLY, TITLES
from peerlint.rewording.written_forms import possessive_before

if TYPE_CHECKING:
    from spacy.tokens import Token

_COLLECTIVE = frozenset(
    {"staff", "youth", "someone", "anyone", "everyone", "whoever", "anybody", "everybody", "family"}
)


def names_nobody(part: Part, span: Span, root: Token, following: Part | None) -> bool:
    """*someone*, *them* before *who*, the *client* of *client funds*: the default reads better."""
    if part.default is None or span[1] - span[0] > 1:
        return False
    if noun_lemma(root.lower_) in CONTESTED and _stands_for_many(root) and not is_plural_noun(root):
        return True
    before_who = following is not None and following.value.startswith(" who")
    pronoun = root.tag_ == "PRP$" and root.lower_ not in ("his", "her")
    return root.lower_ in ("someone", "anyone", "somebody", "anybody") or (pronoun and before_who)


def is_one_person(root: Token, first: Token) -> bool:
    """*him*, *Ms. Dao*, *the client*, *her son*: words after which *who* would pick out another."""
    if root.lower_ in ("him", "her", "he", "she", "his") or first.lower_ in TITLES:
        return True
    if is_plural_phrase(root) or root.tag_ in ("PRP", "PRP$"):
        return False
    if _stands_for_many(root):
        return False
    if _stands_bare(root):
        return True
    called = root.lower_ in GENDERED_NOUNS and is_called_by_it(root)
    named = called or (root.tag_ == "NNP" and first.lower_ not in ONE_ONLY)
    return named or first.lower_ in {"the", "this", "that"} | POSSESSIVES


def people_words(
    name: str,
    span: Span,
    root: Token,
    following: Part | None,
    passage: Passage,
    filled: Filled,
) -> str:
    """The sentence's own words for people, with the pronoun, number and article that fit."""
    before_who = _words(following).startswith(" who")
    if name == "people" and filled.one:
        filled.person = pronoun_of(root, passage)
    if span[1] - span[0] == 1 and root.lower_ in OBJECT_PRONOUNS | SUBJECT_PRONOUNS:
        return _pronoun(following, filled)
    text = re.sub(r"^its (?=\w)", "the ", span_text(passage, *span))
    one = text.split(" ", 1)[0].lower() in ONE_ONLY
    if name == "people" and _stands_for_many(root) and not is_plural_noun(root) and not one:
        text = _in_the_plural(text, root, passage.doc[span[1] - 1])
        filled.plural = True
    elif name == "people" and _stands_bare(root):
        text = f"the {text}"
    if name in ("role", "team") and needs_the(root):
        text = f"the {text}"
    if before_who and _ends_in_clause(span, root):
        raise UnfitError("two clauses about the people, one after the other")
    return possessive_before(text, following)


def _in_the_plural(text: str, root: Token, last: Token) -> str:
    """*client* of *client funds* -> *clients*; in *newly released men*, *men* are many already."""
    if last.i == root.i:
        return f"{text[: len(text) - len(root.text)]}{pluralize(noun_lemma(root.text))}"
    if not is_plural_noun(last):
        raise UnfitError("a singular for many before another word")
    return text


def _pronoun(following: Part | None, filled: Filled) -> str:
    """*them* -> *they ask*, *those who ask*; one person stays *her* or *him*."""
    agreeing = following is not None and (
        following.kind is Kind.AGREEING or bool(re.match(r"\s*$", _words(following)))
    )
    if filled.person != "they":
        return filled.person if agreeing else form_of(filled.person, "them")
    filled.plural = True
    if _words(following).startswith(" who") and not filled.one:
        return "those"
    return "they" if agreeing else "them"


def _words(following: Part | None) -> str:
    return following.value if following is not None and following.kind is Kind.WORDS else ""


def _stands_for_many(root: Token) -> bool:
    """A singular beside another noun, as in *client funds*."""
    after = root.doc[root.i + 1] if root.i + 1 < len(root.doc) else None
    beside = after is not None and is_noun(after) and root.dep_ not in ("obj", "iobj")
    if after is not None and after.dep_.startswith("flat"):
        return False  # "Ms. Dao"
    return beside or root.dep_ in ("compound", "amod")


def _stands_bare(root: Token) -> bool:
    """A singular without determiner where shorthand left out its *the*, as in *remind client*."""
    own = any(child.dep_ in ("det", "nmod:poss", "nummod") for child in root.lefts)
    called = root.is_title and root.i > 0  # "get Mother to class"
    return root.tag_ == "NN" and not own and not called and root.lower_ not in _COLLECTIVE


def _ends_in_clause(span: Span, root: Token) -> bool:
    return any(
        child.dep_ == "acl:relcl" and child.i < span[1] and root.i < child.i
        for child in root.children
    )
