"""The inline text of reStructuredText: markup taken out, literals and roles masked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from peerlint.formats.passage import Passage, PassageBuilder, Span

_INLINE = re.compile(
    r"``(?P<literal>[^\n]{1,500}?)``"
    r"|(?P<role>:[A-Za-z][\w:.+-]{0,40}:)`(?P<role_text>[^`\n]{1,500})`"
    r"|`(?P<reference>[^`<\n]{1,300}?)\s{0,9}<[^<>`\n]{1,500}>`__?"
    r"|`(?P<interpreted>[^`\n]{1,500})`(?:__?)?"
    r"|\*\*(?=\S)(?P<strong>[^*\n]{1,500}?)(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=[^\s*])(?P<emphasis>[^*\n]{1,500}?)(?<=\S)\*(?!\w)"
    r"|\|(?=\S)(?P<substitution>[^|\n]{1,100}?)(?<=\S)\|_{0,2}"
    r"|[ \t]?\[(?:\#?[\w.-]{0,40}|\*)\]_(?!\w)"
    r"|(?<=\w)(?P<link>__?)(?!\w)"
    r"|(?P<gone>\\[ \t])"
    r"|\\(?P<escaped>\S)"
)
_SHOWN = ("reference", "interpreted", "emphasis", "escaped")


def inline_passage(source: str, lines: Sequence[Span], *, hard_breaks: bool = False) -> Passage:
    """The text of the source spans, one a line, as one passage; `hard_breaks` keeps line ends."""
    builder = PassageBuilder(source)
    for at, (start, end) in enumerate(lines):
        _add(builder, source, start, end)
        if at + 1 < len(lines):
            builder.line_break("\n" if hard_breaks else " ", end, lines[at + 1][0])
    return builder.build().without_addresses().strip()


def _add(builder: PassageBuilder, source: str, start: int, end: int) -> None:
    at = start
    for match in _INLINE.finditer(source, start, end):
        builder.verbatim(at, match.start())
        at = match.end()
        shown = next((name for name in _SHOWN if match[name] is not None), None)
        if shown:
            builder.verbatim(*match.span(shown))
        elif match["strong"] is not None:
            builder.open("emphasis")
            builder.verbatim(*match.span("strong"))
            builder.close("emphasis")
        else:
            for name in ("literal", "role_text", "substitution"):
                if match[name] is not None:
                    builder.mask(*match.span(name))
    builder.verbatim(at, end)
