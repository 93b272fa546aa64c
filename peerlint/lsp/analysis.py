"""A text as an editor holds it, checked, with its places in the editor's units."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath

from lsprotocol import types
from pygls.workspace import PositionCodec

from peerlint.checking import Checker
from peerlint.document import Document, Position
from peerlint.finding import DocumentReport, Finding
from peerlint.fixing import edits_for
from peerlint.formats import SUFFIXES, read_text
from peerlint.formats.edit import Edit, apply_edits
from peerlint.values import dataclass

_LANGUAGES = {
    "markdown": "markdown",
    "html": "html",
    "restructuredtext": "rst",
    "plaintext": "text",
}


@dataclass(frozen=True, slots=True)
class Analysis:
    """A checked text: `version` is the editor's number for it."""

    version: int | None
    document: Document
    report: DocumentReport
    codec: PositionCodec

    def at(self, position: types.Position) -> list[Finding]:
        """The findings whose words include a place, the gravest first."""
        found = [one for one in self.report.findings if _holds(self.range(one), position)]
        return sorted(found, key=lambda finding: -finding.severity)

    def within(self, range_: types.Range) -> list[Finding]:
        """The findings that touch a range."""
        return [one for one in self.report.findings if _touch(self.range(one), range_)]

    def range(self, finding: Finding) -> types.Range:
        """A finding's place; one about the whole document is shown on its first line."""
        return types.Range(self._position(finding.start), self._position(finding.end))

    def line_end(self, finding: Finding) -> types.Position:
        """The end of the line on which a finding ends."""
        line = self._lines()[finding.end.line - 1].rstrip("\r\n")
        return self._position(Position(finding.end.line, len(line) + 1))

    def changes(self, edits: Iterable[Edit]) -> list[types.TextEdit]:
        """What to change in the text so that the edits are made; nothing where markup forbids."""
        old = self.document.source
        new = apply_edits(self.document, tuple(edits)).text
        if new == old:
            return []
        start = _shared(old, new)
        end = min(_shared(old[::-1], new[::-1]), min(len(old), len(new)) - start)
        place = types.Range(self._offset(start), self._offset(len(old) - end))
        return [types.TextEdit(place, new[start : len(new) - end])]

    def safe_changes(self) -> list[types.TextEdit]:
        """What to change so that every safe rewording is made."""
        return self.changes(edits_for(self.report.findings, self.document, unsafe=False))

    def _offset(self, offset: int) -> types.Position:
        line = max(n for n, start in enumerate(self.document.lines) if start <= offset)
        return self._position(Position(line + 1, offset - self.document.lines[line] + 1))

    def _position(self, position: Position) -> types.Position:
        server = types.Position(position.line - 1, position.column - 1)
        return self.codec.position_to_client_units(self._lines(), server)

    def _lines(self) -> list[str]:
        ends = (*self.document.lines[1:], len(self.document.source))
        starts = self.document.lines
        return [self.document.source[a:b] for a, b in zip(starts, ends, strict=True)]


def analyse(
    text: str,
    *,
    path: Path,
    language: str,
    version: int | None,
    checker: Checker,
    codec: PositionCodec,
) -> Analysis:
    """Check a text. `language` is the editor's name for its format. Raises DocumentError."""
    format_ = _LANGUAGES.get(language) or SUFFIXES.get(PurePath(path).suffix.lower(), "text")
    document = read_text(text, format=format_, path=path.as_posix())
    report = checker.check(document)
    return Analysis(version, document, report, codec)


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character


def _holds(range_: types.Range, position: types.Position) -> bool:
    return _key(range_.start) <= _key(position) <= _key(range_.end)


def _touch(one: types.Range, other: types.Range) -> bool:
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)
