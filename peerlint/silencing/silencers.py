"""All silencers of a rule book: each with what it asks of a sentence's structure, and its cues."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from peerlint.matching.phrases import PhraseMatch, TokenView, find_all
from peerlint.nlp.actors import actor_of
from peerlint.nlp.roles import PEER
from peerlint.nlp.sentence import Sentence
from peerlint.rulebook.book import Cue, RuleBook
from peerlint.rulebook.pattern import Node
from peerlint.silencing import mention, names, negation, prohibition, requests
from peerlint.silencing.cues import Cues, reaches, reaches_listed, words_of
from peerlint.silencing.quotation import quoted
from peerlint.silencing.reporting import endured
from peerlint.silencing.said_of import other_subject, other_subject_of_passive
from peerlint.silencing.silence import Silence, Target
from peerlint.silencing.telling import told
from peerlint.values import dataclass

Check = Callable[[Sentence, Target, Cues], str]
"""The words that silence the target, "" for none."""


def another_acts(sentence: Sentence, target: Target, cues: Cues) -> str:
    """Who acts, where that is no peer worker."""
    span = target.start, target.end
    head = sentence.doc[target.head]
    actor = actor_of(sentence, head, cues.classes, predicate=target.event, span=span)
    return "" if actor == PEER else actor


def _never(_sentence: Sentence, _match: PhraseMatch, _target: Target, _cues: Cues) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a silencer is asked: `checks` in order, then its cues.

    `undone`: whether a cue found means the opposite there; `reach`: how far a cue speaks. `by_cues`: whether
    cues count at all; the checks of some silencers ask for theirs themselves.
    """

    checks: Sequence[Check] = ()
    undone: Callable[[Sentence, PhraseMatch, Target, Cues], bool] = _never
    reach: Callable[[Cue, TokenView, PhraseMatch, Target], bool] = reaches
    by_cues: bool = True
    told_as: str = ""


_BY_CUES = _Kind()
_KINDS: Mapping[str, _Kind] = {
    "quotation": _Kind((quoted,), by_cues=False),
    "prohibition": _Kind(
        (prohibition.excluded_above, prohibition.excluded_by_lead, prohibition.crossed_out),
        by_cues=False,
    ),
    "name": _Kind(
        (names.somebody_named, names.known_name, names.name_by_capitals, names.one_of_two_sides),
        by_cues=False,
    ),
    "negation": _Kind(
        (negation.denied_beside, negation.answered_no, negation.carried, negation.governing),
        by_cues=False,
    ),
    "other-subject": _Kind((other_subject,), by_cues=False),
    "other-subject-of-passive": _Kind(
        (other_subject_of_passive,), by_cues=False, told_as="other-subject"
    ),
    "mention": _Kind(
        (mention.quoted_beside, mention.listed_words, mention.defined, mention.called),
        reach=reaches_listed,
    ),
    "account": _Kind((told,)),
    "report": _Kind((endured,)),
    "other-actor": _Kind((another_acts,), undone=requests.of_another),
    "request": _Kind(undone=requests.overridden),
    "agreement": _Kind(undone=requests.overridden),
    "all-staff": _Kind(undone=requests.served),
    "with-person": _Kind(undone=requests.of_another_verb),
    "person-acts": _Kind(undone=requests.of_helper),
}


class Silencers:
    """All silencers of a rule book."""

    def __init__(self, book: RuleBook) -> None:
        self.cues = Cues(book)

    def first(self, names: Iterable[str], sentence: Sentence, target: Target) -> Silence | None:
        """The first of the named silencers that speaks for the target."""
        for name in names:
            kind = _KINDS.get(name, _BY_CUES)
            words = self._words(name, kind, sentence, target)
            if words:
                return Silence(kind.told_as or name, words)
        return None

    def _words(self, name: str, kind: _Kind, sentence: Sentence, target: Target) -> str:
        for check in kind.checks:
            if words := check(sentence, target, self.cues):
                return words
        if not kind.by_cues:
            return ""
        return self._said_within(name, kind, sentence, target) or self.cues.beside(
            name, sentence, target.head
        )

    def _said_within(self, name: str, kind: _Kind, sentence: Sentence, target: Target) -> str:
        """The words of a cue in the sentence that speaks for the target."""
        for cue, match in self.cues.found(name, sentence):
            if (
                kind.reach(cue, sentence.view, match, target)
                and not kind.undone(sentence, match, target, self.cues)
                and self.cues.holds(cue, sentence, target.head)
            ):
                return words_of(sentence, match)
        return ""


def own_cue(nodes: Sequence[Node], sentence: Sentence) -> Silence | None:
    """A cue of the rule's own anywhere in the sentence."""
    for node in nodes:
        for match in find_all(node, sentence.view)[:1]:
            return Silence("unless", words_of(sentence, match))
    return None
