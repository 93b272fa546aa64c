"""What refuses a match that is half of a word or an abbreviation."""

from __future__ import annotations

import re

from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.template import Kind, Part


def refuse_half_a_word(parts: tuple[Part, ...], passage: Passage) -> None:
    """A match that is half of a hyphenated or slashed word takes one word only."""
    text = passage.doc.text
    _refuse_half_a_clause(parts, passage)
    _refuse_abbreviation_of_noun(passage)
    _refuse_abbreviation_alone(passage)
    start = passage.doc[passage.start].idx
    last = passage.doc[passage.end - 1]
    end = last.idx + len(last.text)
    joins = text[start - 1 : start] in ("-", "/", "–") or text[end : end + 1] in ("-", "/", "–")
    if start == 0:
        joins = text[end : end + 1] in ("-", "/", "–")
    one_word = (
        len(parts) == 1
        and " " not in parts[0].value.strip()
        and parts[0].kind
        in (
            Kind.WORDS,
            Kind.NOUN,
        )
    )
    if joins and (not one_word or text[max(0, start - 3) : start].lower() == "ex-"):
        raise UnfitError("half of a joined word")


def _refuse_half_a_clause(parts: tuple[Part, ...], passage: Passage) -> None:
    """*give a voice to people who | use services*: the clause goes on without its first word."""
    last = passage.doc[passage.end - 1]
    relative = last.tag_ in ("WP", "WDT") and last.dep_ != "root"
    goes_on = passage.end < len(passage.doc) and not passage.doc[passage.end].is_punct
    if relative and goes_on and not parts[-1].value.rstrip().endswith(("who", "that", "which")):
        raise UnfitError("half of a clause")


def _refuse_abbreviation_of_noun(passage: Passage) -> None:
    """*drug users | (IDUs)* writes one thing twice."""
    before, after = passage.doc[: passage.start], passage.doc[passage.end :]
    bracketed = len(before) > 1 and before[-1].text == "(" and len(after) and after[0].text == ")"
    if bracketed and re.fullmatch(r"[A-Z]{2,}s?", passage.text):
        raise UnfitError("an abbreviation in brackets")


def _refuse_abbreviation_alone(passage: Passage) -> None:
    """*Pt.* before *ID*: the full stop has cut a sentence in two."""
    alone = passage.start == 0 and [word.text for word in passage.doc[passage.end :]] == ["."]
    if alone and len(passage.text) < 4:
        raise UnfitError("an abbreviation cut from its sentence")
    after = [word.text for word in passage.doc[passage.end : passage.end + 2]]
    inside = len(after) > 1 and after[0] == "." and (passage.start > 0 or after[1] in ("'s", "’s"))
    if inside and len(passage.text) < 4:
        raise UnfitError("an abbreviation inside its sentence")
