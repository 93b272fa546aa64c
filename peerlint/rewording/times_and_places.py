"""What says when or where an act happens, and so may be said of another act."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING

from peerlint.rewording.inflection import noun_lemma
from peerlint.rewording.passage import Passage, Span
from peerlint.rewording.words import (
    DOCUMENT_NOUNS,
    EVENTS,
    FREQUENCIES,
    LASTING_PREPOSITIONS,
    MANNERS_IN,
    ORDER_NOUNS,
    PARTS_OF_PAPERS,
    PLACES_ON,
    TIME_NOUNS,
    WORKING_HOURS,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def time_and_place_inside(passage: Passage, end: int) -> str:
    """Words of time and place that end the match, unless a slot holds them."""
    doc = passage.doc
    first = end
    if end < len(doc) and doc[end].lower_ == "without":
        return ""  # "on nights | without a nurse": not on all nights
    while (child := _adjunct_ending(passage, first)) is not None:
        if passage.timeless and not says_the_workers_hours(child):
            return ""
        first = child.left_edge.i
    own = any(span[0] < end and span[1] > first for span in _slot_spans(passage))
    return "" if first == end or own else str(doc[first:end].text)


def _adjunct_ending(passage: Passage, end: int) -> Token | None:
    root = passage.root.i
    for token in passage.doc[root + 1 : end]:
        ends = token.right_edge.i == end - 1 and token.left_edge.i > root
        if ends and token.dep_.startswith(("obl", "nmod", "advmod")) and _stays_from_inside(token):
            return token
    return None


def _stays_from_inside(token: Token) -> bool:
    """*in seclusion* inside a match belongs to the old act; *in May* and *at night* do not."""
    if paces_the_act(token):
        return False
    if token.left_edge.lower_ in FREQUENCIES:
        return True
    timed = any(noun_lemma(word.lower_) in TIME_NOUNS for word in token.subtree)
    return says_when_or_where(token) and (timed or not is_opened_by(token, ("in",)))


def _slot_spans(passage: Passage) -> list[Span]:
    return [span for name, span in passage.slots.items() if name != "event"]


def says_the_workers_hours(child: Token) -> bool:
    """*on the night shift*, *on weekends*: true of whatever the worker does."""
    each = any(word.lower_ in FREQUENCIES for word in child.subtree)
    return is_opened_by(child, ("on",)) and noun_lemma(child.lower_) in WORKING_HOURS and not each


def paces_the_act(child: Token) -> bool:
    """*every 15 minutes*, *q4h*, *on the hour*, *ten a week*: how often the old act had to be."""
    noun = noun_lemma(child.lower_)
    first = child.left_edge.lower_
    if re.fullmatch(r"q\d+\w*|hourly", child.lower_):
        return True
    if noun in ("minute", "hour", "second") and first in ("every", "each", "on"):
        return True
    return noun in TIME_NOUNS and first in ("a", "per") and child.left_edge.i >= child.i - 1


def says_when_or_where(child: Token) -> bool:
    """Whether a phrase says when or where, and no more than that of the old act."""
    noun = noun_lemma(child.lower_)
    if re.fullmatch(r"\d*\.\d+", child.text):
        return False
    opener = next((case.lower_ for case in child.lefts if case.dep_ == "case"), "")
    if (noun in TIME_NOUNS or child.like_num) and opener in ("through", "from", "to", "until"):
        return opener != "to" or any(word.lower_ == "from" for word in child.doc[: child.i])
    if (noun == "time" and opener in ("on", "in")) or noun == "scope":
        return False
    if opener == "as":
        return noun == "part"
    if opener and opener not in LASTING_PREPOSITIONS:
        return False
    if opener in ("before", "after", "during", "until"):
        return noun in EVENTS | TIME_NOUNS or child.like_num or child.tag_ == "CD"
    if noun in DOCUMENT_NOUNS | ORDER_NOUNS or _is_part_of_a_paper(child):
        return False
    named = [child, *(word for word in child.children if not word.dep_.startswith("acl"))]
    timed = any(noun_lemma(word.lower_) in TIME_NOUNS for word in named)
    if timed or not opener:
        return timed or (child.like_num and "/" not in child.text)
    if opener == "by":
        return noun == "end"
    if opener == "on":
        return noun in PLACES_ON
    return opener != "in" or noun not in MANNERS_IN


def _is_part_of_a_paper(child: Token) -> bool:
    """*in the comments field*, not *in the field*."""
    named = any(word.dep_ == "compound" for word in child.lefts)
    return noun_lemma(child.lower_) in PARTS_OF_PAPERS and named


def is_opened_by(child: Token, words: Container[str]) -> bool:
    """Whether one of these words opens the phrase as its preposition or conjunction."""
    return any(mark.lower_ in words for mark in child.lefts if mark.dep_ in ("case", "mark"))
