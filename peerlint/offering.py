"""From a match to suggestions: the bridge between matching and rewording."""

from __future__ import annotations

from peerlint.document import BlockKind
from peerlint.finding import Suggestion
from peerlint.matching.match import Match
from peerlint.nlp.sentence import Sentence
from peerlint.rewording import BULLET, HEADING, SENTENCE, Passage, WordSets, capture, choose
from peerlint.rulebook.book import RuleBook
from peerlint.rulebook.pattern import Capture, Choice, Context, Node, Optional_, Sequence_, Word
from peerlint.rulebook.rule import Rule

_EVENT_SLOTS = frozenset({"object", "people", "team", "when", "role"})


def suggestions(match: Match, sentence: Sentence, rule: Rule, book: RuleBook) -> tuple[Suggestion, ...]:
    """The rule's rewordings filled from the sentence, the best first."""
    if not rule.reword:
        return ()
    return choose(rule.reword, _passage(match, sentence, rule, book))


def _passage(match: Match, sentence: Sentence, rule: Rule, book: RuleBook) -> Passage:
    slots = {name: (start, end) for name, start, end in match.slots}
    if rule.kind == "duty":
        thing = slots.get("object")
        found = capture(
            sentence.doc, match.start, match.end, _word_sets(book.version, book), head=match.head, thing=thing
        )
        slots = {**found, **{name: span for name, span in slots.items() if name not in _EVENT_SLOTS}}
    if "person" in slots:
        slots.setdefault("people", slots["person"])
    return Passage(
        doc=sentence.doc,
        start=match.start,
        end=match.end,
        head=match.head,
        slots=slots,
        form=_form(sentence),
        offset=sentence.start,
    )


def _form(sentence: Sentence) -> str:
    if sentence.block.kind in (BlockKind.HEADING, BlockKind.TITLE):
        return HEADING
    return BULLET if sentence.is_bullet else SENTENCE


_SETS: dict[str, WordSets] = {}


def _word_sets(version: str, book: RuleBook) -> WordSets:
    if version not in _SETS:
        acts = frozenset(book.nominalizations) | _forms(book, "MEDICATION_ACT")
        _SETS[version] = WordSets(people=_forms(book, "PERSON"), staff=_forms(book, "STAFF"), acts=acts)
    return _SETS[version]


def _forms(book: RuleBook, name: str) -> frozenset[str]:
    """The words of a class in all forms; a phrase of two words as it is written."""
    node = book.classes.get(name)
    return frozenset(_words(node)) if node is not None else frozenset()


def _words(node: Node) -> set[str]:
    if isinstance(node, Word):
        return {form.lower() for form in node.forms}
    if isinstance(node, Choice):
        return set().union(*map(_words, node.nodes))
    if isinstance(node, (Capture, Context, Optional_)):
        return _words(node.node)
    if isinstance(node, Sequence_) and len(node.nodes) == 2 and all(isinstance(n, Word) for n in node.nodes):
        first, second = (sorted(_words(child)) for child in node.nodes)
        return {f"{a} {b}" for a in first for b in second}
    return set()
