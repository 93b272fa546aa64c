"""`{n:…}` and what must agree around it."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import passage, rewritten_sentence


@pytest.mark.parametrize(
    ("parse", "match", "template", "expected"),
    [
        (
            "An_DT_det_1 addict_NN_nsubj_2 called_VBD_root_2 ._._punct_2",
            "addict",
            "{n:person} in recovery",
            "A person in recovery called.",
        ),
        (
            "A_DT_det_1 client_NN_nsubj_2 called_VBD_root_2 ._._punct_2",
            "client",
            "{n:individual}",
            "An individual called.",
        ),
        (
            "Addicts_NNS_nsubj_1 called_VBD_root_1 ._._punct_1",
            "Addicts",
            "{n:person} with {det:a} substance use {n:disorder}",
            "People with substance use disorders called.",
        ),
        (
            "An_DT_det_1 addict_NN_nsubj_2 called_VBD_root_2 ._._punct_2",
            "addict",
            "{n:person} with {det:a} opioid use {n:disorder}",
            "A person with an opioid use disorder called.",
        ),
        (
            "Addicts_NNS_nsubj_4 and_CC_cc_3 their_PRP$_nmod:poss_3 families_NNS_conj_0 "
            "call_VBP_root_4 ._._punct_4",
            "Addicts",
            "{n:person} in recovery",
            "People in recovery and their families call.",
        ),
    ],
)
def test_number_and_article(parse: str, match: str, template: str, expected: str):
    assert rewritten_sentence(template, passage(parse, match)) == expected


def test_modified_turns_the_compound_round():
    at = passage("Patient_NN_compound_1 education_NN_root_1", "Patient")
    assert rewritten_sentence("{modified} for {n:person} receiving services", at) == (
        "Education for people receiving services"
    )


def test_an_adjective_moves_behind_its_noun():
    at = passage(
        "A_DT_det_2 wheelchair-bound_JJ_amod_2 artist_NN_nsubj_3 eats_VBZ_root_3 ._._punct_3",
        "wheelchair-bound",
    )
    assert rewritten_sentence("{modified} who {v:use} a wheelchair", at) == (
        "An artist who uses a wheelchair eats."
    )


def test_a_compact_phrase_stands_before_its_noun_with_the_right_article():
    at = passage(
        "An_DT_det_3 alcohol_NN_compound_2 abuse_NN_compound_3 counselor_NN_nsubj_4 "
        "came_VBD_root_4 ._._punct_4",
        "alcohol abuse",
    )
    assert rewritten_sentence("substance use", at) == "A substance use counselor came."


def test_the_article_of_a_group_goes():
    at = passage(
        "The_DT_det_2 mentally_RB_advmod_2 ill_JJ_nsubj_4 are_VBP_cop_4 welcome_JJ_root_4 "
        "._._punct_4",
        "The mentally ill",
    )
    assert rewritten_sentence("people with mental health conditions", at) == (
        "People with mental health conditions are welcome."
    )


def test_an_article_inside_the_match_is_kept_before_a_singular():
    at = passage("The_DT_det_1 peer_NN_nsubj_2 called_VBD_root_2 ._._punct_2", "The peer")
    assert rewritten_sentence("peer {n:worker}", at) == "The peer worker called."
    assert rewritten_sentence("someone in a peer role", at) == "Someone in a peer role called."


def test_what_follows_is_not_read_with_a_clause():
    template = "{n:person} who {v:use} drugs"
    parse = "Feed_VB_root_0 addicts_NNS_obj_0 on_IN_case_3 Mondays_NNPS_obl_0 ._._punct_0"
    assert rewritten_sentence(template, passage(parse, "addicts")) is None
    parse = "Feed_VB_root_0 addicts_NNS_obj_0 ._._punct_0"
    assert rewritten_sentence(template, passage(parse, "addicts")) == "Feed people who use drugs."
