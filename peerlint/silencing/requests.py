"""Cues that say the opposite of what they seem to: requests that are none, work for others."""

from __future__ import annotations

from peerlint.matching.phrases import PhraseMatch, first_within
from peerlint.nlp import syntax
from peerlint.nlp.sentence import Sentence
from peerlint.silencing.cues import Cues
from peerlint.silencing.silence import Target

_BEFORE_REQUEST, _REQUESTED = 4, 5  # words before a request, and words of it


def overridden(sentence: Sentence, match: PhraseMatch, _target: Target, cues: Cues) -> bool:
    """*regardless of whether the member wants*, *until they agree*: the opposite of a request.

    *who has asked us to close their file* as well: what was asked is to be left alone.
    """
    view, classes, end = sentence.view, cues.classes, match.end
    if first_within(classes["OVERRIDING"], view, max(0, match.start - _BEFORE_REQUEST), end):
        return True
    asked = view.lower[end : end + 1] in (("us",), ("you",), ("to",), ("not",), ("staff",))
    return asked and first_within(classes["LEAVING_ALONE"], view, end, end + _REQUESTED) is not None


def of_another(sentence: Sentence, match: PhraseMatch, target: Target, _cues: Cues) -> bool:
    """*decide which are crises and which go to nursing*: what goes there is no duty."""
    before = sentence.view.lower[match.start - 1]
    return match.start > target.end and before in ("which", "who", "that")


def served(sentence: Sentence, match: PhraseMatch, target: Target, _cues: Cues) -> bool:
    """*Answer phones for all staff*, *read everyone's mail*: whom the work is for, or whose it is."""
    view = sentence.view
    owns = view.lower[match.end : match.end + 1] == ("'s",)
    acts = target.event or view.pos[target.head] == "VERB"
    gets = acts and match.start == target.end + 1 and view.lower[target.end] == "for"
    return owns or gets


def of_another_verb(sentence: Sentence, match: PhraseMatch, target: Target, _cues: Cues) -> bool:
    """*sits with anyone who cannot sleep, and performs rounds*: the cue belongs to the verb before."""
    head = sentence.doc[target.head]
    return match.end <= head.head.i < head.i and syntax.is_joined_higher(head)


def of_helper(sentence: Sentence, match: PhraseMatch, target: Target, cues: Cues) -> bool:
    """Whether the helper does it, not the one who is helped (*accompany members to court and sign cards*)."""
    head = sentence.doc[target.head]
    beside = syntax.label(head) == "conj" and head.head.i == match.start
    helped_act = "VERB" in sentence.view.pos[match.start + 1 : head.i]
    return (beside and not helped_act) or any(
        check(sentence, match, target, cues) for check in (of_another_verb, of_one)
    )


def of_one(sentence: Sentence, match: PhraseMatch, target: Target, _cues: Cues) -> bool:
    """*with those who left and brings them back*: several people do not *bring*s."""
    several = sentence.view.tags[match.end - 2] in ("NNS", "DT")
    return (
        sentence.view.lower[match.end - 1] == "who"
        and several
        and sentence.doc[target.head].tag_ == "VBZ"
    )
