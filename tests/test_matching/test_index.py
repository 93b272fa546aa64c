"""What the pre-filter leaves out could not have matched."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from peerlint.checking import Checker
from peerlint.formats import read_text
from peerlint.matching.index import Candidates, PatternIndex
from peerlint.matching.match import matches_in
from peerlint.matching.phrases import find_all
from peerlint.matching.tokens import light_view
from peerlint.rulebook import RuleBook
from peerlint.rulebook.compiled import CompiledPhrase
from peerlint.rulebook.pattern import (
    AnyWord,
    Capture,
    Choice,
    Edge,
    Gap,
    InOrder,
    Maybe,
    Modifiers,
    Node,
    NotHere,
    NounPhrase,
    Number,
    Word,
)
from peerlint.rulebook.possible import Outliner, WordSets, asked
from peerlint.settings import Settings

JOINS = (" ", "; ", ", and ", "/", " cannot ", " dont ", "-", " 10mg ", " 24/7 ")


@pytest.fixture(scope="module")
def checker(shipped_book: RuleBook) -> Checker:
    """A checker with every rule, the optional ones too."""
    return Checker(Settings(select=("ALL",)), book=shipped_book)


def assert_nothing_is_hidden(checker: Checker, text: str) -> None:
    everything = Candidates(checker.book.phrases, checker.book.events)
    for sentence, admitted in checker.sentences(read_text(text, path="a.txt")):
        every = matches_in(sentence, everything, checker.book)
        assert matches_in(sentence, admitted, checker.book) == every


@settings(
    max_examples=60,
    phases=(Phase.explicit, Phase.generate),  # shrinking a book of examples takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_every_match_of_all_patterns_is_among_the_admitted_ones(
    data: st.DataObject, checker: Checker
) -> None:
    examples = [example.text for rule in checker.book.rules for example in rule.examples]
    first, second = data.draw(st.sampled_from(examples)), data.draw(st.sampled_from(examples))
    text = first.rstrip(".") + data.draw(st.sampled_from(JOINS)) + second
    assert_nothing_is_hidden(checker, text)


def test_no_rule_loses_its_first_example(checker: Checker) -> None:
    firsts = [rule.examples[0].text for rule in checker.book.rules if rule.examples]
    assert_nothing_is_hidden(checker, "\n\n".join(firsts))


def word(*forms: str) -> Word:
    return Word(frozenset(forms))


def admitted(book: RuleBook, node: Node, text: str) -> Candidates:
    """What the text admits of a rule book with this one phrase."""
    sets = WordSets()
    outliner = Outliner(sets, {}, {})
    phrase = CompiledPhrase(0, node, None)
    outline = outliner.phrase(phrase)
    small = replace(
        book,
        phrases=(phrase,),
        events=(),
        pattern_rules=(0,),
        outlines=(outline,),
        asked=asked([outliner.words_needed(outline)]),
        word_sets=sets.texts(),
        choices=outliner.choices(),
    )
    return PatternIndex(small, {0}).candidates(light_view(text).text)


MOUTH_CHECK = InOrder((word("mouth"), word("check", "checks")))
MANY = Choice(tuple(InOrder((word(first), word("cap"))) for first in "abcdefghijk"))


@pytest.mark.parametrize(
    ("node", "text", "expected"),
    [
        (MOUTH_CHECK, "Mouth checks, daily", True),
        (MOUTH_CHECK, "mouth wash", False),
        (MOUTH_CHECK, "check the mouth", False),
        (MOUTH_CHECK, "mouth, check", False),
        (InOrder((word("mouth"), Gap(), word("check"))), "mouth, check", True),
        (InOrder((word("mouth"), Gap(), word("check"))), "check mouth", False),
        (InOrder((word("mouth"), Maybe(word("-")), word("check"))), "mouth check", True),
        (InOrder((word("mouth"), Maybe(word("-")), word("check"))), "mouth-check", True),
        (InOrder((word("mouth"), Maybe(word("-")), word("check"))), "mouth or check", False),
        (InOrder((word("mouth"), NotHere(word("wash")))), "mouth", True),
        (InOrder((word("mouth"), NotHere(word("wash")))), "mouth wash", False),
        (InOrder((word("mouth"), NotHere(word("wash")))), "mouth Wash, daily", False),
        (InOrder((word("mouth"), NotHere(word("wash")))), "mouth wash.then rinse", True),
        (InOrder((word("mouth"), NotHere(word("wash")))), "mouth wash2", True),
        (InOrder((word("mouth"), NotHere(word("wash")))), "mouth wash and mouth", True),
        (InOrder((word("mouth"), NotHere(word("wash")))), "the wash cannot go in a mouth", True),
        (InOrder((word("mouth"), NotHere(Word(frozenset({"wash"}), "noun")))), "mouth wash", True),
        (InOrder((word("mouth"), NotHere(MOUTH_CHECK), word("mouth"))), "mouth mouth", True),
        (InOrder((word("mouth"), NotHere(Choice((word("wash"), MANY))))), "mouth wash in", False),
        (InOrder((word("do"), word("n't"), word("go"))), "they don’t go", True),
        (InOrder((word("can"), word("not"), word("go"))), "they CANNOT go", True),
        (Choice((word("coat"), word("24/7"))), "hat 24/7", True),
        (Choice((word("coat"), word("24/7"))), "hat", False),
        (Choice((word("coat"), InOrder((word("24/7"), word("watch"))))), "watch 24/7", False),
        (Choice((word("coat"), InOrder((Maybe(word("a")), word("cap"))))), "hat", False),
        (InOrder((MANY, word("on"))), "a c cap on", True),
        (InOrder((MANY, word("on"))), "a z cap on", False),
        (Gap(), "hat", True),
    ],
)
def test_words_must_stand_as_the_phrase_has_them(
    node: Node, text: str, expected: bool, shipped_book: RuleBook
) -> None:
    assert bool(admitted(shipped_book, node, text).phrases) is expected


@pytest.mark.parametrize(
    ("node", "text", "expected"),
    [
        (InOrder((Edge(True), word("peer"))), "Peer: Jo", True),
        (InOrder((Edge(True), word("peer"))), "“(Peer", True),
        (InOrder((Edge(True), word("peer"))), "The peer", False),
        (InOrder((word("peer"), Edge(False))), "A peer.", True),
        (InOrder((word("peer"), Edge(False))), "A peer comes", False),
        (InOrder((word("peer"), Choice((word(":"), Edge(False))))), "a peer :", True),
        (InOrder((word("peer"), Choice((word(":"), Edge(False))))), "a peer is", False),
        (InOrder((Edge(True), Gap(), word("peer"))), "the peer", True),
        (InOrder((Edge(True), word("peer"))), "10mg cannot peer", False),
        (Word(frozenset({"Peer"}), exact=True), "the Peer", True),
        (Word(frozenset({"Peer"}), exact=True), "the peer", False),
        (Word(frozenset({"Peer"}), exact=True), "the PEER", False),
        (Word(frozenset({"peer"})), "the PEER", True),
        (Word(frozenset({"US"}), exact=True), "US-based", True),
    ],
)
def test_edges_and_spelling_count(
    node: Node, text: str, expected: bool, shipped_book: RuleBook
) -> None:
    assert bool(admitted(shipped_book, node, text).phrases) is expected


def test_words_in_another_order_are_told_apart(shipped_book: RuleBook) -> None:
    turned = admitted(shipped_book, MOUTH_CHECK, "check the mouth")
    assert turned.in_another_order and not turned
    assert not admitted(shipped_book, MOUTH_CHECK, "check the month").in_another_order


WORDS = st.sampled_from(["ask", "a", "peer", "not", "n't", "-", "24/7", "'s", "can", "u.s."])
SPELLINGS = st.sampled_from(["Ask", "PEER", "U.S.", "a", "Cannot"])
NODES = st.recursive(
    st.one_of(
        st.builds(lambda forms: Word(frozenset(forms)), st.lists(WORDS, min_size=1, max_size=3)),
        st.builds(lambda form: Word(frozenset({form}), exact=True), SPELLINGS),
        st.sampled_from(
            [
                Gap(),
                Modifiers(),
                NounPhrase(),
                AnyWord("noun"),
                Number("20##"),
                Edge(True),
                Edge(False),
            ]
        ),
    ),
    lambda inner: st.one_of(
        st.builds(lambda nodes: InOrder(tuple(nodes)), st.lists(inner, min_size=1, max_size=4)),
        st.builds(lambda nodes: Choice(tuple(nodes)), st.lists(inner, min_size=1, max_size=4)),
        st.builds(Maybe, inner),
        st.builds(NotHere, inner),
        st.builds(lambda node: Capture("slot", node), inner),
    ),
    max_leaves=8,
)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    node=NODES,
    words=st.lists(
        WORDS | SPELLINGS | st.sampled_from(["10a", ";", "ask/peer", "Ask-PEER"]), max_size=8
    ),
    join=st.sampled_from([" ", "", "/"]),
)
def test_what_matches_is_admitted(
    node: Node, words: list[str], join: str, shipped_book: RuleBook
) -> None:
    text = join.join(words)
    view = light_view(text)
    if find_all(node, view):
        assert admitted(shipped_book, node, text).phrases


def test_only_chosen_rules_are_candidates(shipped_book: RuleBook) -> None:
    chosen = next(phrase.rule for phrase in shipped_book.phrases if isinstance(phrase.node, Word))
    said = {
        form for phrase in shipped_book.phrases if isinstance(phrase.node, Word)
        for form in phrase.node.forms
    }  # fmt: skip
    index = PatternIndex(shipped_book, {chosen})
    assert {phrase.rule for phrase in index.candidates(sorted(said)).phrases} == {chosen}
    assert not PatternIndex(shipped_book, ()).candidates(sorted(said))
