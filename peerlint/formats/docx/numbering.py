"""Computed list labels: what Word would print before a numbered or bulleted paragraph."""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING

from peerlint.formats.docx.names import local_name, word_namespace
from peerlint.formats.docx.styles import StyleSheet, child, is_on, number, value
from peerlint.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list definition."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A list paragraph's place: `marker` as printed ("" for none), `level` from 0."""

    num_id: str
    level: int
    marker: str
    bullet: bool


@dataclass(slots=True)
class _Definition:
    levels: dict[int, Level] = field(default_factory=dict)
    link: str | None = None


@dataclass(slots=True)
class _Instance:
    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Numbering:
    """Counts list paragraphs in reading order; call `label` once for each of them."""

    def __init__(self, root: _Element | None, styles: StyleSheet) -> None:
        self._styles = styles
        self._definitions: dict[str, _Definition] = {}
        self._instances: dict[str, _Instance] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        for element in root if root is not None else ():
            name = local_name(element.tag)
            if name == "abstractNum":
                self._add_definition(element)
            elif name == "num":
                self._add_instance(element)

    def _add_definition(self, element: _Element) -> None:
        key = element.get(f"{word_namespace(element.tag)}abstractNumId") or ""
        definition = _Definition(link=value(child(element, "numStyleLink")))
        for found in element:
            if local_name(found.tag) == "lvl":
                definition.levels[_level_number(found)] = _read_level(found)
        self._definitions[key] = definition

    def _add_instance(self, element: _Element) -> None:
        key = element.get(f"{word_namespace(element.tag)}numId") or ""
        instance = _Instance(value(child(element, "abstractNumId")) or "")
        for override in element:
            if local_name(override.tag) != "lvlOverride":
                continue
            level = _level_number(override)
            start = number(value(child(override, "startOverride")))
            if start is not None:
                instance.starts[level] = start
            own = child(override, "lvl")
            if own is not None:
                instance.levels[level] = _read_level(own)
        self._instances[key] = instance

    def _resolve(self, num_id: str) -> tuple[str, _Instance, dict[int, Level]] | None:
        instance = self._instances.get(num_id)
        if instance is None:
            return None
        abstract = instance.abstract
        definition = self._definitions.get(abstract, _Definition())
        if not definition.levels and definition.link:
            linked = self._instances.get(self._styles.numbering_of(definition.link) or "")
            if linked is not None:
                abstract = linked.abstract
                definition = self._definitions.get(abstract, definition)
        return abstract, instance, {**definition.levels, **instance.levels}

    def level_of_style(self, num_id: str, style_id: str | None) -> int:
        """The level a paragraph style is tied to in a list, else 0."""
        found = self._resolve(num_id)
        if found is None or style_id is None:
            return 0
        return next((key for key, level in found[2].items() if level.style == style_id), 0)

    def label(self, num_id: str, level: int) -> Label | None:
        """Count one paragraph and give its label; None when the list does not exist."""
        found = self._resolve(num_id)
        if found is None:
            return None
        level = min(max(level, 0), _LEVELS - 1)
        abstract, instance, levels = found
        counters = self._counters.setdefault(abstract, [None] * _LEVELS)
        self._count(num_id, instance, levels, counters, level)
        shown = levels.get(level, Level())
        if shown.format == "bullet":
            return Label(num_id, level, _bullet(shown.text), bullet=True)
        return Label(num_id, level, _marker(shown, levels, counters), bullet=False)

    def _count(
        self,
        num_id: str,
        instance: _Instance,
        levels: dict[int, Level],
        counters: list[int | None],
        level: int,
    ) -> None:
        for upper in range(level):
            if counters[upper] is None:
                counters[upper] = levels.get(upper, Level()).start
        first_use = level in instance.starts and (num_id, level) not in self._started
        current = counters[level]
        if first_use:
            self._started.add((num_id, level))
            counters[level] = instance.starts[level]
        elif current is None:
            counters[level] = instance.starts.get(level, levels.get(level, Level()).start)
        else:
            counters[level] = current + 1
        for deeper in range(level + 1, _LEVELS):
            if levels.get(deeper, Level()).restart != 0:
                counters[deeper] = None


def _level_number(element: _Element) -> int:
    return number(element.get(f"{word_namespace(element.tag)}ilvl")) or 0


def _read_level(element: _Element) -> Level:
    start = number(value(child(element, "start")))
    legal = child(element, "isLgl")
    return Level(
        start=1 if start is None else start,
        format=value(child(element, "numFmt")) or "decimal",
        text=value(child(element, "lvlText")) or "",
        legal=legal is not None and is_on(legal),
        restart=number(value(child(element, "lvlRestart"))),
        style=value(child(element, "pStyle")),
    )


def _bullet(text: str) -> str:
    """The bullet as Unicode; symbol fonts use private characters, shown as a plain bullet."""
    shown = text[:1]
    return shown if shown and not "\ue000" <= shown <= "\uf8ff" and shown != "\xb7" else "•"


def _marker(level: Level, levels: dict[int, Level], counters: list[int | None]) -> str:
    def replace(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        shown = levels.get(index, Level())
        count = counters[index]
        style = "decimal" if level.legal else shown.format
        return format_number(shown.start if count is None else count, style)

    return _PLACEHOLDER.sub(replace, level.text)


def format_number(count: int, style: str) -> str:
    """A number in one of Word's formats; formats of other scripts come as decimals."""
    if style == "none":
        return ""
    if style == "decimalZero":
        return f"{count:02d}"
    if style in ("lowerLetter", "upperLetter"):
        letters = _letters(count)
        return letters if style == "lowerLetter" else letters.upper()
    if style in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman if style == "upperRoman" else roman.lower()
    if style == "ordinal":
        return f"{count}{_ordinal_ending(count)}"
    return str(count)


def _letters(count: int) -> str:
    """a to z, then aa, bb, …, as Word counts."""
    if not 1 <= count <= 26 * 30:
        return str(count)
    times, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _roman(count: int) -> str:
    if not 1 <= count <= 3999:
        return str(count)
    parts = []
    for size, sign in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        times, count = divmod(count, size)
        parts.append(sign * times)
    return "".join(parts)


def _ordinal_ending(count: int) -> str:
    if 10 <= count % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
