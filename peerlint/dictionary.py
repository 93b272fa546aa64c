"""lemminflect, the dictionary of word forms, opened without reading all of its tables.

The library builds two dictionaries of 100,000 entries at its first question, which takes longer than
checking a short document. Its tables are sorted text, so a few words are found by bisection. Answers are
the library's own: only its two tables are replaced, and only in the version whose tables are known.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

_KNOWN_VERSION = "0.2.3"

Forms = dict[str, tuple[str, ...]]


@cache
def dictionary() -> Any:
    """The lemminflect module, ready for questions."""
    import lemminflect

    if lemminflect.__version__ == _KNOWN_VERSION:
        _open_tables()
    return lemminflect


def _open_tables() -> None:
    from lemminflect import Inflections, Lemmatizer, config
    from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
    from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
    from lemminflect.core.LexicalUtils import categoryToUPos

    def lemmas(line: str) -> Forms:
        _, category, forms = LemmaLUCodec.fromString(line)
        return {categoryToUPos(category): forms}

    def inflections(line: str) -> Forms:
        _, _, forms = InflectionLUCodec.fromString(line)
        return dict(forms)

    Lemmatizer().lemma_dict = SortedTable(Path(config.lemma_lu_fn), lemmas, {})
    fixed = InflectionLUCodec.updateForAuxMod({})
    Inflections().infl_dict = SortedTable(Path(config.inflection_lu_fn), inflections, fixed)


class SortedTable:
    """A gzip file of lines `word,…` sorted by word; `fixed` goes before what it says."""

    def __init__(
        self, path: Path, entry: Callable[[str], Forms], fixed: Mapping[str, Forms]
    ) -> None:
        self._path, self._entry, self._fixed = path, entry, fixed

    @cached_property
    def _text(self) -> bytes:
        return gzip.decompress(self._path.read_bytes())

    def get(self, word: str, default: Forms) -> Forms:
        """The forms of a word from all of its lines."""
        if word in self._fixed:
            return self._fixed[word]
        found: Forms = {}
        for line in self._of(word):
            found.update(self._entry(line.decode()))
        return found or default

    def _of(self, word: str) -> Iterator[bytes]:
        """Its lines, found without cutting all of the text into lines."""
        wanted = word.encode()
        at = bisect_left(range(len(self._text)), wanted, key=lambda at: _word(self._line(at)))
        while at < len(self._text) and _word(line := self._line(at)) == wanted:
            yield line
            at += len(line) + 1

    def _line(self, at: int) -> bytes:
        """The line that holds this byte."""
        end = self._text.find(b"\n", at)
        return self._text[self._text.rfind(b"\n", 0, at) + 1 : end if end >= 0 else None]


def _word(line: bytes) -> bytes:
    return line.partition(b",")[0]
