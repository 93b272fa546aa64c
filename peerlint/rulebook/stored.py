"""The stored form of a rule book: parts that are read when they are first used.

Most documents meet a small share of the rules, so reading them all would take longer than many a check.
A file is a head, the places where parts begin, their checksums, a table (a pickle of the book with numbers
for parts), and the parts: a pickle each, or bytes as they are. What several parts hold is a part of its own.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import accumulate
from mmap import mmap
from struct import Struct
from typing import Any, TypeVar
from zlib import crc32

from peerlint.errors import UserError
from peerlint.rulebook.book import RuleBook
from peerlint.rulebook.packed import Entries, Texts
from peerlint.rulebook.sharing import field_names, shared
from peerlint.values import replace

T = TypeVar("T")

_HEAD = Struct("=III")  # checksum of all before the parts, how many parts, length of the table
_CHECKED = 4
_ALL = -1
_WORTH_A_PART = 32  # words and numbers
_BY_NUMBER = ("rules", "phrases", "events", "structures", "cues")
_BY_NAME = ("classes", "class_words", "own_cues", "needs")
_PACKED = {
    "asked": Entries,
    "class_endings": Entries,
    "cue_words": Entries,
    "word_sets": Texts,
    "choices": Texts,
}


class Parts:
    """The parts of one file."""

    def __init__(self, data: memoryview, starts: Sequence[int], checks: Sequence[int]) -> None:
        self._data, self._starts, self._checks = data, starts, checks
        self._read: dict[int, Any] = {}

    def __getitem__(self, number: int) -> Any:
        found = self._read.get(number)
        if found is None:
            found = self._read[number] = _Reader(BytesIO(self.plain(number)), self).load()
        return found

    def plain(self, number: int) -> memoryview:
        """The bytes of a part, where they lie in the file."""
        data = self._data[self._starts[number] : self._starts[number + 1]]
        if crc32(data) != self._checks[number]:
            raise UserError("the stored rules are damaged; run 'peerlint cache clean'")
        return data


class PartSequence(Sequence[T]):
    """Parts in a row."""

    def __init__(self, parts: Parts, first: int, count: int) -> None:
        self._parts, self._first, self._count = parts, first, count

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return tuple(self[one] for one in range(*index.indices(self._count)))
        if not -self._count <= index < self._count:
            raise IndexError(index)
        return self._parts[self._first + index % self._count]

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]


class PartMapping(Mapping[Any, T]):
    """Parts by a name."""

    def __init__(self, parts: Parts, numbers: Mapping[Any, int]) -> None:
        self._parts, self._numbers = parts, numbers
        self._known: dict[Any, T] = {}

    def __getitem__(self, name: Any) -> T:
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._parts[self._numbers[name]]
        return found

    def get(self, name: Any, default: Any = None) -> Any:
        """The part of that name."""
        return self[name] if name in self._numbers else default

    def __contains__(self, name: object) -> bool:
        return name in self._numbers

    def __iter__(self) -> Iterator[Any]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def loads(data: bytes | mmap) -> RuleBook:
    """The book of a file's content. Raises an exception of some kind where that is damaged."""
    view = memoryview(data)
    checksum, count, length = _HEAD.unpack_from(view)
    starts, checks = array("I"), array("I")
    middle = _HEAD.size + (count + 1) * starts.itemsize
    table = middle + count * checks.itemsize
    first = table + length
    if crc32(view[_CHECKED:first]) != checksum:
        raise ValueError("damaged")
    starts.frombytes(view[_HEAD.size : middle])
    checks.frombytes(view[middle:table])
    if len(view) != first + starts[-1]:
        raise ValueError("damaged")
    parts = Parts(view[first:], starts, checks)
    book = _Reader(BytesIO(view[table:first]), parts).load()
    if not isinstance(book, RuleBook):
        raise TypeError(type(book))
    return book


class _Reader(pickle.Unpickler):
    def __init__(self, stream: BytesIO, parts: Parts) -> None:
        super().__init__(stream)
        self._parts = parts

    def persistent_load(self, number: int) -> Any:
        """The part of that number; of a number below that of all parts, the bytes that it stands for."""
        if number >= 0:
            return self._parts[number]
        return self._parts if number == _ALL else self._parts.plain(_ALL - 1 - number)


def dumps(book: RuleBook) -> bytes:
    """The content of a file that holds the book."""
    book = shared(book)
    parts = Parts(memoryview(b""), (), ())
    entries: list[Any] = []
    changed: dict[str, Any] = {}
    for name in _BY_NUMBER:
        values = getattr(book, name)
        changed[name] = PartSequence(parts, len(entries), len(values))
        entries += values
    for name in _BY_NAME:
        named = getattr(book, name)
        numbers = range(len(entries), len(entries) + len(named))
        changed[name] = PartMapping(parts, dict(zip(named, numbers, strict=True)))
        entries += named.values()
    large: list[bytes] = []
    for name, packed in _PACKED.items():
        changed[name] = packed(getattr(book, name))
        large.append(changed[name].whole)
    again = _met_again(entries)
    own = set(map(id, entries))
    entries += [value for value in again if id(value) not in own]
    wanted = set(map(id, again))
    numbered = {id(entry): number for number, entry in enumerate(entries) if id(entry) in wanted}
    numbered[id(parts)] = _ALL
    pieces = [_written(entry, numbered) for entry in entries]
    numbered |= {id(whole): _ALL - 1 - n for n, whole in enumerate(large, len(pieces))}
    pieces += large
    starts = array("I", accumulate(map(len, pieces), initial=0))
    checks = array("I", map(crc32, pieces))
    table = _written(replace(book, **changed), numbered)
    content = b"".join((starts.tobytes(), checks.tobytes(), table))
    head = _HEAD.pack(0, len(pieces), len(table))[_CHECKED:]
    checksum = crc32(head + content)
    return b"".join((_HEAD.pack(checksum, len(pieces), len(table)), content, *pieces))


def _met_again(entries: Sequence[Any]) -> list[Any]:
    """What is met in several places and large enough to be a part of its own."""
    weights: dict[int, int] = {}
    found: dict[int, Any] = {}

    def weigh(value: Any) -> int:
        inside = _inside(value)
        if inside is None:
            return 1
        weight = weights.get(id(value))
        if weight is None:
            weight = weights[id(value)] = sum(map(weigh, inside))
        elif weight >= _WORTH_A_PART:
            found[id(value)] = value
        return weight

    for entry in entries:
        weigh(entry)
    return list(found.values())


def _inside(value: Any) -> list[Any] | None:
    """What a value is made of, None where it is one thing."""
    if isinstance(value, (tuple, frozenset)):
        return list(value)
    if isinstance(value, dict):
        return [*value, *value.values()]
    kind: Any = type(value)
    names = field_names(kind)
    return None if names is None else [getattr(value, name) for name in names]


class _Writer(pickle.Pickler):
    def __init__(self, stream: BytesIO, whole: Any, numbered: Mapping[int, int]) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self._whole, self._numbered = whole, numbered

    def persistent_id(self, value: Any) -> Any:
        """The number of a part inside another one."""
        return None if value is self._whole else self._numbered.get(id(value))


def _written(value: Any, numbered: Mapping[int, int]) -> bytes:
    stream = BytesIO()
    _Writer(stream, value, numbered).dump(value)
    return stream.getvalue()
