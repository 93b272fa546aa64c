"""Which words the filled template replaces, and which of them are said again after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peerlint.rewording.fill import Source
from peerlint.rewording.passage import Passage, UnfitError


@dataclass(frozen=True, slots=True)
class Region:
    """Tokens `start` to `end` make room for the new text; `after` are kept words that follow it."""

    start: int
    end: int
    after: str = ""


def find_region(source: Source, used: Sequence[str], *, whole: bool) -> Region:
    """The match, its verb's auxiliaries and the phrases the new text has taken in.

    `whole` is true for templates that open with the verb: phrases after the match that were taken
    into the new text leave their place, and what stood between is said again at the end.
    """
    passage = source.passage
    start, end = passage.start, passage.end
    if end - start > 1 and passage.doc[end - 1].tag_ == "POS":
        end -= 1
    if source.modified is not None:
        return Region(start, source.modified[1])
    if source.verb is not None:
        start = min(start, source.verb.start)
    taken = [_with_preposition(passage, passage.slots[name], end) for name in used]
    if source.verb is not None and source.verb.absorbed is not None:
        taken.append(source.verb.absorbed)
    outside = sorted(span for span in taken if span[1] > end and span[0] >= passage.start)
    if not outside or not whole:
        return Region(start, end)
    return _absorbing(passage, start, end, outside)


def _with_preposition(passage: Passage, span: tuple[int, int], end: int) -> tuple[int, int]:
    start = span[0]
    while start > end and passage.doc[start - 1].dep_ in ("case", "mark"):
        start -= 1
    return start, span[1]


def _absorbing(passage: Passage, start: int, end: int, outside: list[tuple[int, int]]) -> Region:
    between: list[str] = []
    at = end
    for span in outside:
        if span[0] > at:
            between.append(_loose_words(passage, at, span[0]))
        at = max(at, span[1])
    return Region(start, at, " ".join(between))


def _loose_words(passage: Passage, start: int, end: int) -> str:
    words = passage.doc[start:end]
    if any(word.is_punct or word.dep_ == "cc" for word in words):
        raise UnfitError("the sentence goes on between the match and its phrase")
    return str(words.text)
