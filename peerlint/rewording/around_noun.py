"""What changes around new words for a noun: its article, its possessor, its pair, its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.agreement import determiner_changes, governed_verb_changes, subject_changes
from peerlint.rewording.broken_phrases import refuse_clause_after_pronoun
from peerlint.rewording.changes import Change, change_tokens
from peerlint.rewording.filled import Source
from peerlint.rewording.grammar import (
    SUBJECT,
    auxiliaries,
    is_nominal,
    is_noun,
    is_verb_token,
    modified_noun,
)
from peerlint.rewording.inflection import article
from peerlint.rewording.number import is_plural_rewording
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.phrase_order import clause_last, swapped_pair
from peerlint.rewording.possessors import possessive_change
from peerlint.rewording.region import Region
from peerlint.rewording.surroundings import is_followed
from peerlint.rewording.template import Part
from peerlint.rewording.words import DETERMINERS, PARTS_OF_MANY
from peerlint.rewording.written_forms import is_mass, opens_with_determiner

if TYPE_CHECKING:
    from spacy.tokens import Token


def around_noun(parts: tuple[Part, ...], source: Source, region: Region, text: str) -> list[Change]:
    """The new words for a noun and what agrees with them; raises UnfitError."""
    passage = source.passage
    main = change_tokens(passage, region.start, region.end, text)
    negated = _not_before_be(passage, region, text)
    if negated is not None:
        return [negated]
    if text in ("they", "{p:they}"):
        refuse_clause_after_pronoun(passage)
        return [main, *governed_verb_changes(passage, passage.start, passage.end)]
    owned = possessive_change(passage, region, text)
    if owned is not None:
        return _with_determiner(passage, region, owned, text)
    text = _with_the(passage, _with_own_determiner(parts, source, text))
    text = _with_the_of_a_part(passage, text)
    main = change_tokens(passage, region.start, region.end, text)
    root = passage.root
    modifies = modified_noun(root, passage.end) is not None
    if modifies or (not is_nominal(root) and not _stands_for_people(root)):
        return [main, *_article_only(passage, region, text)]
    swapped = swapped_pair(passage, region, text) or clause_last(passage, region, text)
    if swapped is None:
        _refuse_words_read_with_a_clause(passage, text)
    opening = swapped.text if swapped is not None else text
    plural, was = is_plural_rewording(parts, source, text), source.plural
    return [
        swapped or main,
        *determiner_changes(passage, region.start, opening, plural=plural, was_plural=was),
        *subject_changes(passage, passage.start, passage.end, plural=plural, was_plural=was),
    ]


def _refuse_words_read_with_a_clause(passage: Passage, text: str) -> None:
    """*drug users | on Tuesdays*: not *people who use drugs on Tuesdays*."""
    clause = text.partition(" who ")[2]
    if passage.duty or clause in ("", "are", "is", "were", "was") or not is_followed(passage):
        return
    after = passage.doc[passage.end]
    noun = after.head
    own = after.dep_ == "case" and noun.dep_ == "nmod" and noun.head.i < passage.end
    own = own and noun.head.i >= passage.start and after.lower_ in ("in", "from", "of")
    if not own and after.lower_ not in ("who", "whose", "that"):
        raise UnfitError("what follows would be read with the clause")


def _not_before_be(passage: Passage, region: Region, text: str) -> Change | None:
    """*had been | off her meds* -> *had not been taking …*: *not* stands before the bare *be*."""
    be = passage.doc[region.start - 1] if region.start else None
    if be is None or be.lower_ not in ("be", "been") or not text.startswith("not "):
        return None
    return change_tokens(passage, be.i, region.end, f"not {be.lower_} {text.removeprefix('not ')}")


def _with_the(passage: Passage, text: str) -> str:
    """*Pt reports pain*, *call client*: shorthand without an article -> *The person … reports*."""
    root = passage.root
    bare = root.tag_ in ("NN", "NNP") and all(c.dep_ in ("case", "cc", "mark") for c in root.lefts)
    if not bare or passage.root.i != passage.start or text.split(" ", 1)[0] != "person":
        return text
    verb = root.head
    finite = verb.tag_ in ("VBZ", "VBD", "VB") or bool(auxiliaries(verb)) or verb.dep_ == "cop"
    finite = finite or any(child.dep_ == "cop" for child in verb.children)  # "pt is a veteran"
    role = root.dep_ in SUBJECT or (root.dep_ == "obj" and is_verb_token(verb))
    return f"the {text}" if role and finite else text


def _with_the_of_a_part(passage: Passage, text: str) -> str:
    """*each of | the elderly* -> *each of the older adults*."""
    if passage.start < 2 or passage.doc[passage.start].lower_ != "the":
        return text
    many, of = passage.doc[passage.start - 2 : passage.start]
    part = of.lower_ == "of" and many.lower_ in PARTS_OF_MANY
    return f"the {text}" if part and not opens_with_determiner(text) else text


def _with_own_determiner(parts: tuple[Part, ...], source: Source, text: str) -> str:
    """A match that begins with *the* or *a* keeps it before a new singular: *the peer worker*."""
    first = source.passage.doc[source.passage.start]
    opens = opens_with_determiner(text)
    if first.lower_ not in DETERMINERS or not first.whitespace_ or opens or is_mass(text):
        return text
    if source.passage.root.i == first.i or not is_noun(source.passage.root):
        return text
    if source.plural or is_plural_rewording(parts, source, text):
        return text
    kept = article(text) if first.lower_ in ("a", "an") else first.lower_
    return f"{kept} {text}"


def _with_determiner(passage: Passage, region: Region, owned: Change, text: str) -> list[Change]:
    if owned.start < passage.doc[region.start].idx:
        return [owned]
    return [owned, *_article_only(passage, region, owned.text)]


def _article_only(passage: Passage, region: Region, text: str) -> list[Change]:
    """a or an before new words that leave the number alone."""
    before = passage.doc[region.start - 1] if region.start else None
    if before is None or before.lower_ not in ("a", "an"):
        return []
    return determiner_changes(passage, region.start, text, plural=False, was_plural=True)


def _stands_for_people(root: Token) -> bool:
    """An adjective as a noun: *the mentally ill*."""
    return any(child.lower_ in ("the", "our") for child in root.lefts) and root.dep_ in (
        "nsubj",
        "obj",
        "obl",
        "nmod",
        "iobj",
        "nsubj:pass",
        "conj",
        "root",
        "ROOT",
    )
