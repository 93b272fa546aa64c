"""The text within lines of plain text: stray Markdown, links and peerlint's marker taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from peerlint.formats.passage import Passage, PassageBuilder
from peerlint.formats.suppressions import Comment
from peerlint.formats.textlines import TextLine

_INLINE = re.compile(
    r"\*\*(?=\S)(?P<bold>[^*\n]{1,300}?)(?<=\S)\*\*"
    r"|\[(?P<label>[^\]\[\n]{1,200})\]\((?:\#|/|https?:)[^()\s]{0,500}\)"
    r"|[ \t]{0,20}\[\s{0,9}(?P<directive>peerlint\s{0,9}:"
    r"(?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){0,300})\]"
    r"|[ \t]{0,20}<!--(?P<comment>\s{0,9}peerlint[^\n]{0,400}?)-->",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LINE_END_HYPHEN = re.compile(r"[^\W\d_](?P<mark>[-\u00ad\u2010\ufffe])$")
_DIVIDED = re.compile(
    r"(?<![^\W\d_])[^\W\d_]+[-\u00ad\u2010\ufffe][ \t]*(?:\r\n?|\n)[ \t]*[^\W\d_]+"
)
# First halves of compounds that keep their hyphen at a line's end.
_COMPOUND = frozenset(
    {"self", "non", "co", "well", "peer", "person", "trauma", "recovery", "full", "part", "high"}
    | {"low", "long", "short", "day", "one", "two", "three", "evidence", "strength", "community"}
    | {"decision", "problem", "home", "face", "follow", "on", "in", "out", "cross", "ex", "post"}
    | {"pre", "mid", "half", "year", "family", "youth", "substance", "drug", "mental", "open"}
)


class InlineText:
    """Makes passages of runs of lines; `comments` collects peerlint's markers met on the way."""

    def __init__(self, source: str) -> None:
        """Read lines of `source`."""
        self._source = source
        self._words: frozenset[str] | None = None
        self.comments: list[Comment] = []

    def passage(self, lines: Sequence[TextLine], skip: int = 0) -> Passage:
        """The text of the lines as one passage, the first `skip` characters left out."""
        builder = PassageBuilder(self._source)
        start = lines[0].start + skip
        for at, line in enumerate(lines):
            following = lines[at + 1] if at + 1 < len(lines) else None
            end = line.end - self._dropped_hyphen(line, following)
            self._add(builder, start, end)
            if following is None:
                break
            if not _LINE_END_HYPHEN.search(line.text) or not following.starts_small:
                builder.line_break(" ", line.end, following.start)
            start = following.start
        return builder.build().without_addresses().strip()

    def _add(self, builder: PassageBuilder, start: int, end: int) -> None:
        at = start
        for match in _INLINE.finditer(self._source, start, end):
            builder.verbatim(at, match.start())
            at = match.end()
            if match["bold"]:
                builder.open("emphasis")
                builder.verbatim(*match.span("bold"))
                builder.close("emphasis")
            elif match["label"]:
                builder.verbatim(*match.span("label"))
            else:
                written = match["directive"] or match["comment"]
                opening = len(match[0]) - len(match[0].lstrip())
                self.comments.append(Comment(match.start() + opening, match.end(), written))
        builder.verbatim(at, end)

    def _dropped_hyphen(self, line: TextLine, following: TextLine | None) -> int:
        """1 when the hyphen at the line's end only marks a divided word, else 0."""
        match = _LINE_END_HYPHEN.search(line.text)
        if match is None or following is None or not following.starts_small:
            return 0
        if match["mark"] in "\u00ad\ufffe":
            return 1
        first = _WORD.findall(line.text[:-1])[-1].lower()
        second_match = _WORD.match(following.text)
        second = second_match[0].lower() if second_match else ""
        words = self._vocabulary()
        if f"{first}-{second}" in words:
            return 0
        if f"{first}{second}" in words:
            return 1
        whole_words = first in words and second in words
        return 0 if first.split("-")[-1] in _COMPOUND or whole_words else 1

    def _vocabulary(self) -> frozenset[str]:
        if self._words is None:
            undivided = _DIVIDED.sub(" ", self._source)
            self._words = frozenset(word.lower() for word in _WORD.findall(undivided))
        return self._words
