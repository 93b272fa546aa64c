"""A new phrase as the possessor: with its mark, or turned round with *of*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.changes import Change, change_tokens
from peerlint.rewording.grammar import POSSESSIVES, is_noun, possessive_marker
from peerlint.rewording.inflection import article
from peerlint.rewording.passage import HEADING, Passage, UnfitError
from peerlint.rewording.region import Region
from peerlint.rewording.words import DETERMINERS
from peerlint.rewording.written_forms import phrase_core, phrase_is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token


_KEPT = ("any", "each", "every", "this", "that", "these", "those", "no")


def possessive_change(passage: Passage, region: Region, text: str) -> Change | None:
    """The new phrase as a possessor; None when the match is none.

    *patients' plans* -> *people's plans*; a phrase with words after its noun follows with *of*:
    *schizophrenics' families* -> *the families of people diagnosed with schizophrenia*.
    """
    last = passage.doc[region.end - 1]
    marker = possessive_marker(last)
    if marker is None:
        return None
    core = phrase_core(text)
    if len(core) == len(text.split()):
        mark = "'" if text.endswith("s") and not text.endswith("ss") else "'s"
        return change_tokens(passage, region.start, marker.i + 1, text + mark)
    return _turned_round(passage, region, marker, last.head, text)


def _turned_round(
    passage: Passage, region: Region, marker: Token, owned: Token, text: str
) -> Change:
    doc = passage.doc
    between = list(doc[marker.i + 1 : owned.i + 1])
    if not between or not is_noun(owned) or any(word.lower_ == "own" for word in between):
        raise UnfitError("the possessive cannot be turned round")
    if possessive_marker(owned) is not None or any(word.is_punct for word in between):
        raise UnfitError("a chain of possessives")
    if any(child.dep_ == "conj" for child in owned.children):
        raise UnfitError("coordinated things")
    if any(child.dep_ == "conj" for child in doc[region.end - 1].children):
        raise UnfitError("coordinated possessors")
    start = _phrase_start(passage, region.start)
    the = "" if passage.form == HEADING else "the "
    end = _end_of_owned(passage, owned)
    words = doc[marker.i + 1 : end].text
    owner = _with_article(passage, region, start, text)
    return change_tokens(passage, start, end, f"{the}{words} of {owner}")


def _end_of_owned(passage: Passage, owned: Token) -> int:
    """*the client's | stage of recovery*: a short phrase with *of* stays with its noun."""
    after = next((word for word in passage.doc[owned.i + 1 : owned.i + 2]), None)
    if after is None or after.lower_ != "of":
        return int(owned.i + 1)
    thing = after.head
    goes_on = any(child.dep_ in ("nmod", "acl", "acl:relcl", "conj") for child in thing.rights)
    if thing.head.i != owned.i or goes_on:
        raise UnfitError("a long phrase with of")
    return int(thing.i + 1)


def _with_article(passage: Passage, region: Region, start: int, text: str) -> str:
    """A singular possessor keeps its article; a bare one gets *the*."""
    before = passage.doc[start].lower_ if start < region.start else "the"
    if before in _KEPT:
        return f"{before} {text}"
    if phrase_is_plural(text):
        return text
    return f"the {text}" if before == "the" else f"{article(text)} {text}"


def _phrase_start(passage: Passage, start: int) -> int:
    """Takes in the possessor's own article, which *of* makes superfluous or moves."""
    before = passage.doc[start - 1] if start else None
    if before is None or before.lower_ not in DETERMINERS | POSSESSIVES or before.tag_ == "IN":
        return start
    if before.lower_ not in ("a", "an", "the", *_KEPT):
        raise UnfitError(f"{before.text} before a possessor")
    return start - 1
