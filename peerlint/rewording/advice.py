"""Advice to the author: a template told rather than applied."""

from __future__ import annotations

from peerlint.rewording.fill import fill
from peerlint.rewording.filled import Source
from peerlint.rewording.inflection import VerbForm
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.template import parse_template
from peerlint.rewording.verb_group import VerbSite
from peerlint.rewording.written_forms import finish_possessives, settle_articles
from peerlint.values import once, replace


def advise(template: str, passage: Passage) -> str | None:
    """The advice as a sentence, verbs in the imperative; None when a slot stays empty."""
    order = VerbSite(VerbForm("VB"), passage.start)
    named = {name: span for name, span in passage.slots.items() if name != "before"}
    passage = replace(passage, slots=named)
    try:
        filled = fill(parse_template(template), Source(passage, order, plural=False))
    except UnfitError:
        return None
    text = finish_possessives(settle_articles(filled.text))
    closed = text if text[-1:] in ".?!" else f"{text}."
    return once(closed[:1].upper() + closed[1:])  # most findings of a rule share it
