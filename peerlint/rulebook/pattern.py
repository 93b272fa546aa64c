"""The phrase language of the rule files (docs/rule-format.md, "Phrases"): text to syntax tree.

The tree is plain immutable data; `peerlint.matching.phrases` runs it over a sentence. Without
`__slots__`, because a pickle of slotted frozen dataclasses loads three times as slowly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import ClassVar

from peerlint.rulebook.lexeme import inflections

_UNCUT = re.compile(r"[^\W\d_]+|\d+|[^\w\s.']")
_SMALLEST_PARTS = re.compile(r"[^\W\d_]+|\d+|\S")

PARTS_OF_SPEECH = ("noun", "verb", "adj")


class PatternError(ValueError):
    """A phrase that cannot be read; the message says where and why."""


@dataclass(frozen=True)
class Word:
    """One token: one of `forms` (lower case), or with `exact` the very spelling."""

    forms: frozenset[str]
    pos: str | None = None
    exact: bool = False
    lemma: str = ""

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The forms in lower case."""
        return frozenset(form.lower() for form in self.forms) if self.exact else self.forms


@dataclass(frozen=True)
class AnyWord:
    """One token of that part of speech."""

    pos: str
    firsts: ClassVar[None] = None


@dataclass(frozen=True)
class Number:
    """One number; each `#` of its shape is any digit."""

    shape: str
    firsts: ClassVar[None] = None


@dataclass(frozen=True)
class InOrder:
    """Nodes one after the other."""

    nodes: tuple[Node, ...]

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        """The lower-case words a match can begin with, None: any."""
        return _sequence_firsts(self.nodes)


@dataclass(frozen=True)
class Choice:
    """Any one of the nodes."""

    nodes: tuple[Node, ...]

    @cached_property
    def by_first(self) -> dict[str, list[Node]]:
        """The nodes that a word can open."""
        index: dict[str, list[Node]] = {}
        for node in self.nodes:
            for word in node.firsts or ():
                index.setdefault(word, []).append(node)
        return index

    @cached_property
    def others(self) -> tuple[Node, ...]:
        """The nodes that any word may open."""
        return tuple(node for node in self.nodes if node.firsts is None)

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        """The lower-case words a match can begin with, None: any."""
        return None if self.others else frozenset(self.by_first)

    @cached_property
    def anchors(self) -> frozenset[str] | None:
        """Lower-case forms, one of which stands in every match; None: cannot be told."""
        sets = list(map(anchors, self.nodes))
        if None in sets:
            return None
        return frozenset().union(*(found for found in sets if found is not None))


@dataclass(frozen=True)
class Maybe:
    """The node or nothing."""

    node: Node
    firsts: ClassVar[None] = None


@dataclass(frozen=True)
class Capture:
    """The node, remembered as a slot for rewordings."""

    name: str
    node: Node

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        """The lower-case words a match can begin with, None: any."""
        return self.node.firsts


@dataclass(frozen=True)
class NotHere:
    """The node does not match here; consumes nothing."""

    node: Node
    firsts: ClassVar[None] = None


@dataclass(frozen=True)
class Context:
    """The node matches here but is no part of the finding."""

    node: Node

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        """The lower-case words a match can begin with, None: any."""
        return self.node.firsts


@dataclass(frozen=True)
class Modifiers:
    """Up to `most` determiners, possessives, adjectives, adverbs, numbers or nouns."""

    most: int = 4
    firsts: ClassVar[None] = None


@dataclass(frozen=True)
class Gap:
    """Up to `most` tokens of the same clause."""

    most: int = 6
    firsts: ClassVar[None] = None


@dataclass(frozen=True)
class NounPhrase:
    """Any base noun phrase, with an *of* phrase."""

    firsts: ClassVar[None] = None


@dataclass(frozen=True)
class Edge:
    """The beginning (`start`) or the end of the sentence."""

    start: bool
    firsts: ClassVar[None] = None


Node = (
    Word
    | AnyWord
    | Number
    | InOrder
    | Choice
    | Maybe
    | Capture
    | NotHere
    | Context
    | Modifiers
    | Gap
    | NounPhrase
    | Edge
)

_TOKEN = re.compile(
    r"\s*(?:(?P<open>\{\s*(?P<slot>[a-z_]+)\s*:)|(?P<close>\})|(?P<group>\()|(?P<end>\))(?P<maybe>\?)?"
    r"|(?P<bar>\|)|(?P<gap>\.\.\.)|(?P<mods>~)|(?P<edge>@start|@end)|(?P<not>!)|(?P<context>\^)"
    r"|(?P<word>=?[^\s(){}|]+))"
)
_NUMBER = re.compile(r"\d*#[\d#]*")
_CLASS = re.compile(r"^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$")


def parse_pattern(
    text: str,
    classes: Mapping[str, Node],
    tokenize: Callable[[str], Sequence[str]],
    pos: str | None = None,
) -> Node:
    """Read one phrase. `pos` is the part of speech of its head: the last word, or the first verb.

    `tokenize` splits a literal as the pipeline's tokenizer does. Raises PatternError.
    """
    reader = _Reader(text, classes, tokenize)
    node = reader.alternatives()
    if reader.kind:
        raise PatternError(f"unexpected '{reader.value}' in '{text}'")
    return with_head_pos(node, pos) if pos else node


def with_head_pos(node: Node, pos: str) -> Node:
    """The node with that part of speech at its head (last word; for verbs the first), where none is said."""
    if isinstance(node, Word):
        return _inflected(node.lemma, pos) if node.lemma and not node.pos else node
    if isinstance(node, Choice):
        return Choice(tuple(with_head_pos(child, pos) for child in node.nodes))
    if isinstance(node, Capture):
        return Capture(node.name, with_head_pos(node.node, pos))
    if isinstance(node, Maybe):
        return Maybe(with_head_pos(node.node, pos))
    if isinstance(node, InOrder):
        at = 0 if pos == "verb" else len(node.nodes) - 1
        nodes = list(node.nodes)
        nodes[at] = with_head_pos(nodes[at], pos)
        return InOrder(tuple(nodes))
    return node


class _Reader:
    """A recursive-descent reader over the tokens of one phrase."""

    def __init__(
        self,
        text: str,
        classes: Mapping[str, Node],
        tokenize: Callable[[str], Sequence[str]],
    ) -> None:
        self.text, self.classes, self.tokenize = text, classes, tokenize
        self._matches = self._scan()
        self.kind = self.value = ""
        self._advance()

    def _scan(self) -> Iterator[re.Match[str]]:
        at, text = 0, self.text.rstrip()
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:
                raise PatternError(f"cannot read '{text[at:]}' in '{text}'")
            at = match.end()
            yield match

    def _advance(self) -> None:
        match = next(self._matches, None)
        self.kind, self.value, self.maybe, self.slot = "", "", False, ""
        if match is None:
            return
        self.kind = match.lastgroup or ""
        if self.kind == "maybe":
            self.kind, self.maybe = "end", True
        if match.group("open"):
            self.kind, self.slot = "open", match.group("slot")
        self.value = match.group().strip()

    def alternatives(self) -> Node:
        nodes = [self.sequence()]
        while self.kind == "bar":
            self._advance()
            nodes.append(self.sequence())
        return nodes[0] if len(nodes) == 1 else Choice(tuple(nodes))

    def sequence(self) -> Node:
        nodes: list[Node] = []
        while self.kind and self.kind not in ("bar", "end", "close"):
            nodes.append(self.item(first=not nodes))
        if not nodes:
            raise PatternError(f"an empty alternative in '{self.text}'")
        return nodes[0] if len(nodes) == 1 else InOrder(tuple(nodes))

    def item(self, *, first: bool) -> Node:
        kind, value, slot = self.kind, self.value, self.slot
        self._advance()
        if kind == "gap":
            return Gap()
        if kind == "mods":
            return Modifiers()
        if kind == "edge":
            return Edge(start=value == "@start")
        if kind == "not":
            return NotHere(self.item(first=True))
        if kind == "context":
            return Context(self.item(first=first))
        if kind == "group":
            return self.group()
        if kind == "open":
            node = self.alternatives()
            self._expect("close", "}")
            return Capture(slot, node)
        return self.word(value, first=first)

    def group(self) -> Node:
        node = self.alternatives()
        maybe = self.maybe
        self._expect("end", ")")
        return Maybe(node) if maybe else node

    def _expect(self, kind: str, sign: str) -> None:
        if self.kind != kind:
            raise PatternError(f"'{sign}' is missing in '{self.text}'")
        self._advance()

    def word(self, value: str, *, first: bool) -> Node:
        if value == "NP":
            return NounPhrase()
        if _CLASS.match(value) and len(value) > 1:
            return self.word_class(value, first=first)
        if _NUMBER.fullmatch(value):
            return Number(value)
        if value.startswith("="):
            return self.literal(value[1:])
        word, _, pos = value.rpartition("/")
        if pos in PARTS_OF_SPEECH and word == "*":
            return AnyWord(pos)
        if pos in PARTS_OF_SPEECH and word:
            return spelled(word, pos, self.tokenize)
        return spelled(value, None, self.tokenize)

    def word_class(self, name: str, *, first: bool) -> Node:
        if name not in self.classes:
            from difflib import get_close_matches

            if "_" in name or get_close_matches(name, self.classes, 1, 0.85):
                raise PatternError(f"'{name}' is no word class (write '={name}' for the letters)")
            return self.literal(name)
        captured = Capture(name.lower(), self.classes[name])
        if first:
            return captured
        return Capture(name.lower(), InOrder((Modifiers(), self.classes[name])))

    def literal(self, value: str) -> Node:
        exact = value != value.lower()
        words = [
            Word(frozenset({token if exact else token.lower()}), None, exact)
            for token in self.tokenize(value)
        ]
        return words[0] if len(words) == 1 else InOrder(tuple(words))


def spelled(word: str, pos: str | None, tokenize: Callable[[str], Sequence[str]]) -> Node:
    """A dictionary word in all its forms; a hyphen stands for hyphen, blank or nothing."""
    word = word.replace("’", "'")
    parts = [part for part in re.split(r"[-‐‑]", word) if part]
    if len(parts) > 1 and all(part.replace("'", "").isalpha() for part in parts):
        head = [spelled(part, None, tokenize) for part in parts[:-1]]
        tail = spelled(parts[-1], pos, tokenize)
        hyphen = Maybe(Word(frozenset("-‐‑–")))
        open_form: list[Node] = []
        for node in head:
            open_form += [node, hyphen]
        return Choice((InOrder((*open_form, tail)), _inflected("".join(parts), pos)))
    tokens = tokenize(word)
    if len(tokens) == 1:
        return _inflected(word, pos)
    return InOrder(
        tuple(
            Word(inflections(token, pos if token.isalpha() else None), lemma=token)
            for token in tokens
        )
    )


@cache
def _inflected(word: str, pos: str | None) -> Word:
    return Word(inflections(word, pos), pos, lemma=word)


def _sequence_firsts(nodes: Sequence[Node]) -> frozenset[str] | None:
    """The first words of a sequence, seen through parts that may be missing."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, (NotHere, Edge)):
            continue
        inner = (node.node if isinstance(node, Maybe) else node).firsts
        if inner is None:
            return None
        found |= inner
        if not isinstance(node, Maybe):
            return frozenset(found)
    return None


def anchors(node: Node) -> frozenset[str] | None:
    """Lower-case forms, one of which stands in every match of the node; None = cannot be told."""
    if isinstance(node, Word):
        return node.firsts
    if isinstance(node, (Capture, Context)):
        return anchors(node.node)
    if isinstance(node, Choice):
        return node.anchors
    if isinstance(node, InOrder):
        found = [choice for child in node.nodes if (choice := anchors(child)) is not None]
        return min(found, key=_commonness, default=None)
    return None


def is_uncut(word: str) -> bool:
    """Whether the word is a token to every tokenizer: letters, digits or one sign."""
    return word.isalpha() or _UNCUT.fullmatch(word) is not None


def smallest_parts(word: str) -> list[str]:
    """The word cut into what every tokenizer leaves whole: letters, digits, single signs."""
    return _SMALLEST_PARTS.findall(word)


_COMMON = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "being",
        "by",
        "do",
        "does",
        "did",
        "for",
        "from",
        "has",
        "have",
        "had",
        "he",
        "her",
        "him",
        "his",
        "i",
        "if",
        "in",
        "is",
        "it",
        "its",
        "may",
        "me",
        "must",
        "my",
        "no",
        "not",
        "of",
        "on",
        "one",
        "or",
        "our",
        "own",
        "s",
        "shall",
        "she",
        "should",
        "so",
        "such",
        "that",
        "the",
        "their",
        "them",
        "they",
        "this",
        "those",
        "to",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "whose",
        "will",
        "with",
        "would",
        "you",
        "your",
        "-",
        "'",
        "'s",
    ]
)


def _commonness(forms: frozenset[str]) -> tuple[int, int]:
    return len(forms & _COMMON), len(forms)
