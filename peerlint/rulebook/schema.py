"""What a rule file may hold: from YAML values to `Rule` values, with every mistake explained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from peerlint.errors import RuleError
from peerlint.finding import Severity
from peerlint.rulebook.rule import EventPattern, Example, Rewording, Rule, SourceReference
from peerlint.rulebook.yaml_source import Table
from peerlint.values import replace

CATEGORIES = {
    "language": ("stigmatizing", "clinicalized", "deficit", "coercive", "peer-noun", "inclusive"),
    "duty": ("power-imbalance", "agenda", "busy-work", "boundary"),
    "hiring": ("hiring",),
    "structure": ("structure",),
}
CONTEXTS = ("job-description", "policy", "treatment-plan", "other", "peer-context")
SILENCERS_BY_NAME = [
    "negation",
    "prohibition",
    "mention",
    "name",
    "quotation",
    "suppression",
    "other-actor",
    "request",
    "agreement",
    "account",
    "other-subject",
    "with-person",
    "person-acts",
    "voice",
    "occasional",
    "own-work",
    "peer-line",
    "program-level",
    "learning",
    "consent",
    "all-staff",
    "job-related",
    "post-offer",
    "bodily-care",
    "other-matter",
    "other-sense",
]
_KEYS = [
    "id",
    "name",
    "title",
    "kind",
    "category",
    "severity",
    "severity-in",
    "scope",
    "find",
    "actor",
    "needs",
    "unless",
    "negation",
    "default",
    "learned",
    "reword",
    "reword-when",
    "why",
    "sources",
    "tension",
    "covers",
    "examples",
    "aliases",
    "notes",
    "structure",
]
_REQUIRED = ("id", "name", "title", "kind", "category", "severity", "why", "sources")
ID_PATTERN = re.compile(r"^[A-Z]{2,8}\d{3}$")
NAME_PATTERN = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


class _Place:
    """Where in a rule file something stands, to open an error message."""

    def __init__(self, path: str, rule: str, line: int) -> None:
        self.path, self.rule, self.line = path, rule, line

    def error(self, message: str, line: int | None = None) -> RuleError:
        return RuleError(f"line {line or self.line}, rule {self.rule}: {message}", path=self.path)

    def known(self, value: Any, allowed: Any, what: str, line: int | None = None) -> str:
        if value in allowed:
            return str(value)
        near = get_close_matches(str(value), list(allowed), 1)
        hint = f"did you mean '{near[0]}'?" if near else f"use one of: {', '.join(allowed)}"
        raise self.error(f"'{value}' is no {what}; {hint}", line)


def read_rule(table: Any, path: str, line: int) -> Rule:
    """One entry of `rules:`. Raises RuleError naming file, line, rule and the mend."""
    if not isinstance(table, Table):
        raise RuleError(f"line {line}: a rule is a list of 'key: value' lines", path=path)
    place = _Place(path, str(table.get("id", "without id")), table.line)
    for key in table:
        place.known(key, _KEYS, "key of a rule", table.key_lines[key])
    for key in _REQUIRED:
        if not table.get(key):
            raise place.error(f"'{key}:' is missing")
    if not ID_PATTERN.match(str(table["id"])):
        raise place.error(
            f"the id '{table['id']}' should be capital letters and three digits (PL101)"
        )
    if not NAME_PATTERN.match(str(table["name"])):
        raise place.error(
            f"the name '{table['name']}' should be lower-case words joined by hyphens"
        )
    kind = place.known(table["kind"], CATEGORIES, "kind")
    category = place.known(table["category"], CATEGORIES[kind], f"category of kind {kind}")
    phrases, events = _find(table, place, kind)
    return Rule(
        id=str(table["id"]),
        name=str(table["name"]),
        title=" ".join(str(table["title"]).split()),
        kind=kind,
        category=category,
        severity=_severity(table["severity"], place),
        why=" ".join(str(table["why"]).split()),
        sources=tuple(_source(entry) for entry in _list(table, "sources", place)),
        phrases=phrases,
        events=events,
        structure=_structure(table, place),
        aliases=tuple(map(str, _list(table, "aliases", place))),
        severity_in=_severity_in(table, place),
        negation=table.get("negation", True) is not False,
        scope=tuple(place.known(v, CONTEXTS, "context") for v in _list(table, "scope", place)),
        unless=tuple(_unless(entry, place) for entry in _list(table, "unless", place)),
        actor=place.known(table["actor"], _ACTORS, "actor") if table.get("actor") else "",
        needs=tuple(map(str, _list(table, "needs", place))),
        reword=tuple(_rewordings(table, place)),
        tension=" ".join(str(table.get("tension") or "").split()),
        default=table.get("default", True) is not False,
        learned=table.get("learned") is True,
        examples=tuple(_example(entry, place) for entry in _list(table, "examples", place)),
        covers=tuple(map(str, _list(table, "covers", place))),
        notes=" ".join(str(table.get("notes") or "").split()),
        path=path,
        line=table.line,
    )


def _list(table: Mapping[str, Any], key: str, place: _Place) -> list[Any]:
    value = table.get(key)
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _severity(value: Any, place: _Place) -> Severity:
    place.known(value, [severity.label for severity in Severity], "severity")
    return Severity.from_label(value)


def _severity_in(table: Table, place: _Place) -> dict[str, Severity | None]:
    entries = table.get("severity-in") or Table()
    if not isinstance(entries, Table):
        raise place.error("'severity-in:' maps contexts to severities ({policy: suggestion})")
    return {
        place.known(context, CONTEXTS, "context"): None
        if value == "off"
        else _severity(value, place)
        for context, value in entries.items()
    }


def _find(
    table: Table, place: _Place, kind: str
) -> tuple[tuple[str, ...], tuple[EventPattern, ...]]:
    phrases: list[str] = []
    events: list[EventPattern] = []
    for entry in _list(table, "find", place):
        if isinstance(entry, Table) and set(entry) == {"phrase"}:
            phrases += map(str, _list(entry, "phrase", place))
        elif isinstance(entry, Table) and set(entry) == {"event"}:
            events.append(_event(entry["event"], place, kind))
        else:
            raise place.error(
                "each entry of 'find:' is 'phrase: …' or 'event: {action: …, object: …}'"
            )
    patterned = phrases or events or table.get("structure")
    if patterned and table.get("learned"):
        raise place.error(
            "'learned: true' takes no 'find:'; the second reader finds for such a rule"
        )
    if not patterned and not table.get("learned"):
        raise place.error("'find:' is missing")
    return tuple(phrases), tuple(events)


_STRUCTURE_KEYS = (
    "document",
    "peer-role",
    "heading",
    "text",
    "present",
    "only-if",
    "only-if-heading",
    "place",
)


def _structure(table: Table, place: _Place) -> dict[str, object]:
    entry = table.get("structure")
    if entry is None:
        return {}
    if not isinstance(entry, Table):
        raise place.error("'structure:' says 'document:' and what it should hold")
    for key in entry:
        place.known(key, _STRUCTURE_KEYS, "key of a structure", entry.key_lines[key])
    place.known(entry.get("document"), CONTEXTS[:3], "document type")
    if not any(entry.get(key) for key in ("heading", "text", "present")):
        raise place.error("'structure:' needs 'heading:', 'text:' or 'present:'")
    return {
        key: value if isinstance(value, (bool, list)) or key == "document" else [value]
        for key, value in entry.items()
    }


_EVENT_KEYS = (
    "action",
    "object",
    "recipient",
    "preposition",
    "with-words",
    "without-words",
    "actor",
)
_ACTORS = ("peer", "person-served", "other-role", "any")


def _event(entry: Any, place: _Place, kind: str) -> EventPattern:
    if not isinstance(entry, Table) or not entry.get("action"):
        raise place.error("an event needs at least 'action:'")
    for key in entry:
        place.known(key, _EVENT_KEYS, "key of an event", entry.key_lines[key])
    prepositions = entry.get("preposition") or {}
    actor = entry.get("actor") or ("peer" if kind == "duty" else "any")
    return EventPattern(
        action=tuple(map(str, _list(entry, "action", place))),
        object=tuple(map(str, _list(entry, "object", place))),
        recipient=tuple(map(str, _list(entry, "recipient", place))),
        preposition={key: tuple(map(str, _list(prepositions, key, place))) for key in prepositions},
        with_words=tuple(map(str, _list(entry, "with-words", place))),
        without_words=tuple(map(str, _list(entry, "without-words", place))),
        actor=place.known(actor, _ACTORS, "actor"),
    )


def _unless(entry: Any, place: _Place) -> str:
    if isinstance(entry, Table):
        if set(entry) != {"phrase"}:
            raise place.error("an entry of 'unless:' is a silencer's name or 'phrase: …'")
        return f"phrase:{entry['phrase']}"
    return place.known(entry, SILENCERS_BY_NAME, "silencer")


def _source(entry: Any) -> SourceReference:
    if isinstance(entry, Table):
        return SourceReference(str(entry.get("key", "")), str(entry.get("where", "")))
    key, _, where = str(entry).partition(",")
    return SourceReference(key.strip(), where.strip())


def _rewordings(table: Table, place: _Place) -> Iterator[Rewording]:
    """Those of a rule, each with the conditions that the rule sets for all of them but advice."""
    shared = tuple(map(str, _list(table, "reword-when", place)))
    for entry in _list(table, "reword", place):
        rewording = _rewording(entry, place)
        yield rewording if rewording.advice else replace(rewording, when=(*shared, *rewording.when))


def _rewording(entry: Any, place: _Place) -> Rewording:
    if isinstance(entry, str):
        return Rewording(entry)
    if not isinstance(entry, Table) or not entry.get("text"):
        raise place.error("an entry of 'reword:' has 'text:'")
    for key in entry:
        place.known(
            key,
            ("text", "safe", "advice", "when", "time", "note"),
            "key of a rewording",
            entry.key_lines[key],
        )
    return Rewording(
        str(entry["text"]),
        safe=entry.get("safe") is True,
        advice=entry.get("advice") is True,
        time=entry.get("time") is not False,
        when=tuple(map(str, _list(entry, "when", place))),
    )


def _example(entry: Any, place: _Place) -> Example:
    if not isinstance(entry, Table) or ("flag" in entry) == ("pass" in entry):
        raise place.error(
            "an example is 'flag: …' (with 'as: …') or 'pass: …'", getattr(entry, "line", None)
        )
    for key in entry:
        place.known(
            key, ("flag", "pass", "as", "because", "in"), "key of an example", entry.key_lines[key]
        )
    document = str(entry.get("in") or "")
    if "pass" in entry:
        return Example(
            str(entry["pass"]),
            because=str(entry.get("because") or ""),
            document=document,
            line=entry.line,
        )
    text, span = _marked(str(entry["flag"]), place, entry.line)
    rewritten = entry.get("as")
    return Example(
        text, span, str(rewritten) if rewritten else None, document=document, line=entry.line
    )


def _marked(text: str, place: _Place, line: int) -> tuple[str, tuple[int, int]]:
    start, end = text.find("["), text.find("]")
    if start < 0 or end < start:
        raise place.error("a 'flag:' example marks the finding in [brackets]", line)
    return text[:start] + text[start + 1 : end] + text[end + 1 :], (start, end - 1)
