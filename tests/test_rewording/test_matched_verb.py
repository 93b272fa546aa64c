"""Which word is the verb, whatever the parse says."""

from __future__ import annotations

from tests.test_rewording.sentences import duty, rewritten_sentence

GREET = "{v:greet} {people|people}"


def test_a_verb_no_dictionary_knows_is_told_by_its_form():
    at = duty("Breathalyze_NNP_compound_1 returnees_NNS_root_1", "Breathalyze returnees")
    assert rewritten_sentence(GREET, at) == "Greet people"


def test_a_word_before_an_article_is_a_verb():
    at = duty(
        "Eves_NNS_root_0 :_:_punct_4 tally_RB_advmod_4 the_DT_det_4 packs_NNS_parataxis_0",
        "tally the packs",
    )
    assert rewritten_sentence(GREET, at) == "Eves : greet people".replace(" :", ":")


def test_an_imperative_read_as_the_subject_of_its_object():
    at = duty(
        "Award_NNP_nsubj_1 points_NNS_root_1 at_IN_case_3 noon_NN_nmod_1 ._._punct_1",
        "Award points",
    )
    assert rewritten_sentence("{v:explain} points to {people|people}", at) == (
        "Explain points to people at noon."
    )


def test_an_imperative_before_a_word_for_people():
    parse = "Record_NN_compound_1 member_NN_compound_2 contacts_NNS_root_2 ._._punct_2"
    at = duty(parse, "Record member contacts", people="member")
    assert rewritten_sentence(GREET, at) == "Greet members."
