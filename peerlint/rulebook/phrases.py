"""The phrase language of the rule files (docs/rule-format.md, "Phrases"): text to syntax tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from peerlint.rulebook.lexeme import inflections
from peerlint.rulebook.pattern import (
    AnyWord,
    Capture,
    Choice,
    Context,
    Edge,
    Gap,
    InOrder,
    Maybe,
    Modifiers,
    Node,
    NotHere,
    NounPhrase,
    Number,
    Word,
)

PARTS_OF_SPEECH = ("noun", "verb", "adj")
KINDS_OF_WORD = (*PARTS_OF_SPEECH, "num", "propn")
_TOKEN = re.compile(
    r"\s*(?:(?P<open>\{\s*(?P<slot>[a-z_]+)\s*:)|(?P<close>\})|(?P<group>\()|(?P<end>\))(?P<maybe>\?)?"
    r"|(?P<bar>\|)|(?P<gap>\.\.\.)|(?P<mods>~)|(?P<edge>@start|@end)|(?P<not>!)|(?P<context>\^)"
    r"|(?P<word>=?(?:\\[(){}|]|[^\s(){}|])+))"
)
_ESCAPED = re.compile(r"\\([(){}|])")
_NUMBER = re.compile(r"\d*#[\d#]*")
_CONTRACTION = re.compile(r"'(?:d|ll|m|re|s|ve)", re.I)
_CLASS = re.compile(r"^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$")


class PatternError(ValueError):
    """A phrase that cannot be read; the message says where and why."""


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
        if value.startswith("=") or _ESCAPED.search(value):
            return self.literal(_ESCAPED.sub(r"\1", value.removeprefix("=")))
        word, _, pos = value.rpartition("/")
        if word == "*":
            if pos not in KINDS_OF_WORD:
                known = ", ".join(f"*/{one}" for one in KINDS_OF_WORD)
                raise PatternError(f"'{value}' is no kind of word; there are {known}")
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
            for token in _tokens(value, self.tokenize)
        ]
        return words[0] if len(words) == 1 else InOrder(tuple(words))


@cache
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
    tokens = _tokens(word, tokenize)
    if len(tokens) == 1:
        return _inflected(word, pos)
    return InOrder(
        tuple(
            Word(inflections(token, pos if token.isalpha() else None), lemma=token)
            for token in tokens
        )
    )


def _tokens(word: str, tokenize: Callable[[str], Sequence[str]]) -> Sequence[str]:
    """The word's tokens. Some contractions the tokenizer knows only behind the word they belong to."""
    return (word,) if _CONTRACTION.fullmatch(word) else tokenize(word)


@cache
def _inflected(word: str, pos: str | None) -> Word:
    return Word(inflections(word, pos), pos, lemma=word)
