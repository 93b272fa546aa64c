"""Group words that are used alike, by vectors of general English.

`python -m training.reader.kinds VECTORS.txt` takes lines of a word and its numbers, most frequent
word first (glove.6B.50d.txt), and writes `peerlint/learned/kinds.npz`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np
from sklearn.cluster import MiniBatchKMeans

from peerlint.learned.notation import Kinds
from peerlint.learned.reader import KINDS
from peerlint.learned.weights import save_kinds

_MOST_FREQUENT = 60_000  # lines read
_GROUPED = 30_000  # words
_COARSE, _FINE = 200, 1000
_WORD = re.compile(r"[a-z][a-z'-]*")


def read_vectors(path: Path) -> tuple[list[str], np.ndarray]:
    """The words that are made of letters, with their vectors at length one."""
    words, rows = [], []
    with path.open(encoding="utf-8") as lines:
        for line, _ in zip(lines, range(_MOST_FREQUENT), strict=False):
            word, *numbers = line.split(" ")
            if _WORD.fullmatch(word):
                words.append(word)
                rows.append(np.array(numbers, dtype=np.float32))
    table = np.stack(rows[:_GROUPED])
    return words[:_GROUPED], table / (np.linalg.norm(table, axis=1, keepdims=True) + 1e-6)


def group(words: list[str], table: np.ndarray) -> Kinds:
    """Two groupings of the words, coarse and fine."""
    coarse, fine = (_labels(table, count) for count in (_COARSE, _FINE))
    return dict(zip(words, zip(coarse, fine, strict=True), strict=True))


def _labels(table: np.ndarray, count: int) -> list[int]:
    means = MiniBatchKMeans(count, random_state=0, batch_size=4096, n_init=1, max_iter=60)
    return [int(label) for label in means.fit(table).labels_]


if __name__ == "__main__":
    save_kinds(KINDS, group(*read_vectors(Path(sys.argv[1]))))
