from __future__ import annotations

import pytest

from peerlint.rewording.inflection import VerbForm, article, conjugate, is_plural_word, pluralize


def _words(text: str) -> list[str]:
    return text.split()


AN = [
    "hour",
    "honest",
    "heir",
    "honor",
    "individual",
    "addict",
    "umbrella",
    "unusual",
    "unidentified",
    "uninsured",
    "urgent",
    "upset",
    "8",
    "80",
    "11",
    "18",
    "18-year-old",
    "ISP",
    "RN",
    "HIV",
    "SMI",
    "MD",
    "FBI",
    "X-ray",
    "older",
    "employee",
    "opioid",
]
A = [
    "person",
    "university",
    "unit",
    "user",
    "unique",
    "used",
    "usual",
    "European",
    "one",
    "one-time",
    "once",
    "urine",
    "uterine",
    "house",
    "hospital",
    "1",
    "100",
    "1,100",
    "7",
    "PTSD",
    "MAP",
    "SAMHSA",
    "CPS",
    "UTI",
    "US",
    "T-shirt",
    "veteran",
    "euphemism",
]


@pytest.mark.parametrize("word", AN)
def test_an_before_a_vowel_sound(word: str):
    assert article(word) == "an"


@pytest.mark.parametrize("word", A)
def test_a_before_a_consonant_sound(word: str):
    assert article(word) == "a"


def test_an_opening_quotation_mark_has_no_sound():
    assert article("“addict”") == "an"


@pytest.mark.parametrize(
    ("lemma", "form", "expected"),
    [
        ("be", VerbForm("VBP", first=True), "am"),
        ("be", VerbForm("VBD", plural=True), "were"),
        ("be", VerbForm("VBZ"), "is"),
        ("have", VerbForm("VBZ"), "has"),
        ("do", VerbForm("VBZ"), "does"),
        ("plan", VerbForm("VBG"), "planning"),
        ("focus", VerbForm("VBG"), "focusing"),
        ("tell", VerbForm("VBD"), "told"),
        ("self-harm", VerbForm("VBZ"), "self-harms"),
        ("leave", VerbForm("VB"), "leave"),
    ],
)
def test_verbs_take_the_form_asked_for(lemma: str, form: VerbForm, expected: str):
    assert conjugate(lemma, form) == expected


def test_the_plural_of_person_is_people():
    assert pluralize("person") == "people"
    assert pluralize("individual") == "individuals"
    assert pluralize("child") == "children"


@pytest.mark.parametrize("word", ["distress", "diagnosis", "status", "illness", "diabetes"])
def test_a_final_s_alone_makes_no_plural(word: str):
    assert not is_plural_word(word)


@pytest.mark.parametrize(
    ("word", "plural"), [("servicemen", True), ("specimen", False), ("women", True)]
)
def test_men_are_many(word: str, plural: bool):
    assert is_plural_word(word) is plural
