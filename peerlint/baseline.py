"""Known findings: what was there when a repository began to use peerlint.

A finding is known by its fingerprint, made of the rule, the words and the sentence around them. A
moved or renamed passage stays known; a second copy of it is new.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from peerlint.errors import UserError
from peerlint.finding import DocumentReport, Finding
from peerlint.values import dataclass, replace

K = TypeVar("K")

VERSION = 1
DEFAULT_NAME = ".peerlint-baseline.json"


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """One recorded finding; `path`, `rule` and `quote` are for people who read the file."""

    path: str
    rule: str
    quote: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Update:
    """A baseline after an update, and what the update did."""

    known: tuple[Known, ...]
    added: int
    removed: int
    new: int


def load(path: Path) -> tuple[Known, ...]:
    """The findings recorded in a file; raises UserError."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        version, entries = data["version"], data["findings"]
        known = tuple(
            Known(one["path"], one["rule"], one["quote"], one["fingerprint"]) for one in entries
        )
    except FileNotFoundError:
        raise _refused(path, "there is no such baseline; `peerlint baseline` writes one") from None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise _refused(path, f"cannot be read: {reason}") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _refused(path, "is no baseline; write it anew with `peerlint baseline`") from None
    if version != VERSION:
        raise _refused(path, "was written by a newer peerlint; update peerlint")
    return known


def dump(known: Iterable[Known]) -> str:
    """The file's text: one line for each finding, so that differences read well."""
    lines = [
        json.dumps(
            {
                "path": one.path,
                "rule": one.rule,
                "quote": one.quote,
                "fingerprint": one.fingerprint,
            },
            ensure_ascii=False,
        )
        for one in sorted(known)
    ]
    listed = ",\n".join(f"  {line}" for line in lines)
    return f'{{"version": {VERSION}, "findings": [\n{listed}\n]}}\n'


def without_known(
    documents: Sequence[DocumentReport], known: Sequence[Known]
) -> tuple[tuple[DocumentReport, ...], int]:
    """The documents with only their new findings, and how many were left out.

    Findings of a document are matched with entries of its own path first, so that a copy elsewhere
    does not use them up.
    """
    left = Counter((one.path, one.fingerprint) for one in known)
    at_home = {
        (number, index)
        for number, document in enumerate(documents)
        for index, finding in enumerate(document.findings)
        if _take(left, (document.path, finding.fingerprint))
    }
    moved: Counter[str] = Counter()
    for (_, fingerprint), count in left.items():
        moved[fingerprint] += count
    remaining = tuple(
        _with_new(document, number, at_home, moved) for number, document in enumerate(documents)
    )
    before = sum(len(document.findings) for document in documents)
    return remaining, before - sum(len(document.findings) for document in remaining)


def updated(
    known: Sequence[Known], documents: Sequence[DocumentReport], *, add: bool, root: Path
) -> Update:
    """The baseline without what is mended, and with what is new only if `add` is true.

    Entries of documents that were not checked stay while their file is there. Paths are recorded
    as they are given; `root` is the folder they count from.
    """
    checked = {document.path for document in documents if document.error is None}
    elsewhere = [one for one in known if one.path not in checked and (root / one.path).is_file()]
    left = Counter(one.fingerprint for one in known)
    left.subtract(Counter(one.fingerprint for one in elsewhere))
    found = [finding for document in documents for finding in document.findings]
    stay = [_known(finding) for finding in found if _take(left, finding.fingerprint)]
    new = len(found) - len(stay)
    kept = [_known(finding) for finding in found] if add else stay
    removed = len(known) - len(elsewhere) - len(stay)
    return Update((*elsewhere, *kept), new if add else 0, removed, 0 if add else new)


def _known(finding: Finding) -> Known:
    return Known(finding.path, finding.rule, finding.quote, finding.fingerprint)


def _with_new(
    document: DocumentReport, number: int, at_home: set[tuple[int, int]], moved: Counter[str]
) -> DocumentReport:
    new = tuple(
        finding
        for index, finding in enumerate(document.findings)
        if (number, index) not in at_home and not _take(moved, finding.fingerprint)
    )
    return document if len(new) == len(document.findings) else replace(document, findings=new)


def _take(left: Counter[K], key: K) -> bool:
    """Use up one of what is left; whether there was one."""
    if left[key] <= 0:
        return False
    left[key] -= 1
    return True


def _refused(path: Path, sentence: str) -> UserError:
    return UserError(sentence, path=path.as_posix())
