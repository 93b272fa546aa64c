"""What silences, from YAML: wordings, where they stand, and what must hold for them to count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from peerlint.errors import RuleError
from peerlint.rulebook.book import Cue
from peerlint.rulebook.pattern import Node, anchors
from peerlint.rulebook.phrases import PatternError
from peerlint.rulebook.yaml_source import Table

DIRECTIONS = ("before", "after", "both", "inside")
SCOPES = ("clause", "sentence", "governor", "next", "earlier", "label", "heading", "list")
CONDITIONS = ("question", "past", "past-clause", "asked")

_SILENCER_KEYS = ("about", "direction", "scope", "includes", "cues")
_CUE_KEYS = ("phrase", "direction", "scope", "if")

Written = tuple[str, Any, str]
"""A silencer's name, what is written of it, and in which file."""


def compile_cues(written: Sequence[Written], parse: Callable[[str], Node]) -> tuple[Cue, ...]:
    """The cues of all silencers, included ones under the name of each that includes them.

    Raises RuleError.
    """
    own: dict[str, list[Cue]] = {}
    for silencer in written:
        own.setdefault(silencer[0], []).extend(_cues(silencer, parse))
    included = [cue for silencer in written for cue in _included(silencer, own)]
    return (*(cue for cues in own.values() for cue in cues), *included)


def _included(silencer: Written, own: dict[str, list[Cue]]) -> Iterable[Cue]:
    name, table, _ = silencer
    for other in table.get("includes") or ():
        if other not in own:
            raise _mistake(silencer, table, f"'{other}' {_hint('silencer', other, own)}")
        for cue in own[other]:
            yield Cue(name, cue.text, cue.node, cue.direction, cue.scope, cue.anchors, cue.when)


def _cues(silencer: Written, parse: Callable[[str], Node]) -> Iterable[Cue]:
    name, table, _ = silencer
    _check_keys(silencer, table, _SILENCER_KEYS)
    for entry in table.get("cues") or ():
        cue = entry if isinstance(entry, Table) else _plain(entry, table)
        _check_keys(silencer, cue, _CUE_KEYS)
        direction = str(cue.get("direction") or table.get("direction") or "both")
        scope = str(cue.get("scope") or table.get("scope") or "clause")
        when = tuple(map(str, _listed(cue.get("if"))))
        _check(silencer, cue, "direction", [direction], DIRECTIONS)
        _check(silencer, cue, "scope", [scope], SCOPES)
        _check(silencer, cue, "condition", when, CONDITIONS)
        if "phrase" not in cue:
            raise _mistake(silencer, cue, "'phrase:' is missing")
        for text in map(str, _listed(cue["phrase"])):
            try:
                node = parse(text)
            except PatternError as error:
                raise _mistake(silencer, cue, str(error)) from error
            yield Cue(name, text, node, direction, scope, anchors(node), when)


def _plain(phrase: Any, table: Table) -> Table:
    cue = Table(phrase=phrase)
    cue.line, cue.key_lines = table.line, {}
    return cue


def _listed(value: Any) -> Sequence[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list) else [value]


def _check_keys(silencer: Written, table: Table, known: Sequence[str]) -> None:
    _check(silencer, table, "key", list(table), known)


def _check(
    silencer: Written, at: Table, what: str, values: Iterable[str], known: Sequence[str]
) -> None:
    for value in values:
        if value not in known:
            raise _mistake(silencer, at, f"'{value}' {_hint(what, value, known)}")


def _hint(what: str, value: str, known: Iterable[str]) -> str:
    near = get_close_matches(value, list(known), 1)
    hint = f"did you mean '{near[0]}'?" if near else f"use one of: {', '.join(known)}"
    return f"is no {what}; {hint}"


def _mistake(silencer: Written, at: Table, told: str) -> RuleError:
    name, _, path = silencer
    return RuleError(f"line {at.line}, silencer {name}: {told}", path=path)
