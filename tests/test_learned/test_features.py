"""Features are the same written as numbers and as names; scores hold for whoever acts."""

from __future__ import annotations

import numpy as np
import pytest

from peerlint.checking import Checker
from peerlint.formats import read_text
from peerlint.learned.acting import Acting
from peerlint.learned.categories import CATEGORIES
from peerlint.learned.clauses import Asked
from peerlint.learned.features import counting, features, of_actor
from peerlint.learned.notation import in_names, in_numbers, number_of
from peerlint.learned.reader import KINDS, load_reader
from peerlint.learned.scored import Scoring
from peerlint.learned.segments import segments_of
from peerlint.learned.weights import load_kinds
from peerlint.nlp.roles import PEER, ROLES
from peerlint.nlp.sentence import Sentence
from peerlint.rulebook import RuleBook

TEXT = "# Peer Specialist\n\n- {}\n"
SENTENCES = (
    "Monitor medication, and monitor members' moods at all times",
    "Coaches don't count pills; the nurse does (so it's said)",
    "…",
)


def parsed(text: str, book: RuleBook) -> Sentence:
    *_, (sentence, _) = Checker(book=book).sentences(read_text(TEXT.format(text)))
    return sentence


@pytest.mark.parametrize("text", SENTENCES)
def test_numbers_are_those_of_the_names(text: str, shipped_book: RuleBook) -> None:
    kinds, sentence = load_kinds(KINDS), parsed(text, shipped_book)
    for segment in segments_of(sentence):
        for made in (features, lambda *these: of_actor(*these[:2], PEER, these[2])):
            names = made(sentence, segment, in_names(kinds))
            numbers = {number_of(name.decode()): places for name, places in names.items()}
            assert made(sentence, segment, in_numbers(kinds)) == numbers


def test_a_feature_rests_on_the_first_tokens_that_have_it(shipped_book: RuleBook) -> None:
    sentence = parsed(SENTENCES[0], shipped_book)
    segment = segments_of(sentence)[0]
    found = features(sentence, segment, in_names(load_kinds(KINDS)))
    assert found[b"w=monitor"] == (0,)
    assert found[b"b=monitor medication"] == (0, 1)
    assert found[b"vn=monitor medication"] == (segment.head, 1)
    assert found[b"o=mood"] == ()


def test_features_of_groups_are_written_as_the_weights_know_them(
    shipped_book: RuleBook,
) -> None:
    kinds = {"monitor": (1, 10), "medication": (2, 20), "the": (3, 30)}
    sentence = parsed("Monitor the medication", shipped_book)
    (segment,) = segments_of(sentence)
    written = features(sentence, segment, in_names(kinds))
    assert {one for one in written if one.startswith(b"K")} == {
        *(b"K1=1", b"K2=10", b"K1=2", b"K2=20"),  # and none of a word as light as "the"
        *(b"Kh1=1", b"Kh=10", b"Kb=10 30", b"Kb=30 20"),
        *(b"Kvn=10 20", b"Kvm=monitor 20", b"Kv1=1 2", b"Kmn=1 medication"),
    }


class Nobody:
    """Cannot be asked."""

    def scores(self, asked: list[Asked]) -> list[list[None]]:
        raise AssertionError(asked)


def test_no_score_exceeds_the_most_that_whoever_acts_can_give(shipped_book: RuleBook) -> None:
    reader = load_reader()
    assert reader is not None
    scoring = Scoring(reader.weights, Nobody(), reader.glance.around)
    (scored,) = scoring.of([parsed(SENTENCES[1], shipped_book)])
    duty = np.array([kind == "duty" for kind in CATEGORIES.values()])
    for clause in scored.clauses:
        of_all = np.array([clause.scores(role) for role in (*ROLES, "")])
        assert (clause.most[~duty] == of_all.max(axis=0)[~duty]).all()
        assert (clause.most[duty] == clause.scores(PEER)[duty]).all()


def test_what_a_word_brings_by_who_acts_is_that_of_the_clause(shipped_book: RuleBook) -> None:
    reader = load_reader()
    assert reader is not None
    weights, notation = reader.weights, reader.weights.notation
    clauses = [
        (sentence, segment)
        for sentence in (parsed(text, shipped_book) for text in SENTENCES)
        for segment in segments_of(sentence)
    ]
    found = Acting(weights).sums([counting(*clause, notation) for clause in clauses])
    for own, clause in zip(found, clauses, strict=True):
        assert (own == weights.sums([of_actor(*clause, role, notation) for role in ROLES])).all()
    empty = Acting(weights).sums([frozenset()])
    assert (empty[0] == weights.sums([[notation.begun(f"actor={role}")] for role in ROLES])).all()
