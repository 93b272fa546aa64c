"""What refuses new words in place of a noun because the phrase around them would break."""

from __future__ import annotations

import re

from peerlint.rewording.filled import Source
from peerlint.rewording.grammar import modified_noun
from peerlint.rewording.inflection import is_verb, verb_lemma
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.template import Kind, Part
from peerlint.rewording.words import MODALS

_FUNCTION_WORDS = re.compile(
    r"\b(?:who|with|in|of|for|to|on|without|and|not|the|at|we|receiving|using|experiencing|living"
    r"|diagnosed|working|people|person)\b",
    re.IGNORECASE,
)


def refuse_phrase_before_noun(passage: Passage, source: Source, text: str) -> None:
    """Before the noun it modifies, a match takes a compact phrase or `{modified}`."""
    if source.modified is not None or modified_noun(passage.root, passage.end) is None:
        return
    if _FUNCTION_WORDS.search(text):
        raise UnfitError("a phrase before the noun it modifies")


def refuse_lost_verb(parts: tuple[Part, ...], passage: Passage) -> None:
    """*be clean* takes a template that opens with a verb, or *be* would be lost."""
    inside = passage.doc[passage.start : passage.end]
    if parts[0].kind is Kind.NOUN and any(token.dep_ == "cop" for token in inside):
        raise UnfitError("the verb before the noun would be lost")
    finite = passage.root.tag_ in ("VB", "VBZ", "VBP", "VBD")
    if not finite and not any(token.dep_ in ("cop", "aux", "aux:pass") for token in inside):
        return
    first = parts[0].value.split(" ")[0] if parts[0].kind is Kind.WORDS else ""
    asks = parts[-1].value.rstrip().endswith("?")
    if first in ("they", "them", "their"):
        return  # "s/he", its "s" read as a verb
    if _is_inflected(passage) and first and is_verb(first) and first == verb_lemma(first):
        raise UnfitError("a bare verb in place of a finite one")
    if first and not asks and not is_verb(first) and first not in MODALS:
        raise UnfitError("the verb before the match would be lost")


def _is_inflected(passage: Passage) -> bool:
    """Whether the match's own verb has an ending that a bare verb would lose."""
    root = passage.root
    return root.tag_ in ("VBZ", "VBD") and root.lower_ != verb_lemma(root.lower_)


def refuse_half_of_modifiers(passage: Passage) -> None:
    """*confused or | senile clients*: what stands before *or* describes the noun that goes."""
    if passage.start < 2 or passage.doc[passage.start - 1].dep_ != "cc":
        return
    before = passage.doc[passage.start - 2]
    inside = passage.start <= before.head.i < passage.end
    if inside and before.dep_ in ("amod", "compound", "nmod"):
        raise UnfitError("half of two words about one noun")


def refuse_clause_in_phrase(passage: Passage) -> None:
    """*involuntary commitment when a member | stops eating* is no phrase."""
    inside = passage.doc[passage.start + 1 : passage.end]
    if any(word.tag_ == "WRB" or word.lower_ in ("if", "because") for word in inside):
        raise UnfitError("the match reaches into a clause")


def refuse_clause_after_pronoun(passage: Passage) -> None:
    """*he or she | who is late loses the seat*, *he or she | must explain herself*."""
    after = passage.doc[passage.end :]
    if len(after) and after[0].lower_ in ("who", "that"):
        raise UnfitError("they before who")
    for token in after if passage.end - passage.start > 1 else ():
        pair = {word.lower_ for word in passage.doc[token.i - 1 : token.i + 2]} & {"or", "/"}
        if token.lower_ in ("himself", "herself") and not pair:
            raise UnfitError("they with a reflexive of one")
