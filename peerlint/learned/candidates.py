"""What the second reader looks at: verb phrases, noun phrases and predicates of a parsed sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from peerlint.matching.phrases import TokenView, is_modifier
from peerlint.nlp import syntax
from peerlint.nlp.events import is_verbal
from peerlint.nlp.sentence import Sentence

VERB, NOUN, ADJECTIVE = "v", "n", "a"
_MOST_TOKENS = 12
_STOPS = frozenset({";", ":", ".", "!", "?", "—", "–", "|", "(", ")"})
_INSIDE = (
    "obj",
    "iobj",
    "xcomp",
    "ccomp",
    "obl",
    "compound:prt",
    "nmod",
    "advmod",
    "dobj",
    "prep",
    "pobj",
)
_SUBORDINATE = ("conj", "parataxis", "advcl", "acl:relcl")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `start` to `end`, headed by `head`; `kind` is `v`, `n` or `a`."""

    kind: str
    start: int
    end: int
    head: int


def candidates_of(sentence: Sentence) -> list[Candidate]:
    """All candidates of a sentence, in order of place."""
    found = [_verb_phrase(sentence, token) for token in sentence.doc if is_verbal(sentence, token)]
    found += _noun_phrases(sentence.view)
    found += [
        Candidate(ADJECTIVE, token.i, token.i + 1, token.i)
        for token in sentence.doc
        if token.pos_ == "ADJ" and token.is_alpha
    ]
    return sorted(found, key=lambda c: (c.start, c.end, c.kind))


def _verb_phrase(sentence: Sentence, verb: Any) -> Candidate:
    """The verb with its complements, to the clause's end at most."""
    end = verb.i + 1
    for child in syntax.children(verb, *_INSIDE):
        if child.i > verb.i:
            end = max(end, _right_edge(child) + 1)
    last = verb.i + 1
    view = sentence.view
    while last < min(end, verb.i + _MOST_TOKENS, len(view)) and view.lower[last] not in _STOPS:
        last += 1
    return Candidate(VERB, verb.i, last, verb.i)


def _right_edge(token: Any) -> int:
    edge = token.i
    for child in token.children:
        if child.i > token.i and syntax.label(child) not in _SUBORDINATE and not child.is_punct:
            edge = max(edge, _right_edge(child))
    return int(edge)


def _noun_phrases(view: TokenView) -> list[Candidate]:
    found = []
    at = 0
    while at < len(view):
        end = at
        while end < len(view) and (
            view.pos[end] in ("NOUN", "PROPN", "PRON", "NUM") or is_modifier(view, end)
        ):
            end += 1
        if end > at and any(
            view.pos[index] in ("NOUN", "PROPN", "PRON", "ADJ") for index in range(at, end)
        ):
            found.append(Candidate(NOUN, at, end, end - 1))
        at = max(end, at + 1)
    return found
