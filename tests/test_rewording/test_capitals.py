from __future__ import annotations

import pytest

from tests.test_rewording.sentences import passage, rewritten_sentence

WHO = "{n:person} who {v:use} services"


@pytest.mark.parametrize(
    ("parse", "match", "form", "expected"),
    [
        (
            "MENTAL_JJ_amod_1 PATIENTS_NNS_root_1",
            "MENTAL PATIENTS",
            "heading",
            "PEOPLE WHO USE SERVICES",
        ),
        (
            "Rights_NNS_root_0 of_IN_case_2 Patients_NNS_nmod_0",
            "Patients",
            "heading",
            "Rights of People Who Use Services",
        ),
        (
            "Rights_NNS_root_0 of_IN_case_2 patients_NNS_nmod_0",
            "patients",
            "heading",
            "Rights of people who use services",
        ),
        (
            "patients_NNS_nsubj_1 eat_VBP_root_1",
            "patients",
            "bullet",
            "people who use services eat",
        ),
        (
            "Patients_NNS_nsubj_1 eat_VBP_root_1 ._._punct_1",
            "Patients",
            "sentence",
            "People who use services eat.",
        ),
        (
            "Note_NN_root_0 :_:_punct_0 Patients_NNS_nsubj_3 eat_VBP_parataxis_0 ._._punct_0",
            "Patients",
            "sentence",
            "Note: People who use services eat.",
        ),
        (
            "Note_NN_root_0 :_:_punct_0 SMI_NN_compound_3 patients_NNS_nsubj_4 eat_VBP_parataxis_0",
            "SMI patients",
            "sentence",
            "Note: people who use services eat",
        ),
    ],
)
def test_capitals_follow_the_replaced_words(parse: str, match: str, form: str, expected: str):
    assert rewritten_sentence(WHO, passage(parse, match, form=form)) == expected


@pytest.mark.parametrize(
    ("match", "expected"),
    [("USERS", "NIGHT PERSONS in Elm House"), ("SMI", "NIGHT Persons in Elm House")],
)
def test_capitals_go_on_after_a_word_in_capitals(match: str, expected: str):
    at = passage(
        f"NIGHT_NN_compound_1 {match}_NNS_root_1 in_IN_case_4 Elm_NNP_compound_4 House_NNP_nmod_1",
        match,
    )
    assert rewritten_sentence("persons", at) == expected


def test_the_closing_mark_of_the_match_is_kept():
    at = passage(
        "Pass_VB_root_0 meds_NNS_obj_0 ._._punct_0", "Pass meds.", head="Pass", form="bullet"
    )
    assert rewritten_sentence("{v:greet} people", at) == "Greet people."


def test_a_question_brings_its_own_mark():
    at = passage("List_VB_root_0 diagnoses_NNS_obj_0 ._._punct_0", "List diagnoses", form="bullet")
    assert rewritten_sentence("how would you help?", at) == "How would you help?"
