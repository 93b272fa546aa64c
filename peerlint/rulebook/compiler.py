"""Compile rule files: word classes first, then cues, then every rule's phrases and events."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import Any

from peerlint.errors import RuleError
from peerlint.rulebook.book import RuleBook
from peerlint.rulebook.compiled import (
    CompiledAction,
    CompiledEvent,
    CompiledPhrase,
    CompiledStructure,
    ObjectPattern,
)
from peerlint.rulebook.cues import compile_cues
from peerlint.rulebook.endings import by_word, last_words
from peerlint.rulebook.lexeme import inflections
from peerlint.rulebook.lexicon import ClassEntry, collect_classes, compile_classes
from peerlint.rulebook.pattern import Choice, InOrder, Node, Word, anchors
from peerlint.rulebook.phrases import PatternError, parse_pattern
from peerlint.rulebook.possible import Outliner, WordSets, asked
from peerlint.rulebook.rule import EventPattern, Rule
from peerlint.rulebook.schema import read_rule
from peerlint.rulebook.yaml_source import Table, read_yaml
from peerlint.values import dataclass

_FILE_KEYS = (
    "topic",
    "about",
    "rules",
    "classes",
    "silencers",
    "nominalizations",
    "sources",
    "documents",
)
_NEGATIVE = frozenset(
    {"not", "no", "never", "without", "cannot", "exempt", "none", "nobody", "n't"}
)
_SIGNS = re.compile(r"[^a-z']+")
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(slots=True)
class _Files:
    """Everything read from the files, before compiling."""

    rules: list[Rule] = field(default_factory=list)
    classes: dict[str, ClassEntry] = field(default_factory=dict)
    silencers: list[tuple[str, Any, str]] = field(default_factory=list)
    nominalizations: dict[str, str] = field(default_factory=dict)
    sources: dict[str, dict[str, str]] = field(default_factory=dict)
    documents: list[tuple[Table, str]] = field(default_factory=list)


def compile_rulebook(files: Sequence[Path], *, version: str) -> RuleBook:
    """Read and compile the files in order. Raises RuleError at the first mistake."""
    read = _Files()
    for path in files:
        _read_file(path, read)
    tokenizer = _tokenizer()

    @cache
    def tokenize(text: str) -> tuple[str, ...]:
        return tuple(token.text for token in tokenizer(text))

    classes = compile_classes(read.classes, tokenize)
    cues = compile_cues(read.silencers, lambda text: parse_pattern(text, classes, tokenize))
    nominal = _all_forms(read.nominalizations)
    compiler = _Compiler(classes, tokenize, nominal)
    _check_unique(read.rules)
    phrases = tuple(compiler.phrases(read.rules))
    events = tuple(compiler.events(read.rules))
    structures = tuple(compiler.structures(read.rules))
    sets = WordSets()
    outliner = Outliner(sets, nominal, _usual_words(read.rules))
    outlines = (*map(outliner.phrase, phrases), *map(outliner.event, events))
    return RuleBook(
        rules=tuple(read.rules),
        phrases=phrases,
        events=events,
        outlines=outlines,
        asked=asked(list(map(outliner.words_needed, outlines))),
        pattern_rules=(*(phrase.rule for phrase in phrases), *(event.rule for event in events)),
        word_sets=sets.texts(),
        choices=outliner.choices(),
        labels=tuple(rule.labels for rule in read.rules),
        of_peers=frozenset(event.rule for event in events if event.actor == "peer"),
        structures=structures,
        structure_types=tuple(structure.document for structure in structures),
        cues=cues,
        cue_places=tuple((cue.silencer, cue.scope) for cue in cues),
        cue_words=by_word(cue.anchors for cue in cues),
        excluding=tuple(number for number, cue in enumerate(cues) if cue.silencer == "prohibition"),
        own_cues=compiler.own_cues(read.rules),
        needs=compiler.needs(read.rules),
        classes=classes,
        class_endings=by_word(map(last_words, classes.values())),
        class_words={
            name: tuple(word for word, *_ in entry.words) for name, entry in read.classes.items()
        },
        nominalizations=nominal,
        sources=read.sources,
        signals=compiler.signals(read.documents),
        cut_words=_cut_words(tokenizer),
        version=version,
    )


def _tokenizer() -> Any:
    from peerlint.nlp.pipeline import tokenizer

    return tokenizer().completed()


def _cut_words(tokenizer: Any) -> dict[str, tuple[str, ...]]:
    words = {str(word).lower() for word in tokenizer.rules if word.isalpha()}
    cut = {word: tuple(token.lower_ for token in tokenizer(word)) for word in sorted(words)}
    return {word: parts for word, parts in cut.items() if len(parts) > 1}


def _usual_words(rules: Sequence[Rule]) -> Counter[str]:
    """How many examples say each word: what is common in the documents that are checked."""
    texts = (example.text.lower() for rule in rules for example in rule.examples)
    return Counter(word for text in texts for word in set(_WORD.findall(text)))


def _read_file(path: Path, read: _Files) -> None:
    table = read_yaml(path)
    for key in table:
        if key not in _FILE_KEYS:
            raise RuleError(
                f"line {table.key_lines[key]}: unknown key '{key}'; a rule file has {', '.join(_FILE_KEYS)}",
                path=str(path),
            )
    for entry in table.get("rules") or ():
        read.rules.append(read_rule(entry, str(path), getattr(entry, "line", table.line)))
    collect_classes(table.get("classes") or Table(), str(path), read.classes)
    read.silencers += [
        (name, value, str(path)) for name, value in (table.get("silencers") or {}).items()
    ]
    for noun, verb in (table.get("nominalizations") or {}).items():
        read.nominalizations[noun] = str(verb)
    if "documents" in table:
        read.documents.append((table["documents"], str(path)))
    for key, source in (table.get("sources") or {}).items():
        read.sources[key] = {name: str(value) for name, value in (source or {}).items()}


def _all_forms(nominalizations: Mapping[str, str]) -> dict[str, str]:
    return {
        form: verb
        for noun, verb in nominalizations.items()
        for form in sorted(inflections(noun, "noun"))
    }


def _check_unique(rules: Sequence[Rule]) -> None:
    seen: dict[str, Rule] = {}
    for rule in rules:
        for label in (rule.id, rule.name, *rule.aliases):
            if label in seen:
                raise RuleError(
                    f"line {rule.line}, rule {rule.id}: '{label}' is already used by {seen[label].path}",
                    path=rule.path,
                )
            seen[label] = rule


class _Compiler:
    """Parses the patterns of rules with one set of classes."""

    def __init__(
        self,
        classes: Mapping[str, Node],
        tokenize: Callable[[str], Sequence[str]],
        nominalizations: Mapping[str, str],
    ) -> None:
        self.classes, self.tokenize = classes, tokenize
        self.nominalizations = nominalizations

    def node(self, text: str, rule: Rule, pos: str | None = None) -> Node:
        try:
            return parse_pattern(text, self.classes, self.tokenize, pos)
        except PatternError as error:
            raise RuleError(f"line {rule.line}, rule {rule.id}: {error}", path=rule.path) from error

    def phrases(self, rules: Sequence[Rule]) -> list[CompiledPhrase]:
        compiled = []
        for index, rule in enumerate(rules):
            for text in rule.phrases:
                node = self.node(text, rule)
                negated = not _NEGATIVE.isdisjoint(_SIGNS.split(text.lower()))
                compiled.append(CompiledPhrase(index, node, anchors(node), negated))
        return compiled

    def own_cues(self, rules: Sequence[Rule]) -> dict[int, tuple[Node, ...]]:
        cues = {
            index: tuple(
                self.node(entry.removeprefix("phrase:"), rule)
                for entry in rule.unless
                if entry.startswith("phrase:")
            )
            for index, rule in enumerate(rules)
        }
        return {index: nodes for index, nodes in cues.items() if nodes}

    def needs(self, rules: Sequence[Rule]) -> dict[int, tuple[Node, ...]]:
        return {
            index: tuple(self.node(text, rule) for text in rule.needs)
            for index, rule in enumerate(rules)
            if rule.needs
        }

    def events(self, rules: Sequence[Rule]) -> list[CompiledEvent]:
        return [
            self.event(index, rule, pattern)
            for index, rule in enumerate(rules)
            for pattern in rule.events
        ]

    def event(self, index: int, rule: Rule, pattern: EventPattern) -> CompiledEvent:
        actions = tuple(action for text in pattern.action for action in self.actions(text, rule))
        return CompiledEvent(
            rule=index,
            actions=actions,
            objects=self.objects(pattern.object, rule),
            recipients=self.objects(pattern.recipient, rule),
            prepositions={
                key: self.objects(value, rule) for key, value in pattern.preposition.items()
            },
            with_words=tuple(self.node(text, rule) for text in pattern.with_words),
            without_words=tuple(self.node(text, rule) for text in pattern.without_words),
            actor=pattern.actor,
            anchors=self.action_words(actions),
        )

    def action_words(self, actions: Sequence[CompiledAction]) -> frozenset[str]:
        """The verbs' forms and the nouns that name the same acts."""
        verbs = frozenset().union(*(action.forms for action in actions))
        return verbs | {noun for noun, verb in self.nominalizations.items() if verb in verbs}

    def structures(self, rules: Sequence[Rule]) -> list[CompiledStructure]:
        compiled = []
        for index, rule in enumerate(rules):
            if rule.structure:
                parts = {
                    key: tuple(self.node(str(text), rule) for text in value)
                    for key, value in rule.structure.items()
                    if isinstance(value, list)
                }
                compiled.append(
                    CompiledStructure(
                        rule=index,
                        document=str(rule.structure["document"]),
                        peer_role=rule.structure.get("peer-role") is True,
                        heading=parts.get("heading", ()),
                        text=parts.get("text", ()),
                        present=parts.get("present", ()),
                        only_if=parts.get("only-if", ()),
                        only_if_heading=parts.get("only-if-heading", ()),
                        place=parts.get("place", ()),
                    )
                )
        return compiled

    def actions(self, text: str, rule: Rule) -> list[CompiledAction]:
        if text in self.classes:
            words = _words_of(self.classes[text])
            if not words:
                raise RuleError(
                    f"line {rule.line}, rule {rule.id}: class {text} holds no verbs", path=rule.path
                )
            return words
        verb, *rest = text.replace("-", " ").split() if text.startswith("re-") else text.split()
        verb = verb.removesuffix("/verb")
        forms = inflections(verb, "verb")
        if not rest:
            return [CompiledAction(verb, forms)]
        complement = self.node(" ".join(rest[:-1]), rule) if len(rest) > 1 else None
        return [CompiledAction(verb, forms, rest[-1].lower(), complement)]

    def objects(self, texts: Sequence[str], rule: Rule) -> tuple[ObjectPattern, ...]:
        patterns = []
        for text in texts:
            anywhere = text.startswith("* ") and text.endswith(" *")
            inner = text[2:-2] if anywhere else text
            patterns.append(ObjectPattern(self.node(inner, rule), anywhere))
        return tuple(patterns)

    def signals(
        self, tables: Sequence[tuple[Table, str]]
    ) -> dict[str, dict[str, tuple[Node, ...]]]:
        """Document type -> `title`, `heading` or `body` -> phrases that speak for it."""
        signals: dict[str, dict[str, tuple[Node, ...]]] = {}
        for table, path in tables:
            for name, parts in table.items():
                for part, texts in parts.items():
                    try:
                        nodes = tuple(
                            parse_pattern(str(text), self.classes, self.tokenize) for text in texts
                        )
                    except PatternError as error:
                        raise RuleError(f"document type {name}: {error}", path=path) from error
                    signals.setdefault(name, {})[part] = nodes
        return signals


def shortest(word: Word) -> str:
    """The form that stands for a word in messages: the shortest, the first of those."""
    return min(word.forms, key=lambda form: (len(form), form))


def _words_of(node: Node) -> list[CompiledAction]:
    """The verbs of a class of actions; a second word is its particle or preposition."""
    if isinstance(node, Word):
        return [CompiledAction(shortest(node), node.forms)]
    if isinstance(node, InOrder) and all(isinstance(part, Word) for part in node.nodes):
        first, *middle, last = node.nodes
        assert isinstance(first, Word) and isinstance(last, Word)
        complement = InOrder(tuple(middle)) if middle else None
        return [CompiledAction(shortest(first), first.forms, shortest(last), complement)]
    if isinstance(node, Choice):
        return [word for child in node.nodes for word in _words_of(child)]
    return []
