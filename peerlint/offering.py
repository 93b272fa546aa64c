"""From a match to suggestions: the bridge between matching and rewording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from peerlint.document import BlockKind
from peerlint.finding import Suggestion
from peerlint.matching.match import Match
from peerlint.matching.phrases import TokenView, find_all, matches_ending
from peerlint.matching.tokens import light_view
from peerlint.nlp.sentence import Sentence
from peerlint.rewording import (
    BULLET,
    HEADING,
    SENTENCE,
    Passage,
    WordSets,
    capture,
    choose,
    joined_acts,
    same_noun,
    slot_defaults,
)
from peerlint.rewording.inflection import noun_lemma
from peerlint.rewording.words import ACTS_AND_THINGS, CARRYING_ACTS, TIME_NOUNS
from peerlint.rulebook.book import RuleBook
from peerlint.rulebook.endings import numbers_of
from peerlint.rulebook.rule import Rule

if TYPE_CHECKING:
    from peerlint.rulebook.pattern import Node

Span = tuple[int, int]

_OPENING = frozenset({"when", "whenever", "where", "if", "until", "while", "once", "in", "for"})
_NAMED_IN_NOTE = re.compile(
    r"(?:^|\s)[A-Z][\w.]*\.? ?[A-Z][\w.]+, \d\d\b|(?:^|\s)[A-Z]\.[A-Z]\.|\b\d\d[ -]?(?:year-old|y/?o)\b"
)
_ACTING = ("nsubj", "nsubj:pass", "obj", "obl", "iobj")
_FIRST_PERSON = frozenset({"me", "my", "i"})
_PEOPLE = ("PERSON", "CHILD", "FAMILY", "SERVED_FOLK")
_STAFF = ("STAFF", "OTHER_TITLE")
_PEER = "PEER_TITLE"
_ACT = "MEDICATION_ACT"
_EVENT_SLOTS = frozenset({"object", "people", "team", "when", "role", "destination"})


def suggestions(
    match: Match, sentence: Sentence, rule: Rule, book: RuleBook, alike: Iterable[Match] = ()
) -> tuple[Suggestion, ...]:
    """The rule's rewordings filled from the sentence, the best first.

    `alike` are the rule's other findings in the sentence: for duties joined to one another one new
    act stands for all.
    """
    if not rule.reword:
        return ()
    passage = passage_of(match, sentence, rule, book)
    others = [(other.start, other.end, other.head) for other in alike]
    return choose(rule.reword, joined_acts(passage, others) if passage.duty else passage)


def passage_of(match: Match, sentence: Sentence, rule: Rule, book: RuleBook) -> Passage:
    """The match with the sentence's own phrases for the slots the rule has not captured."""
    slots = {name: (start, end) for name, start, end in match.slots}
    if rule.kind == "duty" or match.event:
        own = {
            name: span
            for name, span in slots.items()
            if name not in _EVENT_SLOTS or not match.event
        }
        slots = {**_event_slots(match, sentence, book, slots.get("object")), **own}
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
        unlike=_unlike(slots.get("object"), rule, sentence, book),
        duty=rule.kind == "duty",
        named=rule.kind == "duty" and _may_name_somebody(match, slots, sentence, book),
        standing_in=rule.kind == "duty" and _stands_in(match, sentence, book),
        single=rule.kind == "duty" and sentence.type == "treatment-plan",
    )


def _may_name_somebody(
    match: Match, slots: Mapping[str, Span], sentence: Sentence, book: RuleBook
) -> bool:
    """Whether the match holds a lone capitalized word that is none of the classes' words, or *my*.

    Also *your peer companion | searches your bags*: the paper speaks to the people served.
    """
    if any(word in _FIRST_PERSON for word in sentence.view.lower[: match.end]):
        return True
    if (
        "your" in sentence.view.lower[: match.start]
        and "you" not in sentence.view.lower[: match.start]
    ):
        return True
    if sentence.type != "treatment-plan" and _speaks_of_one(match, sentence, book):
        return True
    for token in sentence.doc[match.start + 1 : match.end]:
        alone = token.tag_ == "NNP" and token.is_title and token.n_lefts == 0
        argument = token.dep_ in ("obj", "iobj", "nsubj", "obl", "nmod:poss")
        held = any(start <= token.i < end for name, (start, end) in slots.items() if name == "team")
        likely = alone and argument and not held and noun_lemma(token.lower_) not in TIME_NOUNS
        if likely and not _is_known(sentence.view, token.i + 1, book):
            return True
    return False


def _is_known(view: TokenView, end: int, book: RuleBook) -> bool:
    """Whether some word class has a phrase that ends there."""
    return any(_ends(book.classes[name], view, end) for name in sorted(_may_end(view, end, book)))


def _stands_in(match: Match, sentence: Sentence, book: RuleBook) -> bool:
    """*When the counselor can't come, | you do the evaluation*: the sentence opens with other staff."""
    lower = sentence.view.lower
    if not lower or lower[0] not in _OPENING or "," not in lower[: match.start]:
        return False
    comma = lower.index(",")
    nodes = [book.classes[name] for name in _STAFF if name in book.classes]
    return any(found.end <= comma for node in nodes for found in find_all(node, sentence.view))


def _speaks_of_one(match: Match, sentence: Sentence, book: RuleBook) -> bool:
    """*Where somebody talks of going home, the coach | talks them round*: whom no slot holds.

    Also *talks the subject round and rides along to keep him calm*, and *R. Dobbs, 33* in a note.
    """
    if _NAMED_IN_NOTE.search(sentence.before[-300:]):
        return True
    people = _last_words(_PEOPLE, sentence, book) | {"somebody", "someone", "anybody", "anyone"}
    before = sentence.doc[: match.start]
    if any(
        token.lower_ in people and token.tag_ == "NN" and token.dep_ in _ACTING for token in before
    ):
        return True
    return any(
        token.lower_ in ("him", "her")
        and token.tag_ == "PRP"
        and not {word.lower_ for word in sentence.doc[max(0, token.i - 1) : token.i + 2]}
        & {"or", "/"}
        for token in sentence.doc
    )


def _event_slots(
    match: Match, sentence: Sentence, book: RuleBook, thing: Span | None
) -> Mapping[str, Span]:
    words = WordSets(
        people=_last_words(_PEOPLE, sentence, book),
        staff=_last_words(_STAFF, sentence, book),
        acts=frozenset(book.nominalizations) - ACTS_AND_THINGS
        | CARRYING_ACTS
        | _last_words((_ACT,), sentence, book),
    )
    thing = thing if match.event else None
    slots = capture(sentence.doc, match.start, match.end, words, head=match.head, thing=thing)
    role = _role(match, sentence, book)
    if role is not None:
        slots["role"] = role
    if match.event:
        slots["event"] = (match.start, match.end)
    return slots


def _form(sentence: Sentence) -> str:
    if sentence.block.kind in (BlockKind.HEADING, BlockKind.TITLE):
        return HEADING
    return BULLET if sentence.is_bullet else SENTENCE


def _last_words(names: Iterable[str], sentence: Sentence, book: RuleBook) -> frozenset[str]:
    """The last words of the phrases in this sentence that belong to one of the word classes."""
    nodes = [book.classes[name] for name in names if name in book.classes]
    found = (match for node in nodes for match in find_all(node, sentence.view))
    return frozenset(sentence.view.lower[match.end - 1] for match in found)


def _role(match: Match, sentence: Sentence, book: RuleBook) -> Span | None:
    """The peer role that is the subject of the matched verb, with its determiner."""
    subject = next((c for c in sentence.doc[match.head].children if c.dep_ == "nsubj"), None)
    if subject is None or _PEER not in book.classes:
        return None
    for found in find_all(book.classes[_PEER], sentence.view):
        if found.start <= subject.i < found.end:
            return subject.left_edge.i, found.end
    return None


def _unlike(span: Span | None, rule: Rule, sentence: Sentence, book: RuleBook) -> frozenset[str]:
    """The defaults of `{object|…}` that name another kind of thing than the sentence's object."""
    defaults = {d for reword in rule.reword for d in slot_defaults(reword.text, "object")}
    if span is None or not defaults:
        return frozenset()
    head = sentence.doc[span[0] : span[1]].root.i
    word = sentence.view.lower[head]
    return frozenset(
        default
        for default in defaults
        if not same_noun(word, default.split()[-1])
        and not _are_of_one_class((sentence.view, head + 1), default, book)
    )


def _are_of_one_class(own: tuple[TokenView, int], words: str, book: RuleBook) -> bool:
    """Whether a word class has both a phrase that ends where `own` says and one that ends these words."""
    other = light_view(words)
    ends = own, (other, len(other))
    common = _may_end(*own, book).intersection(_may_end(other, len(other), book))
    return any(all(_ends(book.classes[name], view, end) for view, end in ends) for name in common)


def _may_end(view: TokenView, end: int, book: RuleBook) -> set[str]:
    """The word classes with a phrase that this word may end."""
    names = tuple(book.classes)
    return {names[at] for at in numbers_of(view.lower[end - 1 : end], book.class_endings)}


def _ends(node: Node, view: TokenView, end: int) -> bool:
    return matches_ending(node, view, max(0, end - 4), end) is not None
