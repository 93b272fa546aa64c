"""Arrays of a file that numpy's `savez` wrote, mapped into memory: pages are read when they are needed."""

from __future__ import annotations

import mmap
import zipfile
from io import BytesIO
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

_LOCAL_HEADER = 30  # bytes before a member's name (APPNOTE.TXT of PKWARE, 4.3.7)


def mapped_arrays(path: Path) -> dict[str, Numbers]:
    """The arrays by name, to be read only.

    Raises OSError where the file is missing, ValueError where an array is compressed or no plain numbers.
    """
    with path.open("rb") as file, zipfile.ZipFile(file) as archive:
        whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        return {
            member.filename.removesuffix(".npy"): _array(whole, member, path)
            for member in archive.infolist()
        }


def _array(whole: memoryview, member: zipfile.ZipInfo, path: Path) -> Numbers:
    import numpy as np
    from numpy.lib import format

    if member.compress_type != zipfile.ZIP_STORED:
        raise ValueError(f"{path}: {member.filename} is compressed")
    lengths = member.header_offset + 26  # of the name and of what comes with it, two bytes each
    name, extra = (int.from_bytes(whole[at : at + 2], "little") for at in (lengths, lengths + 2))
    start = member.header_offset + _LOCAL_HEADER + name + extra
    head = BytesIO(whole[start : start + min(member.file_size, 1024)])
    format.read_magic(head)
    shape, by_column, dtype = format.read_array_header_1_0(head)
    if dtype.hasobject:
        raise ValueError(f"{path}: {member.filename} holds more than numbers")
    found = np.frombuffer(whole, dtype, prod(shape), start + head.tell())
    # a copy where the file has it at an odd place: reckoning with that would take longer
    aligned: Numbers = np.require(found, requirements=["ALIGNED"])
    return aligned.reshape(shape, order="F" if by_column else "C")
