"""A sentence is scored where it stands: with title, heading, fields, and who acts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from peerlint.checking import Checker
from peerlint.formats import read_text
from peerlint.learned.categories import CATEGORIES
from peerlint.learned.clauses import LONGEST, Asked, circumstances, input_of, load_scorer
from peerlint.learned.reader import ENCODER
from peerlint.learned.segments import segments_of
from peerlint.learned.wordpiece import WordPieces
from peerlint.nlp.sentence import Sentence
from peerlint.rulebook import RuleBook
from peerlint.settings import Settings


@pytest.fixture(scope="module")
def words() -> WordPieces:
    return load_scorer(ENCODER).words


def sentence_of(book: RuleBook, text: str, at: int = -1) -> Sentence:
    checker = Checker(Settings(learned=False), book)
    return list(checker.sentences(read_text(text)))[at][0]


def told(sentence: Sentence, words: WordPieces) -> str:
    names = list(words.numbers)
    return " ".join(names[piece] for piece in input_of(sentence, words).pieces)


def test_title_heading_and_fields_stand_before_the_sentence(
    shipped_book: RuleBook, words: WordPieces
) -> None:
    text = "# Peer coach\n\n## Duties\n\n| Task | When |\n| --- | --- |\n| Greet guests | daily |\n"
    assert told(sentence_of(shipped_book, text), words) == (
        "[CLS] peer coach ; duties ; when greet guests [SEP] daily [SEP]"
    )


def test_pieces_of_a_clause_are_those_of_its_words(
    shipped_book: RuleBook, words: WordPieces
) -> None:
    sentence = sentence_of(shipped_book, "# Peer coach\n\n- Greet guests and wash the cups\n")
    seen = input_of(sentence, words)
    names = list(words.numbers)
    clauses = [
        [names[seen.pieces[at]] for at in seen.of(segment)] for segment in segments_of(sentence)
    ]
    assert clauses == [["greet", "guests"], ["and", "wash", "the", "cups"]]
    assert seen.parts[0] == 0 and seen.parts[-1] == 1 and len(seen.parts) == len(seen.pieces)


def test_a_long_sentence_is_cut_and_what_is_beyond_has_no_scores(
    shipped_book: RuleBook, words: WordPieces
) -> None:
    long = "# Peer coach\n\n- Greet " + "guests and more " * 60 + ", and wash the cups\n"
    sentence = sentence_of(shipped_book, long)
    assert len(input_of(sentence, words).pieces) <= LONGEST
    scorer = load_scorer(ENCODER)
    segments = segments_of(sentence)
    (scores,) = scorer.scores([Asked(sentence, segments, ["peer"] * len(segments))])
    assert scores[0] is not None and len(scores[0]) == len(CATEGORIES)
    assert scores[-1] is None


def test_circumstances_add_to_the_scores(shipped_book: RuleBook) -> None:
    scorer = load_scorer(ENCODER)
    sentence = sentence_of(shipped_book, "# Peer coach\n\n- Greet guests\n")
    known = circumstances(sentence, "peer")
    assert known == ("actor=peer", "kind=list-item", f"type={sentence.type}", "peer=True")
    one = np.arange(len(CATEGORIES))
    without = replace(scorer, beside={})
    beside = replace(scorer, beside={"actor=peer": one})
    asked = [Asked(sentence, segments_of(sentence), ["peer"])]
    ((plain,),), ((added,),) = (made.scores(asked) for made in (without, beside))
    assert added - plain == pytest.approx(one, abs=1e-4)


def test_many_sentences_are_scored_as_each_alone(shipped_book: RuleBook) -> None:
    text = "# Peer coach\n\n" + "".join(
        f"- Greet {n} guests and wash the cups\n" for n in range(40)
    )
    scorer = load_scorer(ENCODER)
    sentences = [one for one, _ in Checker(Settings(), shipped_book).sentences(read_text(text))]
    asked = [Asked(one, segments_of(one)[-1:], ["peer"]) for one in sentences]
    together = scorer.scores(asked)
    assert len(together) == len(asked) > 30
    for one, scores in zip(asked[::9], together[::9], strict=True):
        ((alone,),) = scorer.scores([one])
        assert scores[0] == pytest.approx(alone, abs=1e-4)
