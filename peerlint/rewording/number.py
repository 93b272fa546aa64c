"""How many the matched noun stands for, and how many the new words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.filled import Source
from peerlint.rewording.grammar import is_nominal, is_noun, is_plural_noun, is_plural_phrase
from peerlint.rewording.passage import Passage, Span
from peerlint.rewording.template import Kind, Part
from peerlint.rewording.written_forms import phrase_is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_plural_match(passage: Passage, modified: Span | None) -> bool:
    """The number that `{n:…}` takes; a noun before the noun it modifies stands for many."""
    noun = _counted(passage)
    if modified is None:
        return is_plural_noun(noun)
    return is_noun(noun) or is_plural_noun(passage.doc[modified[1] - 1])


def _counted(passage: Passage) -> Token:
    """The token whose number counts: the last noun of the run that holds the root."""
    root = passage.root
    span = passage.doc[passage.start : passage.end]
    if not is_nominal(root):
        return next((token for token in reversed(span) if is_noun(token)), root)
    last = root
    for token in passage.doc[root.i + 1 : passage.end]:
        if is_noun(token):
            last = token
        elif token.tag_ != "HYPH":
            break
    return last


def is_plural_rewording(parts: tuple[Part, ...], source: Source, text: str) -> bool:
    """Whether the new words are plural: in the number of the match, of a slot, or their own."""
    if any(part.kind is Kind.NOUN for part in parts):
        return source.plural
    if parts[0].kind in (Kind.SLOT, Kind.MODIFIED, Kind.MATCH):
        return _slot_number(parts[0], source)
    return phrase_is_plural(text)


def _slot_number(part: Part, source: Source) -> bool:
    doc = source.passage.doc
    if part.kind is Kind.MODIFIED and source.modified is not None:
        return is_plural_phrase(doc[source.modified[1] - 1])
    span = source.passage.slots.get(part.value)
    if span is not None:
        return is_plural_phrase(doc[span[0] : span[1]].root)
    return source.plural
