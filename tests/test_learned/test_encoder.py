"""The encoder computes what BERT's architecture says."""

from __future__ import annotations

import os
import subprocess
import sys
from math import erf, exp, sqrt
from pathlib import Path
from platform import machine
from typing import Any

import numpy as np
import pytest

from peerlint.learned.encoder import Encoder, Norm, Packed, Text, unpack

WIDTH, WIDE, HEADS = 24, 32, 12
Table = np.ndarray[Any, Any]


def packed(table: Table) -> dict[str, Table]:
    scale = (np.abs(table).max(axis=1) / 127).astype(np.float32)
    return {"whole": np.round(table / scale[:, None]).astype(np.int8), "scale": scale}


def columns(table: Table) -> dict[str, Table]:
    found = packed(table)
    return found | {"whole": found["whole"].T.copy()}


def arrays(layers: int = 1) -> dict[str, Table]:
    """An encoder with ten words and random weights."""
    random = np.random.default_rng(3)

    def table(*shape: int) -> Table:
        return random.normal(size=shape, scale=0.3).astype(np.float32)

    found = {"positions": table(6, WIDTH), "parts": table(2, WIDTH)}

    def add(name: str, values: dict[str, Table]) -> None:
        found.update({f"{name}.{key}": value for key, value in values.items()})

    add("words", packed(table(10, WIDTH)))
    add("norm", {"scale": 1 + table(WIDTH), "shift": table(WIDTH)})
    sizes = {
        "attention": (3 * WIDTH, WIDTH),
        "attended": (WIDTH, WIDTH),
        "widening": (WIDE, WIDTH),
        "narrowing": (WIDTH, WIDE),
    }
    for number in range(layers):
        for name, shape in sizes.items():
            add(f"layers.{number}.{name}", {**columns(table(*shape)), "bias": table(shape[0])})
        for name in ("attention_norm", "norm"):
            add(f"layers.{number}.{name}", {"scale": 1 + table(WIDTH), "shift": table(WIDTH)})
    return found


def normed(row: Table, found: dict[str, Table], name: str) -> Table:
    spread = sqrt(float(((row - row.mean()) ** 2).mean()))
    return (row - row.mean()) / spread * found[f"{name}.scale"] + found[f"{name}.shift"]


def dense(row: Table, found: dict[str, Table], name: str) -> Table:
    table = found[f"{name}.whole"] * found[f"{name}.scale"]
    return row @ table + found[f"{name}.bias"]


def by_the_book(found: dict[str, Table], pieces: list[int], parts: list[int]) -> Table:
    """The same network, row by row and head by head, from its definition (Devlin et al. 2019)."""
    words = found["words.whole"] * found["words.scale"][:, None]
    rows = [
        normed(words[piece] + found["positions"][at] + found["parts"][part], found, "norm")
        for at, (piece, part) in enumerate(zip(pieces, parts, strict=True))
    ]
    size = WIDTH // HEADS
    mixed = [np.split(dense(row, found, "layers.0.attention"), 3) for row in rows]
    result = []
    for row, (query, _, _) in zip(rows, mixed, strict=True):
        heads = []
        for head in range(HEADS):
            own = slice(head * size, (head + 1) * size)
            likeness = [exp(float(query[own] @ key[own]) / sqrt(size)) for _, key, _ in mixed]
            total = sum(likeness)
            heads.append(
                sum(
                    one / total * value[own]
                    for one, (_, _, value) in zip(likeness, mixed, strict=True)
                )
            )
        seen = dense(np.concatenate(heads), found, "layers.0.attended")
        row = normed(row + seen, found, "layers.0.attention_norm")
        wide = dense(row, found, "layers.0.widening")
        bent = np.array([one * 0.5 * (1 + erf(one / sqrt(2))) for one in wide])
        row = normed(row + dense(bent, found, "layers.0.narrowing"), found, "layers.0.norm")
        result.append(row)
    return np.stack(result)


def test_a_layer_computes_its_definition() -> None:
    found = arrays()
    pieces, parts = [3, 9, 3, 0], [0, 0, 1, 1]
    (computed,) = unpack(found).encode([Text(pieces, parts, range(4))])
    assert computed.dtype == np.float32
    assert computed == pytest.approx(by_the_book(found, pieces, parts), abs=5e-3)


def encoded(encoder: Encoder, *texts: Text) -> list[Table]:
    return encoder.encode(texts)


def test_order_and_part_matter_and_numbers_repeat() -> None:
    encoder = unpack(arrays(layers=2))
    assert len(encoder.layers) == 2
    (first,) = encoded(encoder, Text([1, 2], [0, 1], [0, 1]))
    (again,) = encoded(encoder, Text([1, 2], [0, 1], [0, 1]))
    (turned,) = encoded(encoder, Text([2, 1], [0, 1], [0, 1]))
    (moved,) = encoded(encoder, Text([1, 2], [1, 1], [0, 1]))
    assert (first == again).all()
    assert not np.allclose(first, turned[::-1]) and not np.allclose(first, moved)


def test_texts_together_see_themselves_alone_and_give_what_is_wanted() -> None:
    encoder = unpack(arrays(layers=2))
    texts = Text([1, 2, 7], [0, 1, 1], [2, 0]), Text([4, 4], [0, 0], []), Text([9], [1], [0])
    whole = [encoded(encoder, Text(one.pieces, one.parts, range(len(one.pieces)))) for one in texts]
    for together, (alone,), one in zip(encoded(encoder, *texts), whole, texts, strict=True):
        assert together == pytest.approx(alone[list(one.wanted)], abs=1e-5)


def test_where_nothing_is_wanted_nothing_is_given() -> None:
    encoder = unpack(arrays(layers=2))
    (found,) = encoded(encoder, Text([4, 4], [0, 0], []))
    assert found.shape == (0, WIDTH)


def test_packed_tables_lose_little() -> None:
    table = np.random.default_rng(5).normal(size=(7, 40)).astype(np.float32)
    kept = Packed(**packed(table))
    every = kept.rows(range(len(table)))
    assert np.abs(every - table).max() <= np.abs(table).max() / 200
    assert (kept.rows([2, 5]) == every[[2, 5]]).all()


def test_a_norm_has_mean_and_variance_of_its_own() -> None:
    rows = np.array([[1.0, 2.0, 3.0, 6.0]])
    found = Norm(np.ones(4), np.zeros(4))(rows)
    assert found.mean() == pytest.approx(0) and found.var() == pytest.approx(1)


_SCORES = """
import sys
from peerlint.learned.clauses import load_scorer
from peerlint.learned.encoder import Text
from peerlint.learned.reader import ENCODER
encoder = load_scorer(ENCODER).encoder
texts = [
    Text(range(100, 100 + length), [1] * length, range(0, length, 3))
    for length in (7, 30, 12, 41, 3, 24, 17)
]
alone = [encoder.encode([text])[0].tobytes() for text in texts]
sys.exit([one.tobytes() for one in encoder.encode(texts)] != alone)
"""


def _runs_code_for(processor: str) -> bool:
    """Whether this processor can run what the library has for that one."""
    if machine() not in ("x86_64", "AMD64"):
        return False
    told = Path("/proc/cpuinfo")
    return processor == "Nehalem" or (told.is_file() and " avx2 " in told.read_text())


@pytest.mark.parametrize("processor", ["", "Haswell", "Zen", "Nehalem"])
def test_a_sentence_has_the_same_numbers_with_whatever_it_is_encoded(processor: str) -> None:
    if processor and not _runs_code_for(processor):
        pytest.skip("needs such a processor")
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    if processor:
        environment["OPENBLAS_CORETYPE"] = processor
    assert subprocess.run([sys.executable, "-c", _SCORES], env=environment).returncode == 0
