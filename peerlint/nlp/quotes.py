"""What stands between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

Span = tuple[int, int]

_CURLY = re.compile(r"“[^“”]{1,600}”|«[^«»]{1,600}»|(?<!\w)‘[^‘]{2,300}?’(?!\w)")
_STRAIGHT = re.compile(r'(?<!\w)"[^"\n]{1,600}"(?!\w)|(?<![\w’\'])\'[^\'\n]{2,200}\'(?!\w)')
_LONGEST = 602  # characters that `_CURLY` and `_STRAIGHT` can match


def quote_spans(text: str) -> tuple[Span, ...]:
    """Spans inside quotation marks in order, marks included; unclosed marks are ignored."""
    spans = [match.span() for match in _CURLY.finditer(text)]
    spans += [match.span() for match in _STRAIGHT.finditer(text) if _looks_paired(text, match)]
    return tuple(sorted(spans))


def _looks_paired(text: str, match: re.Match[str]) -> bool:
    return not text[match.start() + 1].isspace()


def quotes_near(spans: Sequence[Span], at: int) -> Sequence[Span]:
    """Of sorted spans those that can hold the character at `at`."""
    return spans_between(spans, at - _LONGEST, at + 1)


def spans_between(spans: Sequence[Span], low: int, high: int) -> Sequence[Span]:
    """Of sorted spans those that begin at `low` or after it, and before `high`."""
    return spans[bisect_left(spans, (low, 0)) : bisect_left(spans, (high, 0))]
