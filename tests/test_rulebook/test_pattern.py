"""The phrase language: what each sign of it matches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerlint.matching.phrases import find_all
from peerlint.matching.tokens import light_view
from peerlint.nlp.pipeline import tokenizer
from peerlint.rulebook.pattern import Word, anchors
from peerlint.rulebook.phrases import PatternError, parse_pattern

CUT = tokenizer()
WORDS = {"MEDICATION": Word(frozenset({"medication", "medications", "pills"}))}


def tokenize(text: str) -> list[str]:
    return list(light_view(text).text)


def found(phrase: str, text: str) -> list[str]:
    view = light_view(text)
    node = parse_pattern(phrase, WORDS, tokenize)
    return [" ".join(view.text[match.start : match.end]) for match in find_all(node, view)]


@pytest.mark.parametrize(
    ("phrase", "text", "matches"),
    [
        ("commit suicide", "He committed suicide .", ["committed suicide"]),
        ("=met", "She met them and will meet again", ["met"]),
        ("=CANS", "CANS scores and tin cans", ["CANS"]),
        ("ASAM", "the ASAM form, not Asam", ["ASAM"]),
        (
            "non-compliant",
            "non-compliant, noncompliant and non compliant",
            ["non - compliant", "noncompliant", "non compliant"],
        ),
        ("(drug|alcohol) abuse", "alcohol abuse and drug abuse", ["alcohol abuse", "drug abuse"]),
        (
            "(recovering|former)? addict/noun",
            "an addict and a recovering addict",
            ["addict", "recovering addict"],
        ),
        ("take MEDICATION", "take their evening medications", ["take their evening medications"]),
        ("get ... to attend", "get the young people to attend", ["get the young people to attend"]),
        ("suicide !prevention", "suicide prevention and suicide", ["suicide"]),
        ("^on methadone", "people on methadone", ["methadone"]),
        ("@start no @end", "No", ["No"]),
        ("client 's plan", "the client's plan", ["client 's plan"]),
        ("he/she", "he/she", ["he / she"]),
        (r"^\( =peer ^\)", "Ana (peer) and a peer", ["peer"]),
        (r"=\(s\)he", "does (s)he and she", ["( s ) he"]),
        ("until (19##|20##)", "until 1998, until 2018, until 18", ["until 1998", "until 2018"]),
    ],
)
def test_a_phrase_finds(phrase: str, text: str, matches: list[str]) -> None:
    assert found(phrase, text) == matches


@pytest.mark.parametrize("word", ["'d", "'ll", "'m", "'re", "'s", "'ve"])
@pytest.mark.parametrize("sign", ["", "="])
def test_a_contraction_is_one_word(word: str, sign: str) -> None:
    """The pipeline's tokenizer knows *'ve* and *'m* only behind their word."""
    subject = "I" if word == "'m" else "They"
    phrase = parse_pattern(f"{sign}{word} been", {}, lambda text: [one.text for one in CUT(text)])
    (match,) = find_all(phrase, light_view(f"{subject}{word} been"))
    assert (match.start, match.end) == (1, 3)


@pytest.mark.parametrize(("kind", "word"), [("noun", 0), ("verb", 1), ("num", 2), ("propn", 3)])
def test_a_star_stands_for_any_word_of_its_kind(kind: str, word: int) -> None:
    view = replace(light_view("staff visit six Mays"), pos=("NOUN", "VERB", "NUM", "PROPN"))
    node = parse_pattern(f"*/{kind}", WORDS, tokenize)
    assert word in [match.start for match in find_all(node, view)]
    assert len(list(find_all(node, view))) == (2 if kind == "noun" else 1)  # names are nouns


def test_a_gap_ends_at_the_clause() -> None:
    assert found("get ... attend", "get up; they attend") == []


def test_a_class_becomes_a_slot() -> None:
    node = parse_pattern("take MEDICATION", WORDS, tokenize)
    view = light_view("take their pills")
    (match,) = find_all(node, view)
    assert match.captures == (("medication", 1, 3),)


def test_a_named_group_becomes_a_slot() -> None:
    node = parse_pattern("{substance: drug|alcohol} abuse", WORDS, tokenize)
    (match,) = find_all(node, light_view("alcohol abuse"))
    assert match.captures == (("substance", 0, 1),)


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("(drug|alcohol abuse", "')' is missing"),
        ("drug)", "unexpected ')'"),
        ("take MEDICATIONS", "no word class"),
        ("{condition: NP", "'}' is missing"),
        ("( | drug)", "empty alternative"),
        ("take */nun", "no kind of word"),
    ],
)
def test_a_mistake_is_explained(phrase: str, told: str) -> None:
    with pytest.raises(PatternError, match=told.replace("(", r"\(").replace(")", r"\)")):
        parse_pattern(phrase, WORDS, tokenize)


def test_anchors_are_the_rarest_words_every_match_holds() -> None:
    node = parse_pattern("(the|a)? (drug|alcohol) abuse/noun", {}, tokenize)
    assert anchors(node) is not None
    assert "abuse" in (anchors(node) or ()) or {"drug", "alcohol"} <= (anchors(node) or frozenset())


def test_a_phrase_of_gaps_has_no_anchor() -> None:
    assert anchors(parse_pattern("~ NP", {}, tokenize)) is None
