"""Names that a document tells by where they stand: lists of those present, labels, after a title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from peerlint.document import Block
from peerlint.matching.phrases import TokenView
from peerlint.nlp.naming import Names
from peerlint.nlp.roles import Roles

_PRESENT = frozenset("present attending attended attendees attendance on here staff team".split())

_EVALUATED = frozenset({"employee", "incumbent"})


def roster(blocks: Sequence[tuple[Block, TokenView]], names: Names) -> Iterator[str]:
    """Names in a paper about peer workers: *Present: Yara, Sid*, and labels (*Trish: art room*).

    A label counts as a name where the text goes on to speak of it, never in small letters.
    """
    seen = Counter(word for _, view in blocks for word in view.text)
    for block, view in blocks:
        if view.lower[1:2] != (":",):
            continue
        if view.lower[0] in _PRESENT:
            yield from (view.lower[at] for at in names.listed(view, 2))
        elif view.lower[0] in _EVALUATED:
            yield from (view.lower[at] for at in names.full(view, 2))
        elif block.label and _is_told_again(view.text[0], seen):
            yield from (view.lower[at] for at in names.listed(view, 0))


def _is_told_again(word: str, seen: Counter[str]) -> bool:
    return seen[word.title()] > 1 and not seen[word.lower()]


def names_in_capitals(views: Sequence[TokenView], roles: Roles, names: Names) -> Iterator[str]:
    """*Peer Specialist Moe*, where the word stands alone elsewhere and never in small letters."""
    maybe = {
        view.lower[at]: role
        for view in views
        for at, role in names.after_capitals(view, roles.titles(view))
    }
    if not maybe:
        return
    seen = Counter(word for view in views for word in view.text)
    for word, role in maybe.items():
        if role == "peer" and _is_told_again(word, seen):
            yield word
