"""What a rewording starts from and what it gives: plain values, no rule or format knowledge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from peerlint.values import dataclass

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Span = tuple[int, int]
"""The first token of a phrase and the one after its last."""

BULLET = "bullet"
SENTENCE = "sentence"
HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Passage:
    """A match in its sentence.

    - `doc`: one sentence (or bullet, or heading) with its parse: UD labels, Penn tags.
    - `start`, `end`: the match as token indices, `end` exclusive.
    - `head`: the token whose form `{v:…}` and `{n:…}` follow; None lets the parse decide.
    - `slots`: captured phrases by slot name, as token spans of `doc`.
    - `form`: `bullet`, `sentence` or `heading`.
    - `offset`: where the text of `doc` begins in its block, in characters.
    - `unlike`: defaults of `{object|…}` that name another kind of thing than the captured object;
      the default is used for those.
    - `duty`: the match is an act somebody is given to do; a new verb stands for another act.
    - `timeless`: the new act has its own time; when and where the old one happened goes.
    - `named`: the match may hold somebody's name that no slot holds.
    - `standing_in`: what stands before the duty speaks of other staff (*when the nurse is out*).
    - `single`: the document is about one person; *people* would be others.
    """

    doc: Doc
    start: int
    end: int
    head: int | None = None
    slots: Mapping[str, Span] = field(default_factory=dict)
    form: str = SENTENCE
    offset: int = 0
    unlike: frozenset[str] = frozenset()
    duty: bool = False
    timeless: bool = False
    named: bool = False
    standing_in: bool = False
    single: bool = False

    @property
    def text(self) -> str:
        """The matched text."""
        return str(self.doc[self.start : self.end].text)

    @property
    def root(self) -> Token:
        """The token the match is about."""
        span = self.doc[self.start : self.end]
        root = span.root if self.head is None else self.doc[self.head]
        # "The peer reports": read as one noun phrase, both words hang on "reports"
        return span[-1] if root.dep_ == "det" and root.i == self.start else root


@dataclass(frozen=True, slots=True)
class Rewritten:
    """New text for `doc.text[start_char:end_char]`; both may reach beyond the match."""

    text: str
    start_char: int
    end_char: int


class UnfitError(Exception):
    """A template cannot be filled well here. Never leaves this package: `reword` gives None."""
