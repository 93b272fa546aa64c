"""A rule's rewordings as suggestions for one match."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

from peerlint.finding import Suggestion
from peerlint.rewording.advice import advise
from peerlint.rewording.changes import sentence_after
from peerlint.rewording.conditions import holds
from peerlint.rewording.passage import Passage
from peerlint.rewording.rewriting import reword
from peerlint.rewording.told_facts import tells_a_fact
from peerlint.rulebook.rule import Rewording
from peerlint.values import replace


def choose(rewordings: Sequence[Rewording], passage: Passage) -> tuple[Suggestion, ...]:
    """The suggestions that fit, in the rule's order, each text once.

    A rewording is left out when one of its conditions does not hold, when a slot has nothing to
    fill it, or when no good sentence would come of it. Raises TemplateError and ConditionError.
    """
    found: list[Suggestion] = []
    # many rewordings of a rule share conditions
    holding = lru_cache(maxsize=None)(partial(holds, passage=passage))
    for rewording in rewordings:
        if not all(map(holding, rewording.when)):
            continue
        suggestion = _suggestion(rewording, passage)
        if suggestion is not None and all(suggestion.text != other.text for other in found):
            found.append(suggestion)
    return tuple(found)


def _suggestion(rewording: Rewording, passage: Passage) -> Suggestion | None:
    if rewording.advice:
        text = advise(rewording.text, passage)
        return Suggestion(text, advice=True) if text else None
    if passage.duty and tells_a_fact(passage):
        return None
    if not rewording.time:
        passage = replace(passage, timeless=True)
    rewritten = reword(rewording.text, passage)
    if rewritten is None:
        return None
    first, last = passage.doc[passage.start], passage.doc[passage.end - 1]
    widened = (rewritten.start_char, rewritten.end_char) != (first.idx, last.idx + len(last.text))
    return Suggestion(
        text=rewritten.text,
        safe=rewording.safe,
        sentence=sentence_after(passage.doc.text, rewritten),
        start=passage.offset + rewritten.start_char if widened else None,
        end=passage.offset + rewritten.end_char if widened else None,
    )
