"""A small transformer encoder (BERT's architecture) in numpy: from word pieces to a vector for each.

Weights are kept as whole numbers between -127 and 127 with a scale for each output, and turned into
floating-point numbers when they are loaded; the table of word pieces only row by row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from math import pi, sqrt
from typing import TYPE_CHECKING, Any

from peerlint.values import dataclass

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

_HEADS = 12
_TINY = 1e-12
_BLOCK = 12
"""Rows that the library below numpy multiplies in one go. In which of them a row stands can change its last
digits: seen with OpenBLAS 0.3.31's code for Haswell and Zen, not with that for Skylake-X or Nehalem."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A table of small whole numbers, with what each row is to be multiplied by."""

    whole: Numbers
    scale: Numbers

    def rows(self, at: Sequence[int]) -> Numbers:
        """These rows as floating-point numbers."""
        found: Numbers = self.whole[at] * self.scale[at, None]
        return found


@dataclass(frozen=True, slots=True)
class Norm:
    """Bring vectors to mean 0 and variance 1, then to a learned scale and shift."""

    scale: Numbers
    shift: Numbers

    def __call__(self, rows: Numbers) -> Numbers:
        """The vectors, normed."""
        rows = rows - rows.mean(axis=1, keepdims=True)
        variance = (rows * rows).mean(axis=1, keepdims=True)
        rows /= (variance + _TINY) ** 0.5
        rows *= self.scale
        rows += self.shift
        return rows


@dataclass(frozen=True, slots=True)
class Dense:
    """A linear layer; `weights` are inputs by outputs."""

    weights: Numbers
    bias: Numbers

    def __call__(self, rows: Numbers) -> Numbers:
        """What the layer makes of these vectors."""
        found: Numbers = rows @ self.weights
        found += self.bias
        return found


@dataclass(frozen=True, slots=True)
class Text:
    """What is encoded: its word pieces, the parts they stand in, and whose vectors are wanted."""

    pieces: Sequence[int]
    parts: Sequence[int]
    wanted: Sequence[int]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each of several texts has its rows, one text below the other.

    `texts` are rows that a layer is given, `wanted` the numbers of those that it gives back, and
    `given` where each text's rows stand among these.
    """

    texts: tuple[slice, ...]
    wanted: Numbers
    given: tuple[slice, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """Self-attention and a feed-forward network, each followed by its norm."""

    queries: Dense
    memory: Dense  # keys and values side by side
    attended: Dense
    attention_norm: Norm
    widening: Dense
    narrowing: Dense
    norm: Norm

    def __call__(self, rows: Numbers, layout: Layout) -> Numbers:
        """What the layer makes of these vectors; those of a text see that text alone."""
        memory = self.memory(rows)
        rows = rows[layout.wanted]
        seen = self.queries(rows)
        for given, text in zip(layout.given, layout.texts, strict=True):
            seen[given] = _attend(seen[given], memory[text])
        rows = self.attention_norm(rows + self.attended(seen))
        return self.norm(rows + self.narrowing(_gelu(self.widening(rows))))


def _attend(queries: Numbers, memory: Numbers) -> Numbers:
    """Multi-head attention of these rows to all rows of a text."""
    import numpy as np

    count, width = queries.shape
    size = width // _HEADS
    asking = queries.reshape(count, _HEADS, size).transpose(1, 0, 2)
    keys, values = memory.reshape(len(memory), 2, _HEADS, size).transpose(1, 2, 0, 3)
    weights = asking @ keys.transpose(0, 2, 1)
    weights *= np.float32(1 / sqrt(size))
    weights -= weights.max(axis=2, keepdims=True)
    np.exp(weights, out=weights)
    weights /= weights.sum(axis=2, keepdims=True)
    found: Numbers = (weights @ values).transpose(1, 0, 2).reshape(count, width)
    return found


def _gelu(rows: Numbers) -> Numbers:
    """GELU by its usual approximation with tanh (Hendrycks and Gimpel 2016).

    (1 + tanh z) / 2 is 1 / (1 + exp -2z), which takes half the time.
    """
    import numpy as np

    found: Numbers = rows * rows
    found *= np.float32(-2 * 0.044715 * sqrt(2 / pi))
    found -= np.float32(2 * sqrt(2 / pi))
    found *= rows
    with np.errstate(over="ignore"):  # what is divided by infinity is 0, as it should be
        np.exp(found, out=found)
    found += 1
    np.divide(rows, found, out=found)
    return found


@dataclass(frozen=True, slots=True)
class Encoder:
    """Word pieces in, one vector for each out."""

    words: Packed
    positions: Numbers
    parts: Numbers  # added by the part that a piece stands in: 0 what surrounds, 1 the sentence
    norm: Norm
    layers: tuple[Layer, ...]

    def encode(self, texts: Sequence[Text]) -> list[Numbers]:
        """The vectors wanted of each text, one a row.

        Texts together take less time than one by one; all are held in memory at once. Each begins a block of
        rows, so that its vectors do not depend on the others (seen with OpenBLAS on x86).
        """
        import numpy as np

        places = _slices([len(one.pieces) for one in texts])
        rows = self._embedded(texts)
        whole = Layout(places, np.arange(len(rows)), places)
        wanted = [
            [place.start + at for at in one.wanted]
            for place, one in zip(places, texts, strict=True)
        ]
        given = np.array(_in_blocks(wanted), dtype=np.intp)
        last = Layout(places, given, _slices(list(map(len, wanted))))
        for layer in self.layers[:-1]:
            rows = layer(rows, whole)
        rows = self.layers[-1](rows, last)
        return [rows[given] for given in last.given]

    def _embedded(self, texts: Sequence[Text]) -> Numbers:
        rows = self.words.rows(_in_blocks(one.pieces for one in texts))
        rows += self.positions[_in_blocks(range(len(one.pieces)) for one in texts)]
        rows += self.parts[_in_blocks(one.parts for one in texts)]
        return self.norm(rows)


def _slices(lengths: Sequence[int]) -> tuple[slice, ...]:
    """Where pieces of these lengths lie, one after the other, each in blocks of its own."""
    starts = accumulate((own + -own % _BLOCK for own in lengths), initial=0)
    return tuple(slice(start, start + own) for start, own in zip(starts, lengths, strict=False))


def _in_blocks(every: Iterable[Sequence[int]]) -> list[int]:
    """The numbers one after the other, each sequence filled up to whole blocks."""
    return [one for own in every for one in (*own, *[0] * (-len(own) % _BLOCK))]


def unpack(arrays: Mapping[str, Numbers]) -> Encoder:
    """The encoder whose arrays `training.encoder.pack` has packed."""
    tables = _unpacked(arrays)

    def dense(name: str, outputs: slice = slice(None)) -> Dense:
        return Dense(tables[name][:, outputs], arrays[f"{name}.bias"][outputs])

    def norm(name: str) -> Norm:
        return Norm(arrays[f"{name}.scale"], arrays[f"{name}.shift"])

    def layer(name: str) -> Layer:
        width = arrays["positions"].shape[1]  # of queries, keys and values each
        return Layer(
            dense(f"{name}.attention", slice(width)),
            dense(f"{name}.attention", slice(width, None)),
            dense(f"{name}.attended"),
            norm(f"{name}.attention_norm"),
            dense(f"{name}.widening"),
            dense(f"{name}.narrowing"),
            norm(f"{name}.norm"),
        )

    count = sum(name.endswith(".attention.whole") for name in arrays)
    return Encoder(
        words=Packed(arrays["words.whole"], arrays["words.scale"]),
        positions=arrays["positions"],
        parts=arrays["parts"],
        norm=norm("norm"),
        layers=tuple(layer(f"layers.{number}") for number in range(count)),
    )


def _unpacked(arrays: Mapping[str, Numbers]) -> dict[str, Numbers]:
    """The weights of the linear layers, all in one piece of memory: the system gives that in larger pages."""
    import numpy as np

    packed = [name for name in arrays if name.startswith("layers.") and name.endswith(".whole")]
    memory = np.empty(sum(arrays[name].size for name in packed), np.float32)
    tables, start = {}, 0
    for name in packed:
        whole, layer = arrays[name], name.removesuffix(".whole")
        table = memory[start : start + whole.size].reshape(whole.shape)
        np.multiply(whole, arrays[f"{layer}.scale"], out=table)
        tables[layer] = table
        start += whole.size
    return tables
