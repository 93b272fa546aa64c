"""A light tokenizer for headings, titles and pre-filters: no spaCy, the same cuts where it matters."""

from __future__ import annotations

import re
from functools import lru_cache

from peerlint.matching.phrases import TokenView, straight

_TOKEN = re.compile(
    r"[Cc]an(?=not\b)|(?<=[Cc]an)not\b|[^\W_]+(?=[nN]['’][tT]\b)|[nN]['’][tT]\b|['’](?:s|re|ve|ll|d|m)\b|(?:[A-Za-z]\.){2,}|[^\W_]+|[^\w\s]|_+"
)


_SHORT, _KEPT_IN_MIND = 500, 512  # characters, texts


def light_view(text: str) -> TokenView:
    """The tokens of `text` with no parts of speech."""
    return _kept(text) if len(text) <= _SHORT else _view(text)


def _view(text: str) -> TokenView:
    words = straight(_TOKEN.findall(text))
    lower = tuple(map(str.lower, words))
    unknown = ("",) * len(words)
    return TokenView(words, lower, unknown, unknown, frozenset(lower))


_kept = lru_cache(maxsize=_KEPT_IN_MIND)(_view)  # each stage asks for the same titles and sentences
