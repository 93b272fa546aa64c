"""The documents that are measured, made from the project's own ones."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "documents"
WORD_FILE = ROOT / "examples" / "certified-peer-specialist.docx"

_HANDBOOK = 160_000  # characters
_SMALL = 450  # characters
_SENTENCE_END = re.compile(r"(?<=\w)[.!?]?$|(?<=[a-z]{3})[.!?](?=\s+[A-Z])", re.M)
_PLACES = ("room", "house", "unit", "block", "suite", "wing")
_MONTHS = ("January", "March", "April", "June", "August", "October", "December")
_CLEAN = "# Garden\n\nThe garden opens at nine. Bring a coat.\n"


@dataclass(frozen=True, slots=True)
class Workload:
    """Files to check in one run.

    `peers`: whether others read them, too; `yardstick`: whether the import of spaCy is measured beside it.
    """

    name: str
    files: tuple[Path, ...]
    peers: bool = False
    warm: bool = False
    yardstick: bool = False
    jobs: tuple[int, ...] = (1,)


def workloads(folder: Path) -> Iterator[Workload]:
    """Write the documents into the folder, one workload after the other."""
    folder.mkdir(parents=True, exist_ok=True)
    clean = _write(folder / "clean.md", _CLEAN)
    yield Workload("clean file", (clean,), peers=True, warm=True, yardstick=True)
    small = _paragraphs_of(sorted(GOLDEN.glob("*.md"))[0])
    text = "\n\n".join(small)
    yield Workload("one small .md", (_write(folder / "small.md", text),), peers=True, warm=True)
    word = folder / "small.docx"
    shutil.copyfile(WORD_FILE, word)
    yield Workload("two-page .docx", (word,), warm=True)
    handbook = _write(folder / "handbook.md", _prose(_HANDBOOK))
    yield Workload("handbook, 160 KB", (handbook,), peers=True, warm=True, jobs=(1, 2))
    yield Workload("320 files", _files(folder / "320", 320), peers=True, warm=True, jobs=(1, 2))
    yield Workload("2,000 files", _files(folder / "2000", 2000), warm=True, jobs=(1, 2))
    for size in (10_000, 100_000, 1_000_000, 5_000_000):
        path = _write(folder / f"prose-{size}.md", _prose(size))
        yield Workload(f"prose, {size // 1000:,} KB", (path,))
    yield Workload("prose, 50 files of 1 MB", _files(folder / "50", 50, 1_000_000), jobs=(1, 2))
    yield from _pathological(folder)


def _pathological(folder: Path) -> Iterator[Workload]:
    line = " ".join(_prose(5_000_000).replace("#", "").split())
    yield Workload("one line of 5 MB", (_write(folder / "line.txt", line),))
    bullets = "".join(f"- Greet visitor {number}\n" for number in range(100_000))
    yield Workload("100,000 bullets", (_write(folder / "bullets.md", bullets),))
    rows = "".join(f"| {number} | Walk with residents | Daily |\n" for number in range(3_000))
    table = f"| No. | Duty | When |\n|---|---|---|\n{rows}"
    yield Workload("table of 3,000 rows", (_write(folder / "table.md", table),))


def _files(folder: Path, files: int, size: int = _SMALL) -> tuple[Path, ...]:
    folder.mkdir(exist_ok=True)
    paragraphs = _endless()
    return tuple(
        _write(folder / f"{number:04}.md", "\n\n".join(_taken(paragraphs, size)))
        for number in range(files)
    )


def _prose(size: int) -> str:
    return "\n\n".join(_taken(_endless(), size))


def _endless() -> Iterator[str]:
    """The paragraphs again and again; from the second time on told of other places and dates.

    No sentence of a document returns word by word, as few do in those that people write.
    """
    paragraphs = _shuffled()
    yield from paragraphs
    for number in count(2):
        for at, paragraph in enumerate(paragraphs):
            yield _told_anew(paragraph, random.Random(number * len(paragraphs) + at))


def _told_anew(paragraph: str, choice: random.Random) -> str:
    """The paragraph, each of its sentences with a place and a date of its own."""
    return _SENTENCE_END.sub(
        lambda end: (
            f" in {choice.choice(_PLACES)} {choice.randrange(1, 400)} "
            f"on {choice.choice(_MONTHS)} {choice.randrange(1, 29)}{end[0]}"
        ),
        paragraph,
    )


def _taken(paragraphs: Iterator[str], size: int) -> Iterator[str]:
    while size > 0:
        paragraph = next(paragraphs)
        size -= len(paragraph) + 2
        yield paragraph


def _shuffled() -> list[str]:
    found = [part for path in sorted(GOLDEN.glob("*.md")) for part in _paragraphs_of(path)]
    random.Random(9).shuffle(found)
    return found


def _paragraphs_of(path: Path) -> list[str]:
    return [part for part in path.read_text(encoding="utf-8").split("\n\n") if part.strip()]


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
