"""Where a match of the rule book meets the rewordings: its words and slots as a passage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peerlint.document import BlockKind
from peerlint.finding import Suggestion
from peerlint.matching.phrases import TokenView, find_all, matches_ending
from peerlint.matching.tokens import light_view
from peerlint.rewording.choose import choose
from peerlint.rewording.inflection import noun_lemma
from peerlint.rewording.passage import BULLET, HEADING, SENTENCE, Passage
from peerlint.rewording.people import WordSets, capture
from peerlint.rewording.template import parse_template
from peerlint.rewording.words import ACTS_AND_THINGS, CARRYING_ACTS

if TYPE_CHECKING:
    from peerlint.matching.match import Match
    from peerlint.nlp.sentence import Sentence
    from peerlint.rulebook.book import RuleBook
    from peerlint.rulebook.rule import Rule

_PEOPLE = ("PERSON", "CHILD", "FAMILY")
_STAFF = ("STAFF", "OTHER_TITLE")
_PEERS = ("PEER_TITLE",)
_HEADINGS = (BlockKind.HEADING, BlockKind.TITLE)


def offer(match: Match, sentence: Sentence, rule: Rule, book: RuleBook) -> tuple[Suggestion, ...]:
    """The rule's rewordings filled from the sentence, the best first."""
    return choose(rule.reword, passage_of(match, sentence, rule, book))


def passage_of(match: Match, sentence: Sentence, rule: Rule, book: RuleBook) -> Passage:
    """The match with the sentence's own phrases for the slots the rule has not captured."""
    captured = {name: (start, end) for name, start, end in match.slots}
    words = WordSets(
        people=_words_of(_PEOPLE, sentence, book),
        staff=_words_of(_STAFF, sentence, book),
        acts=frozenset(book.nominalizations) - ACTS_AND_THINGS | CARRYING_ACTS,
    )
    thing = captured.pop("object", None) if match.event else None
    slots = capture(sentence.doc, match.start, match.end, words, head=match.head, thing=thing)
    role = _role(match, sentence, book)
    if role is not None:
        slots["role"] = role
    if match.event:
        slots["event"] = (match.start, match.end)
    return Passage(
        sentence.doc,
        match.start,
        match.end,
        head=match.head,
        slots=slots | captured,
        form=_form(sentence),
        offset=sentence.start,
        unlike=_unlike(slots.get("object"), rule, sentence, book),
    )


def _form(sentence: Sentence) -> str:
    if sentence.block.kind in _HEADINGS:
        return HEADING
    return BULLET if sentence.is_bullet else SENTENCE


def _words_of(names: Iterable[str], sentence: Sentence, book: RuleBook) -> frozenset[str]:
    """The last words of the phrases in this sentence that belong to one of the word classes."""
    nodes = [book.classes[name] for name in names if name in book.classes]
    found = (match for node in nodes for match in find_all(node, sentence.view))
    return frozenset(sentence.view.lower[match.end - 1] for match in found)


def _role(match: Match, sentence: Sentence, book: RuleBook) -> tuple[int, int] | None:
    """The peer role that is the subject of the matched verb, with its determiner."""
    verb = sentence.doc[match.head]
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if not subjects:
        return None
    last = subjects[0].i
    for name in _PEERS:
        for found in find_all(book.classes[name], sentence.view) if name in book.classes else ():
            if found.start <= last < found.end:
                return subjects[0].left_edge.i, found.end
    return None


def _unlike(
    span: tuple[int, int] | None, rule: Rule, sentence: Sentence, book: RuleBook
) -> frozenset[str]:
    """The defaults of `{object|…}` that name another kind of thing than the sentence's object."""
    defaults = {
        part.default
        for rewording in rule.reword
        for part in parse_template(rewording.text)
        if part.value == "object" and part.default is not None
    }
    if span is None or not defaults:
        return frozenset()
    head = sentence.doc[span[0] : span[1]].root.i
    own = _classes_ending(sentence.view, head + 1, book)
    return frozenset(
        default
        for default in defaults
        if noun_lemma(default.split()[-1]) != noun_lemma(sentence.view.lower[head])
        and own.isdisjoint(_classes_ending(view := light_view(default), len(view), book))
    )


def _classes_ending(view: TokenView, end: int, book: RuleBook) -> frozenset[str]:
    """The word classes with a phrase that ends there."""
    first = max(0, end - 4)
    return frozenset(
        name
        for name, node in book.classes.items()
        if matches_ending(node, view, first, end) is not None
    )
