"""What the pre-filter leaves out could not have matched."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from peerlint.checking import Checker
from peerlint.formats import read_text
from peerlint.matching.index import Candidates, PatternIndex
from peerlint.matching.match import matches_in
from peerlint.rulebook import RuleBook
from peerlint.rulebook.book import CompiledPhrase
from peerlint.rulebook.pattern import Choice, InOrder, Maybe, NotHere, Word
from peerlint.rulebook.possible import Said, needs_of_phrase
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
    deadline=None,
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


@pytest.mark.parametrize(
    ("node", "words", "expected"),
    [
        (InOrder((word("mouth"), word("check", "checks"))), {"checks", "mouth"}, True),
        (InOrder((word("mouth"), word("check", "checks"))), {"mouth", "wash"}, False),
        (InOrder((word("mouth"), Maybe(word("-")), word("check"))), {"mouth", "check"}, True),
        (InOrder((word("mouth"), NotHere(word("wash")))), {"mouth"}, True),
        (Choice((word("coat"), word("24/7"))), {"hat", "24"}, True),
        (Choice((word("coat"), word("24/7"))), {"hat"}, False),
        (Choice((word("coat"), word("…—"))), {"hat"}, True),
        (Choice((word("coat"), InOrder((word("24/7"), word("watch"))))), {"hat"}, False),
        (Choice((word("coat"), InOrder((Maybe(word("a")), word("cap"))))), {"hat"}, False),
    ],
)
def test_all_words_that_a_phrase_needs_must_be_said(
    node: InOrder | Choice, words: set[str], expected: bool
) -> None:
    assert Said(frozenset(words), {}).may_match(node) is expected
    phrase = CompiledPhrase(0, node, None)
    assert Said(frozenset(words), {}).allow_phrase(phrase) is expected
    if expected:
        assert not any(needed.isdisjoint(words) for needed in needs_of_phrase(phrase))


def test_only_chosen_rules_are_candidates(shipped_book: RuleBook) -> None:
    chosen = next(phrase.rule for phrase in shipped_book.phrases if isinstance(phrase.node, Word))
    said = {
        form for phrase in shipped_book.phrases if isinstance(phrase.node, Word)
        for form in phrase.node.forms
    }  # fmt: skip
    index = PatternIndex(shipped_book, {chosen})
    assert {phrase.rule for phrase in index.candidates(said).phrases} == {chosen}
    assert not PatternIndex(shipped_book, ()).candidates(said)
