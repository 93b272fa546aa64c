"""A light tokenizer for headings, titles and pre-filters: no spaCy, the same cuts where it matters."""

from __future__ import annotations

import re

from peerlint.matching.phrases import TokenView, straight

_TOKEN = re.compile(
    r"[Cc]an(?=not\b)|(?<=[Cc]an)not\b|[^\W_]+(?=[nN]['’][tT]\b)|[nN]['’][tT]\b|['’](?:s|re|ve|ll|d|m)\b|(?:[A-Za-z]\.){2,}|[^\W_]+|[^\w\s]|_+"
)


def light_view(text: str) -> TokenView:
    """The tokens of `text` with no parts of speech."""
    words = straight(_TOKEN.findall(text))
    lower = tuple(map(str.lower, words))
    unknown = ("",) * len(words)
    return TokenView(words, lower, unknown, unknown, frozenset(lower))
