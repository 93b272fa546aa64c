"""Arrays are read from their file as numpy wrote them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from peerlint.learned.arrays import mapped_arrays

ARRAYS = {
    "bytes": np.frombuffer(b"odd", dtype=np.int8),  # so that the next do not begin at even places
    "rows": np.arange(6, dtype=np.float32).reshape(2, 3),
    "columns": np.asfortranarray(np.arange(6, dtype=np.float64).reshape(2, 3)),
    "words": np.array([b"a", b"longer"]),
    "one": np.array(7, dtype=np.uint16),
    "none": np.zeros((0, 3), dtype=np.int8),
}


def test_arrays_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "some.npz"
    np.savez(path, allow_pickle=False, **ARRAYS)
    found = mapped_arrays(path)
    assert list(found) == list(ARRAYS)
    for name, array in ARRAYS.items():
        assert found[name].dtype == array.dtype
        assert found[name].flags.aligned
        np.testing.assert_array_equal(found[name], array)


def test_what_is_read_cannot_be_changed_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "some.npz"
    np.savez(path, allow_pickle=False, **ARRAYS)
    with pytest.raises(ValueError, match="read-only"):
        mapped_arrays(path)["bytes"][0] = 1


def test_packed_arrays_and_objects_are_refused(tmp_path: Path) -> None:
    packed, objects = tmp_path / "packed.npz", tmp_path / "objects.npz"
    np.savez_compressed(packed, rows=ARRAYS["rows"])
    np.savez(objects, allow_pickle=True, what=np.array([{}], dtype=object))
    with pytest.raises(ValueError, match="compressed"):
        mapped_arrays(packed)
    with pytest.raises(ValueError, match="more than numbers"):
        mapped_arrays(objects)


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"none\.npz"):
        mapped_arrays(tmp_path / "none.npz")
