"""Duties of one kind joined in a sentence, for which one new act stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peerlint.rewording.grammar import is_verb_token, shape
from peerlint.rewording.passage import Passage, Span
from peerlint.values import replace

if TYPE_CHECKING:
    from spacy.tokens import Token

Act = tuple[int, int, int]
_APART = frozenset({".", ";", ":", "!", "?", "|", "—", "–"})


def joined_acts(passage: Passage, others: Iterable[Act]) -> Passage:
    """The passage with the acts of the same kind beside it: *hold the card | and dole out cash*.

    Each of `others` is the first token, the end and the head of another finding of the rule.
    """
    for start, end, head in sorted(others):
        first = min((passage.start, passage.root.i), (start, head))
        gap = (min(end, passage.end), max(start, passage.start))
        if _is_joined(passage, passage.doc[head], gap):
            passage = replace(
                passage,
                start=first[0],
                end=max(end, passage.end),
                head=first[1],
            )
    return passage


def _is_joined(passage: Passage, other: Token, gap: Span) -> bool:
    doc, root = passage.doc, passage.root
    between = doc[gap[0] : gap[1]]
    if gap[0] > gap[1] or any(word.text in _APART for word in between):
        return False
    if any(is_verb_token(word) and word.dep_ in ("conj", "parataxis") for word in between):
        return False
    joined = any(word.dep_ == "cc" or word.text in (",", "&") for word in between)
    verbs = is_verb_token(root) and is_verb_token(other)
    return joined and verbs and shape(other.lower_) == shape(root.lower_)
