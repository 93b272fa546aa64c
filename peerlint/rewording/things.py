"""What a duty is done to: the word for it, and its phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.grammar import is_nominal, is_noun
from peerlint.rewording.inflection import noun_lemma, verb_lemma
from peerlint.rewording.noun_phrases import noun_phrase, opens_duty_after_and, token_after
from peerlint.rewording.passage import Span
from peerlint.rewording.word_sets import WordSets, is_among
from peerlint.rewording.words import ABOUT, SENDS, TAKES_TO, TIME_NOUNS, TIME_PREPOSITIONS

if TYPE_CHECKING:
    from spacy.tokens import Token


def thing_of(root: Token, words: WordSets, taken: set[int]) -> Token | None:
    """What the duty is done to: its object, or what a named act is about.

    `taken` are the places of words that stand for people.
    """
    if is_noun(root):
        return what_it_is_about(root, taken) if is_among(root, words.acts) else root
    direct = _first(root, ("obj", "nsubj:pass"), taken) or _in_complement(root, taken)
    thing = direct or _first(root, ("obl",), taken, without=TIME_PREPOSITIONS)
    if thing is None:
        return None
    return what_it_is_about(thing, taken) if is_among(thing, words.acts) else thing


def _first(
    token: Token,
    labels: tuple[str, ...],
    taken: set[int],
    without: frozenset[str] = frozenset(),
) -> Token | None:
    for child in token.children:
        prepositions = {case.lower_ for case in child.children if case.dep_ == "case"}
        named = child.dep_ in labels and child.i not in taken and is_nominal(child)
        if named and child.pos_ != "PRON" and not prepositions & without:
            return child
    return None


def _in_complement(root: Token, taken: set[int]) -> Token | None:
    """The object of a clause the verb governs: *prompt residents to take {medication}*."""
    for child in root.children:
        if child.dep_ in ("xcomp", "ccomp"):
            return _first(child, ("obj",), taken) or _first(
                child, ("obl",), taken, without=TIME_PREPOSITIONS
            )
    return None


def what_it_is_about(act: Token, taken: set[int]) -> Token | None:
    """The noun a named act is about: *administration of | doses*, *| pill checks*."""
    for child in act.children:
        of = any(case.lower_ in ("of", "with", "to") for case in child.children)
        if child.dep_ == "nmod" and of and child.i not in taken:
            return child
    for child in reversed(list(act.lefts)):
        hyphenated = token_after(child) == "-"
        if child.dep_ in ("compound", "nmod") and child.i not in taken and not hyphenated:
            return child
    return None


def thing_phrase(thing: Token, root: Token, start: int, end: int) -> Span | None:
    """The object's phrase with what it is of, for, about; None when it holds the duty's verb."""
    first, last = noun_phrase(thing)
    if thing.dep_ in ("compound", "nmod") and thing.head.i > thing.i:
        first = min((child.left_edge.i for child in thing.lefts), default=thing.i)
        last = thing.i + 1
    elif start <= thing.i < end:
        last = _end_with_what_it_is_about(thing, last, sent=_is_sent(thing, root))
    if start <= thing.i < end:
        first = max(first, start)
        last = _without_purpose(thing, last, end)
    holds_verb = first <= root.i < last and root.i != thing.i
    return None if holds_verb else (first, max(last, thing.i + 1))


def _without_purpose(thing: Token, last: int, end: int) -> int:
    """*the file | to get to know them*: what the act was for, read as part of the thing."""
    for child in thing.rights:
        purpose = child.dep_ == "acl" and any(mark.lower_ == "to" for mark in child.lefts)
        if purpose and child.left_edge.i >= end:
            return min(last, int(child.left_edge.i))
    return last


def with_what_it_is_about(noun: Token) -> Span:
    """A noun phrase with what it is of, for, about, and what is joined to it."""
    first, last = noun_phrase(noun)
    return first, _end_with_what_it_is_about(noun, last)


def _is_sent(thing: Token, root: Token) -> bool:
    """*fax the slip | to the court*: where a thing goes is no part of it; *give access to …* is."""
    return verb_lemma(root.lower_) in SENDS and noun_lemma(thing.lower_) not in TAKES_TO


def _end_with_what_it_is_about(thing: Token, end: int, *, sent: bool = False) -> int:
    about_it = ABOUT - {"to"} if sent else ABOUT
    for child in thing.rights:
        if child.left_edge.i > end:
            break
        cases = {case.lower_ for case in child.children if case.dep_ == "case"}
        about = (
            child.dep_ == "nmod" and cases & about_it and noun_lemma(child.lower_) not in TIME_NOUNS
        )
        joined = child.dep_ == "conj" and is_nominal(child) and not opens_duty_after_and(child)
        if about or joined:
            end = max(end, child.right_edge.i + 1)
    return end
