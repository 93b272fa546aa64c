"""Phrases of time and place at the end of a duty, said first when the new words are many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from peerlint.nlp.grammar import RELATIVES
from peerlint.rewording.changes import Change
from peerlint.rewording.grammar import AUXILIARY, SUBJECT, is_verb_token, next_joint
from peerlint.rewording.inflection import noun_lemma, verb_lemma
from peerlint.rewording.own_words import span_text
from peerlint.rewording.passage import HEADING, Passage, UnfitError
from peerlint.rewording.region import Region
from peerlint.rewording.words import (
    ADJUNCT_OPENERS,
    CARRIERS,
    FREQUENCIES,
    LASTING_PREPOSITIONS,
    TAKES_GERUND,
    TIME_CLAUSES,
    TIME_NOUNS,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONG = 8
_MANY = 6  # words, where the last of them could take a time for their own
_TAKES_ALONG = re.compile(r"\b(?:who|about)\b")
_LAST_CLAUSE = re.compile(r"\b(?:what|whatever|if|where|when)(?: [\w'’]+){1,7}$")
_OPENERS = (
    ADJUNCT_OPENERS | FREQUENCIES | TIME_CLAUSES | LASTING_PREPOSITIONS | {"from", "through", "for"}
)
_EACH = {
    "daily": "each day",
    "nightly": "each night",
    "weekly": "each week",
    "monthly": "each month",
    "quarterly": "each quarter",
}
_ADJUNCTS = ("obl", "nmod", "advmod", "advcl")


def adjunct_first(passage: Passage, region: Region, text: str) -> Change | None:
    """*Check rooms each Thursday* -> *Each Thursday, be with people who want company …*.

    None where the sentence goes on otherwise, has words before its subject, or the new words are
    few enough for the phrase to follow them. Raises UnfitError where the phrase measured the old act.
    """
    doc = passage.doc
    last = len(doc) - 1 if doc[-1].is_punct else len(doc)
    many = _MANY if _TAKES_ALONG.search(text) else _LONG
    if passage.form == HEADING or len(text.split()) < many:
        return None
    adjunct = _adjunct(passage, region, last)
    if not RELATIVES.isdisjoint(adjunct.lower().split()):
        raise UnfitError("a clause about the old act's thing")
    if not adjunct or not _opens_well(adjunct):
        return None
    timed = any(noun_lemma(word) in TIME_NOUNS for word in adjunct.lower().split())
    if region.start and not (
        _is_subject_and_auxiliaries(passage, region.start)
        or (timed and _leads_to_doing(passage, region.start))
    ):
        return None
    if _says_it_already(text, adjunct):
        adjunct = ""
    adjunct = _EACH.get(adjunct.lower(), adjunct)
    adjunct = adjunct if doc[0].text[:1].islower() else adjunct[:1].upper() + adjunct[1:]
    opening = f"{span_text(passage, 0, region.start)} " if region.start else ""
    closing = max(region.end, last) - 1
    end = doc[closing].idx + len(doc[closing].text)
    inside = "" if opening else _after_the_doing(text, adjunct)
    if inside:
        return Change(0, end, inside)
    return Change(0, end, f"{adjunct}, {opening}{text}" if adjunct else f"{opening}{text}")


def _after_the_doing(text: str, adjunct: str) -> str:
    """*Working alongside the team as needed, bringing …*: a gerund has it before its first comma.

    "" where the words before the comma could take it for their own.
    """
    doing, comma, rest = text.partition(",")
    words = doing.lower().split()
    plain = len(words) <= _LONG and not _may_open_a_clause(words)
    plain = plain and not rest.startswith(" so that ")
    if not comma or not adjunct or not words[0].endswith("ing") or not plain:
        return ""
    return f"{doing} {adjunct[:1].lower()}{adjunct[1:]},{rest}"


def _may_open_a_clause(words: Sequence[str]) -> bool:
    """Whether one of the words may open a clause inside the phrase."""
    return bool({"who", "what", "that", "where", "if", "when", "about", "how"} & set(words))


def _leads_to_doing(passage: Passage, start: int) -> bool:
    """*Responsible for | supporting people …*, *Duties also include | …*."""
    before = [word for word in passage.doc[:start] if word.dep_ != "case"]
    if not before or passage.doc[0].dep_ in ("case", "mark") or any(w.is_punct for w in before):
        return False
    last = before[-1]
    lemmas = {verb_lemma(last.lower_), noun_lemma(last.lower_), last.lower_}
    return bool(lemmas & TAKES_GERUND) and not is_verb_token(passage.doc[0])


def _says_it_already(text: str, adjunct: str) -> bool:
    """*During meals, take part in meals …*."""
    noun = adjunct.split()[-1].lower()
    return noun in text.lower().split()


def _opens_well(adjunct: str) -> bool:
    """*to a visit* stays where it is; *a week each* measures what has gone. Raises UnfitError."""
    first, *rest = adjunct.lower().split()
    if first in ("a", "an", "per"):
        raise UnfitError("a rate without what it measured")
    timed = any(noun_lemma(word) in TIME_NOUNS for word in rest)
    if not timed and _is_odd_first(adjunct.split()):
        raise UnfitError("a place that only the old act had")
    return first in _OPENERS or (timed and first != "to")


def _is_odd_first(words: Sequence[str]) -> bool:
    """*In Epic, help people …*, *On the tablet, …*, *At home, …*: where, but not where one helps."""
    opener, noun = words[0].lower(), noun_lemma(words[-1].lower())
    if opener == "in" and words[-1][:1].isupper():
        return True
    return words[1:] == ["home"] or (opener in ("on", "in") and noun in CARRIERS)


def ends_in_clause(text: str) -> bool:
    """*…, driving where that helps*: words after it would be heard as part of its last clause."""
    return bool(_LAST_CLAUSE.search(text)) or " so that " in text


def leaves_adjunct(passage: Passage, region: Region) -> bool:
    """Whether a phrase of time or place is said right after the new words."""
    if region.after:
        return True
    follower = passage.doc[region.end] if region.end < len(passage.doc) else None
    if follower is None or follower.is_punct or follower.dep_ == "cc":
        return False
    return follower.dep_ in ("case", "mark", "advmod", "det") or follower.lower_ in FREQUENCIES


def _adjunct(passage: Passage, region: Region, last: int) -> str:
    """The words of time and place that end the sentence, "" when there are none or others too."""
    if region.end >= last:
        return region.after
    if not _is_adjunct(passage, region.end, last):
        return ""
    tail = passage.doc[region.end : last]
    means = next((token.i for token in tail if token.lower_ in ("using", "by")), last)
    words = str(passage.doc[region.end : means].text) if means > region.end else ""
    return " ".join(filter(None, (region.after, words)))


def _is_adjunct(passage: Passage, start: int, end: int) -> bool:
    tail = passage.doc[start:end]
    if any(token.is_punct for token in tail) or next_joint(passage.root, start) is not None:
        return False
    tops = [token for token in tail if not start <= token.head.i < end or token.head.i == token.i]
    return bool(tops) and all(_opens_adjunct(top, start) for top in tops)


def _opens_adjunct(top: Token, start: int) -> bool:
    if top.left_edge.i < start:
        return False
    bare_time = noun_lemma(top.text) in TIME_NOUNS and not any(
        child.dep_ == "case" for child in top.children
    )
    labelled = bare_time or top.dep_.startswith(_ADJUNCTS)
    return labelled and (bare_time or top.left_edge.lower_ in ADJUNCT_OPENERS | {"from"})


def _is_subject_and_auxiliaries(passage: Passage, start: int) -> bool:
    root = passage.root
    governor = root.head if root.dep_ == "xcomp" else root
    subject = next((child for child in governor.children if child.dep_ in SUBJECT), None)
    if subject is None or subject.left_edge.i != 0:
        return False
    if any(token.is_punct and token.tag_ != "HYPH" for token in passage.doc[:start]):
        return False
    after = passage.doc[subject.right_edge.i + 1 : start]
    if governor.i != root.i and verb_lemma(governor.lower_) not in ("need", "have", "continue"):
        return False
    if governor.i != root.i:
        return all(token.dep_ in AUXILIARY | {"mark"} or token.i == governor.i for token in after)
    return all(token.dep_ in AUXILIARY and token.head.i == root.i for token in after)
