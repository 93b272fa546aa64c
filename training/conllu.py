"""Reading and writing of CoNLL-U, reduced to what the pipeline learns: tags, heads and labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = -1


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a tree; ``head`` is a position counted from 0, or ``ROOT``."""

    form: str
    upos: str
    xpos: str
    head: int
    dep: str
    space_after: bool = True


@dataclass(frozen=True, slots=True)
class Triple:
    """Who does what to what, in lemmas; ``-`` stands for a part the sentence does not name."""

    action: str
    object: str
    actor: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One tree with exactly one root."""

    tokens: tuple[Token, ...]
    sent_id: str = ""
    triples: tuple[Triple, ...] = ()

    @property
    def text(self) -> str:
        """The sentence as it is written."""
        parts = (t.form + (" " if t.space_after else "") for t in self.tokens)
        return "".join(parts).rstrip()


class ConlluError(ValueError):
    """A file does not hold well-formed trees."""


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a file in order."""
    block: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            stripped = line.rstrip("\n")
            if stripped:
                block.append(stripped)
                continue
            if block:
                yield parse_block(block)
            block = []
    if block:
        yield parse_block(block)


def parse_block(lines: Iterable[str]) -> Sentence:
    """Turn the lines of one sentence into a tree."""
    tokens: list[Token] = []
    sent_id = ""
    triples: list[Triple] = []
    fused = _FusedWord()
    for line in lines:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            if key.strip() == "sent_id":
                sent_id = value.strip()
            if key.strip() == "triple":
                triples.append(_triple(value))
            continue
        fields = line.split("\t")
        if len(fields) != 10:
            raise ConlluError(f"{sent_id}: ten fields expected: {line!r}")
        if "." in fields[0]:
            continue
        if "-" in fields[0]:
            fused = _FusedWord.of(fields)
            continue
        tokens.append(_token(fields, fused))
    sentence = Sentence(tuple(tokens), sent_id, tuple(triples))
    check_tree(sentence)
    return sentence


def check_tree(sentence: Sentence) -> None:
    """Raise ``ConlluError`` unless the heads form one tree with one root."""
    heads = [t.head for t in sentence.tokens]
    if heads.count(ROOT) != 1:
        raise ConlluError(f"{sentence.sent_id}: one root expected: {sentence.text!r}")
    for start in range(len(heads)):
        seen: set[int] = set()
        node = start
        while node != ROOT:
            if node in seen or not 0 <= node < len(heads):
                raise ConlluError(f"{sentence.sent_id}: no tree at word {start + 1}")
            seen.add(node)
            node = heads[node]


def write_conllu(path: Path, sentences: Iterable[Sentence]) -> None:
    """Write sentences; fields that the pipeline does not learn stay empty."""
    text = "".join(format_sentence(s) for s in sentences)
    path.write_text(text, encoding="utf-8")


def format_sentence(sentence: Sentence) -> str:
    """The CoNLL-U block of one sentence, with its closing empty line."""
    lines = [f"# sent_id = {sentence.sent_id}", f"# text = {sentence.text}"]
    lines += [f"# triple = {t.action} | {t.object} | {t.actor}" for t in sentence.triples]
    for number, token in enumerate(sentence.tokens, 1):
        misc = "_" if token.space_after else "SpaceAfter=No"
        lines.append(
            f"{number}\t{token.form}\t_\t{token.upos}\t{token.xpos}\t_"
            f"\t{token.head + 1}\t{token.dep}\t_\t{misc}"
        )
    return "\n".join(lines) + "\n\n"


@dataclass(frozen=True, slots=True)
class _FusedWord:
    """A written word that holds several tree words (*don't*): no space inside it."""

    last: int = 0
    space_after: bool = True

    @classmethod
    def of(cls, fields: list[str]) -> _FusedWord:
        return cls(int(fields[0].partition("-")[2]), "SpaceAfter=No" not in fields[9])


def _token(fields: list[str], fused: _FusedWord) -> Token:
    number = int(fields[0])
    space = "SpaceAfter=No" not in fields[9]
    if number < fused.last:
        space = False
    if number == fused.last:
        space = fused.space_after
    return Token(fields[1], fields[3], fields[4], int(fields[6]) - 1, fields[7], space)


def _triple(value: str) -> Triple:
    parts = [p.strip() for p in value.split("|")]
    if len(parts) != 3:
        raise ConlluError(f"three parts expected in triple: {value!r}")
    return Triple(*parts)
