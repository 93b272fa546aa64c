"""Cues that stand beside a sentence or above it: in what follows, in what comes before, in headings."""

from __future__ import annotations

from collections.abc import Iterator

from peerlint.matching.phrases import PhraseMatch, TokenView, find_all, longest_at
from peerlint.matching.tokens import light_view
from peerlint.nlp.sentence import Sentence
from peerlint.rulebook.book import Cue

BESIDE = frozenset({"next", "earlier", "label", "heading"})
"""The scopes of such cues."""

_JOINING = frozenset({"and", "but", "so"})


def said_beside(cue: Cue, sentence: Sentence) -> str:
    """The words of the cue, or ""."""
    for view in _views(cue.scope, sentence):
        if cue.anchors is not None and cue.anchors.isdisjoint(view.words):
            continue
        found = _opening(cue, view) if cue.scope == "next" else _first(cue, view)
        if found is not None:
            return " ".join(view.text[found.start : found.end])
    return ""


def _views(scope: str, sentence: Sentence) -> Iterator[TokenView]:
    block = sentence.block
    if scope == "next":
        yield sentence.next
    elif scope == "earlier":
        yield sentence.earlier
    else:
        above = block.headings if scope == "heading" else block.headings[-1:]
        yield from map(light_view, (block.label, *above))


def _first(cue: Cue, view: TokenView) -> PhraseMatch | None:
    return next(iter(find_all(cue.node, view)), None)


def _opening(cue: Cue, view: TokenView) -> PhraseMatch | None:
    """The cue where it opens the text, signs and a conjunction before it aside."""
    for start, word in enumerate(view.lower):
        match = longest_at(cue.node, view, start)
        if match is not None:
            return match
        if word[:1].isalnum() and word not in _JOINING:
            break
    return None
