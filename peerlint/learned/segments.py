"""Cut a parsed sentence into clauses, each of which may hold one passage of a kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from peerlint.nlp import syntax
from peerlint.nlp.events import is_verbal
from peerlint.nlp.sentence import Sentence

_OF_VERBS = frozenset({"conj", "parataxis", "advcl", "acl:relcl", "advcl:relcl", "list"})
_OF_ROOTS = frozenset({"conj", "parataxis", "list"})


@dataclass(frozen=True, slots=True)
class Segment:
    """A clause, or a member of a row: its head and its tokens in order (not always side by side)."""

    head: int
    tokens: tuple[int, ...]


def segments_of(sentence: Sentence) -> list[Segment]:
    """The clauses of a sentence that hold a word, in order of place."""
    heads: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    for token in sentence.doc:
        members.setdefault(_head_of(sentence, token, heads), []).append(token.i)
    segments = [
        Segment(head, tuple(tokens))
        for head, tokens in members.items()
        if any(sentence.view.text[at].isalpha() for at in tokens)
    ]
    return sorted(segments, key=lambda segment: segment.tokens)


def _head_of(sentence: Sentence, token: Any, heads: dict[int, int]) -> int:
    passed: list[int] = []
    while token.i not in heads and token.i not in passed:
        passed.append(token.i)
        if _opens_segment(sentence, token):
            break
        token = token.head
    head = heads.get(token.i, token.i)
    heads.update(dict.fromkeys(passed, head))
    return int(head)


def _opens_segment(sentence: Sentence, token: Any) -> bool:
    if syntax.is_root(token):
        return True
    label = syntax.label(token)
    if label in _OF_ROOTS and syntax.is_root(token.head):
        return True
    return label in _OF_VERBS and token.pos_ != "AUX" and is_verbal(sentence, token)
