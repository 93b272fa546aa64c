"""Parsed sentences kept for the next time the same words are checked, as while somebody types."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Any

from peerlint.nlp.pipeline import parse


class RememberedParses:
    """Parses each text once and keeps the `size` texts used last.

    A Doc depends on its text alone, so a kept one is as good as a new one.
    """

    def __init__(self, size: int = 4_000) -> None:
        self.size = size
        self._docs: OrderedDict[str, Any] = OrderedDict()

    def __call__(self, texts: Iterable[str]) -> Iterator[Any]:
        """One Doc for each text, in order."""
        wanted = list(texts)
        known = {text: self._docs[text] for text in wanted if text in self._docs}
        new = list(dict.fromkeys(text for text in wanted if text not in known))
        known.update(zip(new, parse(new), strict=True))
        self._keep(known)
        return iter([known[text] for text in wanted])

    def _keep(self, docs: dict[str, Any]) -> None:
        for text, doc in docs.items():
            self._docs[text] = doc
            self._docs.move_to_end(text)
        while len(self._docs) > self.size:
            self._docs.popitem(last=False)
