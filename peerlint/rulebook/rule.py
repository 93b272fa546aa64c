"""A rule as the rest of the program sees it: loaded, validated, immutable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from peerlint.finding import Severity
from peerlint.rulebook.labels import Labels
from peerlint.values import dataclass


@dataclass(frozen=True)
class SourceReference:
    """Whose authority a rule rests on: a key of `rules/sources.yaml` and the place in it."""

    key: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.key}, {self.where}" if self.where else self.key


@dataclass(frozen=True)
class Rewording:
    """A rewording template (syntax: docs/rule-format.md, "Rewordings").

    `advice` is told to the author and never applied. `when` names conditions on the match
    (see `peerlint.rewording`) under which the template fits; empty means always. Where `time` is
    false, when and where a duty happened goes with it.
    """

    text: str
    safe: bool = False
    advice: bool = False
    time: bool = True
    when: tuple[str, ...] = ()


@dataclass(frozen=True)
class Example:
    """A sentence that shows the rule.

    `text` has no brackets. `span` is the marked finding for a flagged example and None for a
    silent one. `rewritten` is the whole text after the first rewording, or None.
    `document` is the Markdown the text stands in, with one `{}` for the text; "" = the default.
    """

    text: str
    span: tuple[int, int] | None = None
    rewritten: str | None = None
    because: str = ""
    document: str = ""
    line: int = 0


@dataclass(frozen=True)
class EventPattern:
    """Which events a rule means: each field lists words and word classes, empty = any.

    `actor` is one of `peer`, `person-served`, `other-role`, `any`.
    """

    action: tuple[str, ...]
    object: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    preposition: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    with_words: tuple[str, ...] = ()
    without_words: tuple[str, ...] = ()
    actor: str = "peer"


OUR_PREFIXES = ("PL", "PD", "PH", "PS")


@dataclass(frozen=True)
class Rule:
    """One rule of the book. `severity_in` maps document types and `peer-context` to a severity,
    None meaning off. `actor` is `any` where a duty rule means whoever acts. `learned` rules have no
    patterns: the second reader finds for them. `unless` names further silencers or cue phrases
    (docs/rule-format.md)."""

    id: str
    name: str
    title: str
    kind: str
    category: str
    severity: Severity
    why: str
    sources: tuple[SourceReference, ...]
    phrases: tuple[str, ...] = ()
    events: tuple[EventPattern, ...] = ()
    structure: Mapping[str, object] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    severity_in: Mapping[str, Severity | None] = field(default_factory=dict)
    negation: bool = True
    scope: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    actor: str = ""
    reword: tuple[Rewording, ...] = ()
    tension: str = ""
    default: bool = True
    learned: bool = False
    examples: tuple[Example, ...] = ()
    covers: tuple[str, ...] = ()
    notes: str = ""
    path: str = ""
    line: int = 0

    @property
    def ours(self) -> bool:
        """Whether it is one of peerlint's own; rules that others add have another prefix."""
        return self.id.rstrip("0123456789") in OUR_PREFIXES

    @property
    def labels(self) -> Labels:
        """What names the rule."""
        return Labels(
            self.id, self.name, self.aliases, self.category, self.kind, self.default, self.learned
        )
