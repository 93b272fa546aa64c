"""A small transformer encoder (BERT's architecture) in numpy: from word pieces to a vector for each.

Weights are kept as whole numbers between -127 and 127 with a scale for each row, and turned into
floating-point numbers when they are loaded; the table of word pieces only row by row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import pi, sqrt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

_HEADS = 12
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Packed:
    """A table of small whole numbers, with what each row is to be multiplied by."""

    whole: Numbers
    scale: Numbers

    def rows(self, at: Sequence[int]) -> Numbers:
        """These rows as floating-point numbers."""
        found: Numbers = self.whole[at] * self.scale[at, None]
        return found

    def unpacked(self) -> Numbers:
        """The whole table as floating-point numbers."""
        found: Numbers = self.whole * self.scale[:, None]
        return found


@dataclass(frozen=True, slots=True)
class Norm:
    """Bring vectors to mean 0 and variance 1, then to a learned scale and shift."""

    scale: Numbers
    shift: Numbers

    def __call__(self, rows: Numbers) -> Numbers:
        """The vectors, normed."""
        centred = rows - rows.mean(axis=1, keepdims=True)
        variance = (centred * centred).mean(axis=1, keepdims=True)
        found: Numbers = centred / (variance + _TINY) ** 0.5 * self.scale + self.shift
        return found


@dataclass(frozen=True, slots=True)
class Dense:
    """A linear layer; `weights` come transposed: inputs by outputs."""

    weights: Numbers
    bias: Numbers

    def __call__(self, rows: Numbers) -> Numbers:
        """What the layer makes of these vectors."""
        found: Numbers = rows @ self.weights + self.bias
        return found


@dataclass(frozen=True, slots=True)
class Layer:
    """Self-attention and a feed-forward network, each followed by its norm."""

    attention: Dense  # queries, keys and values side by side
    attended: Dense
    attention_norm: Norm
    widening: Dense
    narrowing: Dense
    norm: Norm

    def __call__(self, rows: Numbers) -> Numbers:
        """What the layer makes of these vectors."""
        rows = self.attention_norm(rows + self.attended(_attend(self.attention(rows))))
        return self.norm(rows + self.narrowing(_gelu(self.widening(rows))))


def _attend(mixed: Numbers) -> Numbers:
    """Multi-head attention of all rows to all rows."""
    import numpy as np

    length, width = len(mixed), mixed.shape[1] // 3
    size = width // _HEADS
    queries, keys, values = mixed.reshape(length, 3, _HEADS, size).transpose(1, 2, 0, 3)
    weights = queries @ keys.transpose(0, 2, 1) / np.float32(sqrt(size))
    weights = np.exp(weights - weights.max(axis=2, keepdims=True))
    weights /= weights.sum(axis=2, keepdims=True)
    found: Numbers = (weights @ values).transpose(1, 0, 2).reshape(length, width)
    return found


def _gelu(rows: Numbers) -> Numbers:
    """GELU by its usual approximation with tanh (Hendrycks and Gimpel 2016)."""
    import numpy as np

    inner = np.float32(sqrt(2 / pi)) * (rows + np.float32(0.044715) * rows * rows * rows)
    found: Numbers = np.float32(0.5) * rows * (1 + np.tanh(inner))
    return found


@dataclass(frozen=True, slots=True)
class Encoder:
    """Word pieces in, one vector for each out."""

    words: Packed
    positions: Numbers
    parts: Numbers  # added by the part that a piece stands in: 0 what surrounds, 1 the sentence
    norm: Norm
    layers: tuple[Layer, ...]

    @property
    def longest(self) -> int:
        """How many pieces it can take at once."""
        return len(self.positions)

    def encode(self, pieces: Sequence[int], parts: Sequence[int]) -> Numbers:
        """The vectors of these pieces, one a row; at most `longest` pieces."""
        rows = self.words.rows(list(pieces)) + self.positions[: len(pieces)]
        rows = self.norm(rows + self.parts[list(parts)])
        for layer in self.layers:
            rows = layer(rows)
        return rows


def unpack(arrays: Mapping[str, Numbers]) -> Encoder:
    """The encoder whose arrays `training.encoder.pack` has packed."""

    def dense(name: str) -> Dense:
        table = Packed(arrays[f"{name}.whole"], arrays[f"{name}.scale"]).unpacked()
        return Dense(table.T, arrays[f"{name}.bias"])

    def norm(name: str) -> Norm:
        return Norm(arrays[f"{name}.scale"], arrays[f"{name}.shift"])

    def layer(name: str) -> Layer:
        return Layer(
            dense(f"{name}.attention"),
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
