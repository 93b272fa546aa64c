"""The inline text of Markdown with exact places: the hook into markdown-it-py.

markdown-it-py tells block places by line only. Here its inline state notes where each token's text
starts, and `ContentMap` leads from the inline content back to the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

from markdown_it.rules_inline import StateInline

from peerlint.formats.fields import field_label
from peerlint.formats.passage import Passage, PassageBuilder
from peerlint.formats.suppressions import Comment

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

_AT = "at"
_FULL_LINE = 0.7
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_BOLD_TAGS = frozenset({"b", "strong"})
_HIDDEN_TAGS = frozenset({"code", "kbd", "samp", "var", "pre", "tt", "script", "style", "del", "s"})


class PlacedInline(StateInline):
    """An inline state whose tokens know, in `meta["at"]`, where in the content they start."""

    def __init__(self, content: str, md: MarkdownIt, env: EnvType) -> None:
        """Parse `content`, the text of one inline token."""
        super().__init__(content, md, env, [])
        self._pending_at = 0

    def append_pending(self, text: str) -> None:
        """Note where literal text starts, then keep it."""
        if not self.pending:
            self._pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 (the library's name)
        """Make a text token of the literal text so far."""
        token = super().pushPending()
        token.meta[_AT] = self._pending_at
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token; emphasis marks, pushed one by one at one position, count on."""
        token = super().push(ttype, tag, nesting)
        token.meta[_AT] = self.pos
        before = self.tokens[-2] if len(self.tokens) > 1 else None
        if before is not None and ttype == before.type == "text":
            token.meta[_AT] = max(self.pos, before.meta[_AT] + len(before.content))
        return token


def inline_tokens(content: str, md: MarkdownIt, env: EnvType) -> list[Token]:
    """The inline tokens of `content`, placed."""
    state = PlacedInline(content, md, env)
    md.inline.tokenize(state)
    for rule in md.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens


class ContentMap:
    """Leads from offsets in an inline content to offsets in the source.

    `segments` are (content offset, source offset) where a run of characters starts that stand
    unbroken in the source, in order.
    """

    def __init__(self, segments: list[tuple[int, int]]) -> None:
        """Keep the segments; the first starts at content offset 0."""
        self._content = [content for content, _ in segments]
        self._source = [source for _, source in segments]

    def place(self, at: int) -> int:
        """The source offset of the character at `at`."""
        index = bisect_right(self._content, at) - 1
        return self._source[index] + at - self._content[index]

    def runs(self, start: int, end: int) -> list[tuple[int, int]]:
        """The source spans of the characters from `start` to `end`."""
        spans: list[tuple[int, int]] = []
        while start < end:
            index = bisect_right(self._content, start)
            stop = min(end, self._content[index]) if index < len(self._content) else end
            place = self.place(start)
            spans.append((place, place + stop - start))
            start = stop
        return spans


class InlineReader:
    """Makes one passage of the tokens of one inline content."""

    def __init__(
        self, content: str, places: ContentMap, source: str, *, prose: bool = False
    ) -> None:
        """Read `content`, whose characters stand in `source` where `places` says.

        `prose`: it is a paragraph by itself, no cell, item or quote.
        """
        self._content = content
        self._places = places
        self._builder = PassageBuilder(source, prose=prose)
        self._hidden = 0
        self._done = 0
        self._in_autolink = False
        self._longest_line = max(len(line) for line in content.split("\n"))
        self.comments: list[Comment] = []

    def read(self, tokens: list[Token]) -> Passage:
        """The passage; comments are found in `comments` afterwards."""
        for token in tokens:
            at = token.meta.get(_AT, 0)
            reader = getattr(self, f"_{token.type}", None)
            if reader is not None:
                reader(token, at)
        return self._builder.build()

    def _text(self, token: Token, at: int) -> None:
        if not self._in_autolink:
            self._add(at, at + len(token.content))

    def _text_special(self, token: Token, at: int) -> None:
        if token.info == "escape":
            self._add(at + len(token.markup) - len(token.content), at + len(token.markup))
        elif self._hidden:
            self._mask(at, at + len(token.markup))
        else:
            place = self._places.place(at)
            self._builder.standing_for(token.content, place, place + len(token.markup))

    def _softbreak(self, token: Token, at: int) -> None:
        if self._builder.last and not self._builder.last.isspace():
            self._line_break("\n" if self._ends_early(at) else " ", at)

    def _ends_early(self, at: int) -> bool:
        """Whether the author ended the line on purpose.

        A label follows, or the next word would have fitted well: Markdown joins such lines, but an
        author who writes `Purpose` over a sentence means two.
        """
        start = self._content.rfind("\n", 0, at) + 1
        line = self._content[start:at].strip()
        following = self._content[at + 1 : at + 200].lstrip()
        if field_label(following.partition("\n")[0]):
            return True
        word = following.split(maxsplit=1)[0] if following.strip() else ""
        if not word[:1].isupper() and not word[:1].isdigit():
            return False
        ends = line.endswith((".", "!", "?", ":", ";", ",", "-", "—"))
        return not ends and len(line) + 1 + len(word) < _FULL_LINE * self._longest_line

    def _hardbreak(self, token: Token, at: int) -> None:
        self._line_break("\n", at)

    def _code_inline(self, token: Token, at: int) -> None:
        start = at + len(token.markup)
        end = start + len(token.content)
        if not self._content.startswith(token.markup, end):
            end += 2  # one blank at each side was taken off
        self._mask(start, end)

    def _image(self, token: Token, at: int) -> None:
        self._mask(at + 2, at + 2 + max(len(token.content), 1))

    def _link_open(self, token: Token, at: int) -> None:
        if token.markup == "autolink":
            self._mask(at + 1, self._content.index(">", at))
            self._in_autolink = True

    def _link_close(self, token: Token, at: int) -> None:
        if token.markup == "autolink":
            self._in_autolink = False

    def _strong_open(self, token: Token, at: int) -> None:
        self._builder.open("emphasis")

    def _strong_close(self, token: Token, at: int) -> None:
        self._builder.close("emphasis")

    def _em_open(self, token: Token, at: int) -> None:
        self._builder.open("term")

    def _em_close(self, token: Token, at: int) -> None:
        self._builder.close("term")

    def _s_open(self, token: Token, at: int) -> None:
        self._hidden += 1

    def _s_close(self, token: Token, at: int) -> None:
        self._hidden -= 1

    def _html_inline(self, token: Token, at: int) -> None:
        if token.content.startswith("<!--"):
            start = self._places.place(at)
            end = self._places.place(at + len(token.content) - 1) + 1
            self.comments.append(Comment(start, end, token.content[4:].removesuffix("-->")))
            return
        tag = _TAG.match(token.content)
        if tag is None:
            return
        closing, name = bool(tag[1]), tag[2].lower()
        if name == "br":
            place = self._places.place(at)
            self._builder.line_break("\n", place, place + len(token.content))
        elif name in _BOLD_TAGS:
            (self._builder.close if closing else self._builder.open)("emphasis")
        elif name == "q":
            (self._builder.close if closing else self._builder.open)("quoted")
        elif name in _HIDDEN_TAGS:
            self._hidden = max(self._hidden + (-1 if closing else 1), 0)

    def _add(self, start: int, end: int) -> None:
        self._done = end
        for low, high in self._places.runs(start, end):
            (self._builder.mask if self._hidden else self._builder.verbatim)(low, high)

    def _mask(self, start: int, end: int) -> None:
        for low, high in self._places.runs(start, end):
            self._builder.mask(low, high)

    def _line_break(self, text: str, at: int) -> None:
        """Add a line end: it takes the blanks before it and the next line's indentation."""
        content = self._content
        low, high = at, content.index("\n", at) + 1
        while low > self._done and content[low - 1] == " ":
            low -= 1
        while high < len(content) and content[high] in " \t":
            high += 1
        start = self._places.place(low - 1) + 1 if low else self._places.place(0)
        end = self._places.place(high) if high < len(content) else self._places.place(at) + 1
        self._builder.line_break(text, start, end)
