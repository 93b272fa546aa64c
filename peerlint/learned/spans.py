"""From a clause to the words that a finding marks: verb and object, or the phrase that weighs most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peerlint.learned.categories import CATEGORIES
from peerlint.learned.segments import Segment
from peerlint.matching.match import top_of
from peerlint.nlp import syntax
from peerlint.nlp.events import is_verbal
from peerlint.nlp.sentence import Sentence

_MOST_TOKENS = 14
_STOPS = frozenset({";", ":", ".", "!", "?", "—", "–", "|"})
_COMPLEMENTS = ("obj", "iobj", "xcomp", "ccomp", "obl", "compound:prt", "nmod", "nsubj:pass")
_OF_NOUNS = frozenset({"compound", "amod", "nsubj", "nsubj:pass"})  # *Peer mentors*: no verb here
_EDGE_POS = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PUNCT", "PART", "AUX", "PRON", "SYM"})

Span = tuple[int, int, int]
"""First token, end, head."""


def narrowed(
    sentence: Sentence, segment: Segment, weighed: Mapping[int, float], category: str
) -> Span:
    """What a finding of this category marks in the clause."""
    kind = CATEGORIES[category]
    if kind == "duty":
        verbs = [
            at
            for at in segment.tokens
            if sentence.view.pos[at] != "AUX"
            and is_verbal(sentence, sentence.doc[at])
            and syntax.label(sentence.doc[at]) not in _OF_NOUNS
        ]
        if verbs:
            return max(
                (_verb_phrase(sentence, segment, at) for at in verbs),
                key=lambda span: (_weight(weighed, span), span[1] - span[0]),
            )
    span = _heaviest(sentence, segment, weighed)
    enough = 1 if kind == "language" else 2
    says_something = any(at not in _EDGE_POS for at in sentence.view.pos[span[0] : span[1]])
    if says_something and span[1] - span[0] >= enough:
        return _deed(sentence, segment, span) if category == "coercive" else span
    return _stretch(sentence, segment)


def _deed(sentence: Sentence, segment: Segment, span: Span) -> Span:
    """*Guests who are late are sent back*: what is done to people, where only they would be marked."""
    head = sentence.doc[span[2]]
    if syntax.label(head) not in ("nsubj", "nsubj:pass") or head.head.i not in segment.tokens:
        return span
    first, end, verb = _verb_phrase(sentence, segment, head.head.i)
    first = min([first, *(one.i for one in syntax.children(head.head, "aux", "aux:pass"))])
    if end < len(sentence.view.pos) and sentence.view.pos[end] == "ADV":
        end += 1
    return first, end, verb


def _stretch(sentence: Sentence, segment: Segment) -> Span:
    """The clause from its first word on, so far as its words stand side by side."""
    words = [at for at in segment.tokens if sentence.view.pos[at] != "PUNCT"] or segment.tokens
    start = end = words[0]
    for at in segment.tokens[segment.tokens.index(start) :][:_MOST_TOKENS]:
        if at > end or sentence.view.text[at] in _STOPS:
            break
        end = at + 1
    return _trimmed(sentence, start, max(end, start + 1))


def _weight(weighed: Mapping[int, float], span: Span) -> float:
    return sum(weighed.get(at, 0.0) for at in range(span[0], span[1]))


def _verb_phrase(sentence: Sentence, segment: Segment, verb: int) -> Span:
    """The verb with its complements, inside the clause."""
    token = sentence.doc[verb]
    last = verb
    for child in syntax.children(token, *_COMPLEMENTS):
        if child.i > verb:
            last = max(last, _right_edge(child, frozenset(segment.tokens)))
    end = verb + 1
    lower = sentence.view.lower
    while end <= last and end < verb + _MOST_TOKENS and lower[end] not in _STOPS:
        end += 1
    return verb, end, verb


def _right_edge(token: Any, inside: frozenset[int]) -> int:
    edge = token.i
    for child in token.children:
        if child.i > token.i and child.i in inside and not child.is_punct:
            edge = max(edge, _right_edge(child, inside))
    return int(edge)


def _heaviest(sentence: Sentence, segment: Segment, weighed: Mapping[int, float]) -> Span:
    """The run of words whose weights stand out most from the clause's mean."""
    values = [weighed.get(at, 0.0) for at in segment.tokens]
    positive = sum(value for value in values if value > 0)
    toll = positive / (len(values) + 3)
    best, start, total = (0.0, segment.head, segment.head), 0, 0.0
    previous = -2
    for at, value in zip(segment.tokens, values, strict=True):
        if total <= 0 or at != previous + 1:
            start, total = at, 0.0
        total += value - toll
        previous = at
        best = max(best, (total, start, at), key=lambda run: run[0])
    return _trimmed(sentence, best[1], best[2] + 1)


def _trimmed(sentence: Sentence, start: int, end: int) -> Span:
    """Without small words at the edges, and with the words that a noun brings along."""
    pos = sentence.view.pos
    while end - start > 1 and pos[end - 1] in _EDGE_POS:
        end -= 1
    while end - start > 1 and pos[start] in _EDGE_POS:
        start += 1
    while start > 0 and pos[start - 1] in ("ADJ", "NOUN") and _modifies(sentence, start - 1, end):
        start -= 1
    while _modifies(sentence, end - 1, len(pos)) and sentence.doc[end - 1].head.i < end + 2:
        end = sentence.doc[end - 1].head.i + 1
    return start, end, top_of(sentence, start, end)


def _modifies(sentence: Sentence, at: int, end: int) -> bool:
    """Whether the token stands before the noun that it belongs to, before `end`."""
    token = sentence.doc[at]
    return syntax.label(token) in ("compound", "amod", "nummod") and at < token.head.i < end
