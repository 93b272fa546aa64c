"""The pipeline that is put together quickly does what `spacy.load` would."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
import pytest
import spacy

from peerlint.nlp.pipeline import MODEL, parse
from peerlint.nlp.tokenizing import SparingTokenizer
from peerlint.nlp.vectors import vectors_of
from peerlint.rulebook import RuleBook


@lru_cache(maxsize=1)
def loaded() -> Any:
    return spacy.load(MODEL)


def cut(doc: Any) -> list[tuple[str, str, str]]:
    return [(token.text, token.norm_, token.whitespace_) for token in doc]


def seen(doc: Any) -> list[tuple[str, ...]]:
    return [
        (token.text, token.tag_, token.pos_, str(token.morph), token.dep_, str(token.head.i))
        for token in doc
    ]


def test_every_sentence_is_parsed_as_by_the_loaded_model(shipped_book: RuleBook) -> None:
    texts = [example.text for rule in shipped_book.rules for example in rule.examples[:1]]
    docs = [loaded().make_doc(text) for text in texts]
    for doc in docs:
        for token in doc[1:]:
            token.is_sent_start = False
    expected = loaded().pipe(docs)
    assert [seen(doc) for doc in parse(texts)] == [seen(doc) for doc in expected]


@pytest.mark.parametrize(
    "texts",
    [
        ["Greet visitors."],
        ["", "Walk with residents, room by room, 3 times a day – and write nothing down."],
        ["Ja.", "a" * 300, "¿Qué? 😀 ½", " \n "],
        [f"The peer specialist on unit {number} listens." for number in range(70)],
        ["", ""],
    ],
)
def test_vectors_are_those_of_the_loaded_model(texts: list[str]) -> None:
    docs = [loaded().make_doc(text) for text in texts]
    own = loaded().get_pipe("tok2vec")
    for found, expected in zip(vectors_of(own.model).predict(docs), own.predict(docs), strict=True):
        np.testing.assert_allclose(found, expected, atol=1e-4)


def test_long_sentences_are_parsed_a_few_at_a_time() -> None:
    taken = []

    def texts() -> Iterator[str]:
        for number in range(60):
            taken.append(number)
            yield f"Room {number} is clean. " * 50

    docs = parse(texts())
    assert next(docs).text == "Room 0 is clean. " * 50
    assert len(taken) < 25
    assert len(list(docs)) == 59


@pytest.fixture
def sparing() -> SparingTokenizer:
    return SparingTokenizer(loaded().vocab).from_disk(MODEL / "tokenizer")


def test_special_cases_are_there_when_a_text_needs_them(sparing: SparingTokenizer) -> None:
    own = loaded().tokenizer
    cases = sorted(own.rules)
    for case, other in zip(cases, [*cases[700:], *cases[:700]], strict=True):
        for text in (
            case,
            f'({case}), "{case}"!',
            f"x{case}y {other}{case} 5{case} {case}-{other}",
        ):
            assert cut(sparing(text)) == cut(own(text))


def test_several_texts_are_cut_as_each_alone(sparing: SparingTokenizer) -> None:
    own = loaded().tokenizer
    texts = ["They can't go at 5 p.m. or so.", "Don’t ask, we cannot.", "", "It's co-run w/o them."]
    assert [cut(doc) for doc in sparing.cut(texts)] == [cut(own(text)) for text in texts]


def test_special_cases_that_nothing_needed_are_stored_too(sparing: SparingTokenizer) -> None:
    assert sparing("We can't.").text == "We can't."
    copied = spacy.blank("en").tokenizer.from_bytes(sparing.to_bytes())
    assert copied.rules.keys() == loaded().tokenizer.rules.keys()


@pytest.mark.parametrize(
    "text",
    [
        "Co-facilitates groups,with peers/families (non-clinical).",
        "See www.example.org/intake or write to peer.team@example.org, 10.2.3.4 or x.io:80.",
        "“Café owners’ notes” – résumés…ÅNGSTRÖM.Über 3.5mg/day at 9a.m., 5pm–6pm, U.S.A.",
        "Ann.Smith said:no. C.P.S. status; 20% of 1,000+ visits=50 ☐ done ✓",
    ],
)
def test_letters_named_by_what_they_are_cut_as_letters_listed_one_by_one(
    sparing: SparingTokenizer, text: str
) -> None:
    own = [token.text for token in sparing(text)]
    assert own == [token.text for token in spacy.blank("en").tokenizer(text)]
