"""The vectors of tokens: what the pipeline's first part computes, bit by bit, by its own weights.

A small document is one small batch, for which its layers take long to call, one inside the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any

from peerlint.values import dataclass

_TINY = 1e-8


@dataclass(frozen=True, slots=True)
class Table:
    """A table of vectors; a number takes the sum of the four rows to which it is hashed."""

    rows: Any
    seed: int

    def __call__(self, ops: Any, numbers: Any) -> Any:
        """A vector for each number."""
        return ops.gather_add(self.rows, ops.hash(numbers, self.seed) % len(self.rows))


@dataclass(frozen=True, slots=True)
class Layer:
    """A linear layer of which the largest of several pieces counts, with its norm.

    `weights` are inputs by outputs: for the few rows of a small document numpy multiplies by them in two
    thirds of the time that it takes when they lie the other way.
    """

    weights: Any
    bias: Any
    scale: Any
    shift: Any

    def __call__(self, rows: Any) -> Any:
        """What the layer makes of these rows."""
        import numpy as np

        pieces = rows @ self.weights
        pieces += self.bias
        width = len(self.scale)
        best = reduce(
            np.maximum, (pieces[:, at : at + width] for at in range(0, pieces.shape[1], width))
        )
        best -= best.sum(axis=1, keepdims=True) / width
        variance = (best * best).sum(axis=1, keepdims=True) / width
        found = best * (variance + _TINY) ** -0.5
        found *= self.scale
        found += self.shift
        return found


@dataclass(frozen=True, slots=True)
class Vectors:
    """Embeddings of what a token looks like, then layers that see its neighbours."""

    ops: Any
    attributes: Sequence[str]
    tables: tuple[Table, ...]
    mixed: Layer
    layers: tuple[Layer, ...]
    window: int

    def predict(self, docs: Sequence[Any]) -> list[Any]:
        """For each Doc a vector for each token."""
        import numpy as np

        if not any(map(len, docs)):
            return [np.zeros((0, len(self.mixed.scale)), np.float32) for _ in docs]
        seen = np.concatenate([doc.to_array(self.attributes) for doc in docs])
        embedded = [
            table(self.ops, np.ascontiguousarray(seen[:, at]))
            for at, table in enumerate(self.tables)
        ]
        mixed = self.mixed(np.concatenate(embedded, axis=1))
        lengths = [len(doc) for doc in docs]
        pad = self.window * len(self.layers)
        places = list(_places(lengths, pad))
        rows = np.zeros((places[-1].stop + pad, mixed.shape[1]), mixed.dtype)
        start = 0
        for place, length in zip(places, lengths, strict=True):
            rows[place] = mixed[start : start + length]
            start += length
        for layer in self.layers:
            rows = rows + layer(self.ops.seq2col(rows, self.window))
        return [rows[place] for place in places]

    def set_annotations(self, docs: Sequence[Any], vectors: Sequence[Any]) -> None:
        """Give them to the Docs, where the other parts of the pipeline find them."""
        for doc, own in zip(docs, vectors, strict=True):
            doc.tensor = own


def vectors_of(model: Any) -> Vectors:
    """What a spaCy model of hashed embeddings and windows of maxout layers computes."""
    parts: dict[str, list[Any]] = {}
    for node in model.walk():
        parts.setdefault(node.name, []).append(node)
    mixed, *layers = map(_layer, parts["maxout"], parts["layernorm"])
    return Vectors(
        ops=model.ops,
        attributes=parts["extract_features"][0].attrs["columns"],
        tables=tuple(Table(one.get_param("E"), one.attrs["seed"]) for one in parts["hashembed"]),
        mixed=mixed,
        layers=tuple(layers),
        window=parts["expand_window"][0].attrs["window_size"],
    )


def _layer(linear: Any, norm: Any) -> Layer:
    import numpy as np

    weights, bias = linear.get_param("W"), linear.get_param("b")
    return Layer(  # all first pieces side by side, then all second ones
        np.ascontiguousarray(np.moveaxis(weights, 1, 0).reshape(-1, weights.shape[-1]).T),
        np.moveaxis(bias, 1, 0).reshape(-1),
        norm.get_param("G"),
        norm.get_param("b"),
    )


def _places(lengths: Sequence[int], pad: int) -> Iterator[slice]:
    """Where texts of these lengths lie, so far apart that no layer sees one from another."""
    at = 0
    for length in lengths:
        at += pad
        yield slice(at, at + length)
        at += length
