"""Cut a block's text into sentences before anything is parsed."""

from __future__ import annotations

import re

CROSSES, TICKS = frozenset("✗✘✖❌⛔🚫"), frozenset("✓✔✅")
"""Signs of refusal and of assent before the entries of a list, with or without list markup."""
_SIGNS = CROSSES | TICKS | frozenset("☑☐")
_BOUNDARY = re.compile(
    r"""[.!?…]+["'”’)\]]*(?=\s+["'“‘(\[]*[A-Z0-9•_\[])|\n+|(?<=[\w)”"'’]);(?=\s)"""
    rf"|\s+(?=[{''.join(sorted(CROSSES | TICKS))}]\s)"
)
_OPENS_SCHEDULE = re.compile(r"\d{1,2}:\d{2}\s")
_NEXT_HOUR = re.compile(r"(?<![–—-])(?<!\b(?:at|by|to))\s+(?=\d{1,2}:\d{2}\s[a-z#])")
_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr prof st jr sr vs etc e.g i.e no nos p pp fig sec ch vol dept approx ext "
        "inc ltd co u.s a.m p.m rev hon lt sgt gov"
    ).split()
)
_LAST_WORD = re.compile(r"([A-Za-z.]+)\.$")
_END = re.compile(r"[.?!](?= )")
MAX_SENTENCE = 1200  # characters; a longer one is cut at a blank, so that parsing stays linear


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Offsets (start, end) of the sentences of `text`, blanks around them left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _ends(text):
        _add_entries(text, start, end, spans)
        start = end
    _add_entries(text, start, len(text), spans)
    return spans


def _ends(text: str) -> list[int]:
    """Where sentences end, and the entries of a day's schedule (*7:00 coffee 7:15 keys*)."""
    ends, start = [], 0
    for match in _BOUNDARY.finditer(text):
        if not _is_abbreviation(text, start, match):
            start = match.end()
            ends.append(start)
    if _OPENS_SCHEDULE.match(text):
        hours = (match.end() for match in _NEXT_HOUR.finditer(text))
        return sorted({*ends, *hours})
    return ends


def goes_on(before: str) -> bool:
    """Whether what follows this text goes on with its subject: after a semicolon, or an entry's mark."""
    before = before.rstrip()
    return before.endswith(";") or bool(_LAST_MARK.search(before[-8:]))


def _goes_on_at(text: str, start: int) -> bool:
    while start and text[start - 1].isspace():
        start -= 1
    return goes_on(text[max(0, start - 12) : start])


_MARK = re.compile(r"(?<=\s)\(([a-z]{1,4}|\d{1,2})\)(?=\s)")
_LAST_MARK = re.compile(r"\s\(([a-z]{1,4}|\d{1,2})\)$")
_FIRST, _SECOND = frozenset({"a", "i", "1"}), frozenset({"b", "ii", "2"})


def _add_entries(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    """The sentence, cut where its entries (a), (b) begin, their marks left out."""
    marks = list(_MARK.finditer(text, start, end)) if "(" in text[start:end] else []
    told = {mark.group(1) for mark in marks}
    if told & _SECOND and (told & _FIRST or _goes_on_at(text, start)):
        for mark in marks:
            _add(text, start, mark.start(), spans)
            start = mark.end()
    elif marks and _goes_on_at(text, start) and not text[start : marks[0].start()].strip():
        start = marks[0].end()  # an entry of a sentence that semicolons cut
    _add(text, start, end, spans)


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    if match.group() != ".":
        return False
    before = _LAST_WORD.search(text, max(start, match.end() - 12), match.end())
    if before is None:
        # "1. Do this" in running text: a number alone opens an outline entry
        return text[start : match.start()].strip().isdigit()
    word = before.group(1).lower()
    single = len(word) == 1 and text[match.start() - 1].isupper()
    return word in _ABBREVIATIONS or single


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and (text[start].isspace() or text[start] in _SIGNS):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start, start + MAX_SENTENCE)
        cut = cut if cut > start else start + MAX_SENTENCE
        spans.append((start, cut))
        start = cut + 1 if text[cut : cut + 1].isspace() else cut
    if end > start:
        spans.append((start, end))


def last_sentence(text: str) -> str:
    """The last sentence of a text, 400 characters of it at most."""
    start = 0
    for match in _END.finditer(text):
        if not _is_abbreviation(text, start, match):
            start = match.end()
    return text[start:][-400:]
