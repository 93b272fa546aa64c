"""The rule book: every rule, word class and source, compiled and ready to match."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from peerlint.rulebook.pattern import Node
from peerlint.rulebook.rule import Labels, Rule


@dataclass(frozen=True)
class CompiledPhrase:
    """A phrase of a rule: its tree and the words one of which every match holds (None: unknown).

    `negated`: the phrase itself says *not* or *no*, so that these words do not silence it.
    """

    rule: int
    node: Node
    anchors: frozenset[str] | None
    negated: bool = False


@dataclass(frozen=True)
class CompiledAction:
    """One verb of an event pattern: its forms and the particle or preposition it takes."""

    lemma: str
    forms: frozenset[str]
    particle: str = ""
    complement: Node | None = None  # "provide PERSON with": what stands between


@dataclass(frozen=True)
class ObjectPattern:
    """A noun phrase pattern; with `anywhere` it need not end at the head of the object."""

    node: Node
    anywhere: bool = False


@dataclass(frozen=True)
class CompiledEvent:
    """An event pattern of a rule."""

    rule: int
    actions: tuple[CompiledAction, ...]
    objects: tuple[ObjectPattern, ...]
    recipients: tuple[ObjectPattern, ...]
    prepositions: Mapping[str, tuple[ObjectPattern, ...]]
    with_words: tuple[Node, ...]
    without_words: tuple[Node, ...]
    actor: str
    anchors: frozenset[str]


@dataclass(frozen=True)
class Cue:
    """A wording that silences: where it stands relative to the match, and how far it reaches.

    `direction`: `before`, `after`, `both` or `inside`; `scope`: `clause`, `sentence`, `list`,
    `heading` or `governor` (the cue governs the match in the parse).
    """

    silencer: str
    text: str
    node: Node
    direction: str
    scope: str
    anchors: frozenset[str] | None


@dataclass(frozen=True)
class CompiledStructure:
    """What a document of type `document` should hold (docs/rule-format.md, "Structure").

    Fires when nothing of `heading` and `text` is found, or when something of `present` is.
    """

    rule: int
    document: str
    peer_role: bool
    heading: tuple[Node, ...] = ()
    text: tuple[Node, ...] = ()
    present: tuple[Node, ...] = ()
    only_if: tuple[Node, ...] = ()
    only_if_heading: tuple[Node, ...] = ()
    place: tuple[Node, ...] = ()


@dataclass(frozen=True)
class RuleBook:
    """Everything that matching needs. `own_cues` maps a rule's index to its `unless` phrases, `needs` to the
    phrases one of which must stand in the sentence or in what is above it."""

    rules: Sequence[Rule]
    phrases: Sequence[CompiledPhrase]
    events: Sequence[CompiledEvent]
    structures: tuple[CompiledStructure, ...]
    cues: tuple[Cue, ...]
    own_cues: Mapping[int, tuple[Node, ...]]
    needs: Mapping[int, tuple[Node, ...]]
    classes: Mapping[str, Node]
    class_words: Mapping[str, tuple[str, ...]]
    nominalizations: Mapping[str, str]
    sources: Mapping[str, Mapping[str, str]]
    signals: Mapping[str, Mapping[str, tuple[Node, ...]]] = field(default_factory=dict)
    pattern_rules: tuple[int, ...] = ()
    """The rule of each pattern: of the phrases, then of the events."""
    asked: Mapping[str, bytes] = field(default_factory=dict)
    """What a word answers of what the patterns ask (`peerlint.rulebook.possible`)."""
    outlines: tuple[tuple[int, ...], ...] = ()
    """The steps that a match of each pattern takes: numbers of `word_sets` and `choices`."""
    word_sets: tuple[str, ...] = ()
    """Each set as its words with blanks between."""
    choices: tuple[str, ...] = ()
    """What outlines choose from, each choice as one text."""
    cut_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that the pipeline's tokenizer cuts without a sign between (*cannot*), with their parts."""
    labels: tuple[Labels, ...] = ()
    """What names each rule."""
    of_peers: frozenset[int] = frozenset()
    """The rules whose events want a peer worker as the actor."""
    version: str = ""

    def rule(self, name: str) -> Rule | None:
        """The rule of that id, name or alias, else None."""
        wanted = name.lower()
        for rule in self.rules:
            if wanted in (rule.id.lower(), rule.name, *rule.aliases):
                return rule
        return None
