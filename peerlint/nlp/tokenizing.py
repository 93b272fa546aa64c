"""The pipeline's tokenizer, its special cases added when a text first needs them.

Adding the 1,500 that are stored takes as long as all the rest of loading the pipeline; a document
needs a few dozen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import srsly
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from peerlint.nlp.addresses import Addresses

_LETTERS = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"[A-Za-z]+")
_CASES = "exceptions"
_WHOLE = "token_match"  # spaCy's name for what tells that a text is not cut
_ADDRESSES = "url_match"

Cases = dict[str, list[dict[Any, Any]]]


class SparingTokenizer(Tokenizer):  # type: ignore[misc]
    """Cuts every text as spaCy's own tokenizer with the same special cases does.

    No affix pattern cuts between two letters, so plain letters need not be tried with all of them,
    and a special case can only stand in a text that has the longest letter run of the case as a run
    of its own.
    """

    token_match: Any
    _waiting: dict[str, Cases]

    def from_disk(self, path: Path, *, exclude: Any = ()) -> SparingTokenizer:
        """Read what `Tokenizer.to_disk` wrote."""
        stored = srsly.msgpack_loads(Path(path).read_bytes())
        cases = stored.pop(_CASES, {})
        addresses = stored.pop(_ADDRESSES, None)
        self._waiting = {}
        self.from_bytes(srsly.msgpack_dumps(stored), exclude=exclude)
        if addresses is not None:
            self.url_match = Addresses(addresses).match
        if self.token_match is None:
            self.token_match = _PLAIN.fullmatch
        for text, tokens in sorted(cases.items()):
            runs = _LETTERS.findall(text)
            if runs:
                self._waiting.setdefault(max(runs, key=len), {})[text] = tokens
            else:
                self.add_special_case(text, tokens)
        return self

    def completed(self) -> SparingTokenizer:
        """This tokenizer with the special cases that nothing needed, too."""
        for run in list(self._waiting):
            self._add(run)
        return self

    def to_bytes(self, *, exclude: Any = ()) -> bytes:
        """All of it."""
        self.completed()
        return super().to_bytes(exclude=[*exclude, _WHOLE])  # type: ignore[no-any-return]

    def __call__(self, text: str) -> Doc:
        """Cut one text."""
        self._add_for(text)
        return super().__call__(text)  # type: ignore[no-any-return]

    def cut(self, texts: Sequence[str]) -> list[Doc]:
        """Cut several texts.

        A new special case makes the tokenizer forget the words it knows how to cut, so all are added first.
        """
        for text in texts:
            self._add_for(text)
        return list(map(super().__call__, texts))

    def _add_for(self, text: str) -> None:
        for run in sorted(self._waiting.keys() & _LETTERS.findall(text)):
            self._add(run)

    def _add(self, run: str) -> None:
        for text, tokens in self._waiting.pop(run).items():
            self.add_special_case(text, tokens)
