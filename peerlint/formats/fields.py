"""Field labels: the `Position:` that opens a line of a form or a job description."""

from __future__ import annotations

import re
from collections.abc import Sequence

from peerlint.formats.passage import Passage, Span, covers

_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3}){0,4}\.?[ \t]+)?"
_LABEL = re.compile(_NUMBER + r"(?P<label>[^:\n\ufffc]{1,60})(?=:)")
_RUN_IN = re.compile(_NUMBER + r"(?P<label>[^.:\n\ufffc]{1,60})(?=[.:](?:\s|$))")
# *Kit (RN) – refill line*: who or what a line of a list of tasks is about
_DASHED = re.compile(r"[A-Z][\w.’']*(?: [\w.’'&]+){0,3}(?: \([^()\n]{1,30}\))? [–—] ")
_MOST_WORDS = 6
_MOST_WORDS_BEFORE_VALUE = 4
# A sentence that ends in a colon opens with one of these more often than a label does.
_NOT_A_LABEL = re.compile(
    r"(?:i|he|she|we|you|they|it|this|that|these|those|there|if|when|while|as|to|in|on|at|by|for|"
    r"with|from|and|but|or|because|the|a|an|https?|mailto|www)\b(?=[\s'’])",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|shall|must|can|may|should|include[sd]?|including|says?|said|"
    r"has|have|do|does|following)\b",
    re.IGNORECASE,
)


def field_label(text: str, emphasis: Sequence[Span] = ()) -> str:
    """The label that opens `text`, without its colon, or "".

    A bold opening (`**Reports to:** Jo`, `**Pay.** Hourly`) is a label whenever it ends in a
    colon or full stop; a plain one needs a colon, a capital and the shape of a name for a field,
    not of a sentence. A block that is only a label (`Strengths:`) has it too.
    """
    match = (_RUN_IN if emphasis and emphasis[0][0] == 0 else _LABEL).match(text)
    if match is None:
        return ""
    label = match["label"].strip()
    words = len(label.split())
    if words > _MOST_WORDS or not any(char.isalpha() for char in label):
        return ""
    if covers(_within(emphasis, match.end()), match[0]):
        return label
    if text[match.end()] != ":":
        return ""
    value = text[match.end() + 1 :]
    if value[:1].strip() or (value.strip() and words > _MOST_WORDS_BEFORE_VALUE):
        return ""
    return label if label[0].isupper() and names_a_field(label) else ""


def names_a_field(text: str) -> bool:
    """Whether a text has the shape of a name for a field or a part, not of a sentence."""
    sentence = _NOT_A_LABEL.match(text) or _VERB.search(text)
    return not sentence and not any(mark in text for mark in '.!?;"“”')


def field_lines(passage: Passage) -> tuple[Passage, ...]:
    """The passage cut before every line that opens with a label, else the whole of it.

    Lines of a paragraph are cut where each of them has a label (or a name and a dash), or where a
    bold label opens one.
    Parts come without white space at their ends; empty ones are left out.
    """
    passage = passage.strip()
    if not passage.breaks:
        return (passage,) if passage.text else ()
    starts = [0, *(place + 1 for place in passage.breaks)]
    lines = [passage.slice(start, end) for start, end in _edges(starts, len(passage.text))]
    labelled = [bool(field_label(line.text.strip(), line.strip().emphasis)) for line in lines]
    bold = [mark and _opens_bold(line) for mark, line in zip(labelled, lines, strict=True)]
    dashed = [bool(_DASHED.match(line.strip().text)) for line in lines]
    cuts = labelled if all(labelled) else dashed if all(dashed) else bold
    edges = [0, *(start for start, cut in zip(starts[1:], cuts[1:], strict=True) if cut)]
    return tuple(
        part
        for start, end in _edges(edges, len(passage.text))
        if (part := passage.slice(start, end).strip()).text
    )


def _edges(starts: list[int], end: int) -> list[Span]:
    return list(zip(starts, [*starts[1:], end], strict=True))


def _opens_bold(line: Passage) -> bool:
    stripped = line.strip()
    return bool(stripped.emphasis) and stripped.emphasis[0][0] == 0


def _within(spans: Sequence[Span], end: int) -> list[Span]:
    return [(start, min(stop, end)) for start, stop in spans if start < end]
