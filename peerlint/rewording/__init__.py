"""Rewordings: a template and a match in, text that leaves a correct sentence out.

`reword` fills one template, `choose` turns a rule's rewordings into suggestions, `capture` finds
the sentence's own phrases for the slots, `select_edits` picks edits that do not overlap.
docs/rewordings.md tells rule writers about templates and conditions.
"""

from __future__ import annotations

from peerlint.rewording.capturing import capture
from peerlint.rewording.choose import choose
from peerlint.rewording.conditions import CONDITIONS, ConditionError, check_condition, holds
from peerlint.rewording.edits import Edit, first_applicable, first_safe, select_edits
from peerlint.rewording.inflection import same_noun
from peerlint.rewording.joining import joined_acts
from peerlint.rewording.passage import BULLET, HEADING, SENTENCE, Passage, Rewritten
from peerlint.rewording.rewriting import reword
from peerlint.rewording.template import TemplateError, parse_template, slot_defaults, slot_names
from peerlint.rewording.word_sets import WordSets

__all__ = [
    "BULLET",
    "CONDITIONS",
    "HEADING",
    "SENTENCE",
    "ConditionError",
    "Edit",
    "Passage",
    "Rewritten",
    "TemplateError",
    "WordSets",
    "capture",
    "check_condition",
    "choose",
    "first_applicable",
    "first_safe",
    "holds",
    "joined_acts",
    "parse_template",
    "reword",
    "same_noun",
    "select_edits",
    "slot_defaults",
    "slot_names",
]
