"""The rule book: every rule, word class and source, compiled and ready to match."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from peerlint.values import dataclass

if TYPE_CHECKING:
    from peerlint.rulebook.compiled import CompiledEvent, CompiledPhrase, CompiledStructure
    from peerlint.rulebook.labels import Labels
    from peerlint.rulebook.pattern import Node
    from peerlint.rulebook.rule import Rule


@dataclass(frozen=True)
class Cue:
    """A wording that silences: where it stands relative to the match, and how far it reaches.

    `direction`: `before`, `after`, `both` or `inside`; `scope`: `clause`, `sentence`, `governor` (the cue
    governs the match in the parse), `next` (what follows the sentence opens with it), `earlier` (it stands
    before the sentence in the block), `label`, `heading` or `list`; `when`: what must hold besides.
    """

    silencer: str
    text: str
    node: Node
    direction: str
    scope: str
    anchors: frozenset[str] | None
    when: tuple[str, ...] = ()


@dataclass(frozen=True)
class RuleBook:
    """Everything that matching needs. `own_cues` maps a rule's index to its `unless` phrases, `needs` to the
    phrases one of which must stand in the sentence or in what is above it."""

    rules: Sequence[Rule]
    phrases: Sequence[CompiledPhrase]
    events: Sequence[CompiledEvent]
    structures: Sequence[CompiledStructure]
    cues: Sequence[Cue]
    own_cues: Mapping[int, tuple[Node, ...]]
    needs: Mapping[int, tuple[Node, ...]]
    classes: Mapping[str, Node]
    class_words: Mapping[str, tuple[str, ...]]
    nominalizations: Mapping[str, str]
    sources: Mapping[str, Mapping[str, str]]
    class_endings: Mapping[str, bytes] = field(default_factory=dict)
    """The numbers of the classes that a word can end (`peerlint.rulebook.endings`)."""
    cue_words: Mapping[str, bytes] = field(default_factory=dict)
    """The numbers of the cues that a word may be part of."""
    cue_places: tuple[tuple[str, str], ...] = ()
    """Silencer and scope of each cue."""
    structure_types: tuple[str, ...] = ()
    """The type of document that each structure is of."""
    excluding: tuple[int, ...] = ()
    """The numbers of the cues by which headings, columns and lead-ins exclude what they stand above."""
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
