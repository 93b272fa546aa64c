"""`{n:…}` and what must agree around it."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import passage, rewritten_sentence

DIAGNOSED = "{n:person} diagnosed with schizophrenia"
FAMILIES = (
    "The_DT_det_1 schizophrenics_NNS_nmod:poss_3 '_POS_case_1 families_NNS_nsubj_4 "
    "meet_VBP_root_4 ._._punct_4"
)


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


def test_a_possessive_keeps_its_mark_on_a_plain_noun():
    assert rewritten_sentence("{n:person}", passage(FAMILIES, "schizophrenics")) == (
        "The people's families meet."
    )


def test_a_possessive_is_turned_round_where_words_follow_the_noun():
    assert rewritten_sentence(DIAGNOSED, passage(FAMILIES, "schizophrenics")) == (
        "The families of people diagnosed with schizophrenia meet."
    )


def test_a_possessive_singular_takes_the_article_along():
    at = passage(
        "Read_VB_root_0 an_DT_det_2 addict_NN_nmod:poss_4 's_POS_case_2 letter_NN_obj_0 "
        "._._punct_0",
        "addict",
    )
    expected = "Read the letter of a person in recovery."
    assert rewritten_sentence("{n:person} in recovery", at) == expected


def test_own_words_are_not_turned_round():
    at = passage(
        "Use_VB_root_0 the_DT_det_2 client_NN_nmod:poss_5 's_POS_case_2 own_JJ_amod_5 "
        "words_NNS_obj_0 ._._punct_0",
        "client",
    )
    assert rewritten_sentence("{n:person} receiving services", at) is None
    assert rewritten_sentence("{n:person}", at) == "Use the person's own words."


def test_a_noun_before_another_noun_takes_no_long_phrase():
    at = passage("Patient_NN_compound_1 education_NN_root_1", "Patient")
    assert rewritten_sentence("{n:person} receiving services", at) is None


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


def test_a_new_plural_subject_moves_its_verb_and_determiner():
    at = passage(
        "This_DT_det_1 group_NN_nsubj_2 needs_VBZ_root_2 rest_NN_obj_2 and_CC_cc_5 "
        "has_VBZ_conj_2 plans_NNS_obj_5 ._._punct_2",
        "group",
    )
    assert rewritten_sentence("people we support", at) == (
        "These people we support need rest and have plans."
    )


def test_a_determiner_that_no_plural_can_follow_leaves_the_sentence_alone():
    at = passage(
        "Every_DT_det_1 group_NN_nsubj_2 needs_VBZ_root_2 rest_NN_obj_2 ._._punct_2", "group"
    )
    assert rewritten_sentence("people we support", at) is None


def test_the_indefinite_article_goes_before_a_plural_and_a_mass_noun():
    at = passage(
        "Has_VBZ_root_0 an_DT_det_2 illness_NN_obj_0 ._._punct_0",
        "illness",
    )
    assert rewritten_sentence("mental health challenges", at) == "Has mental health challenges."
    assert rewritten_sentence("emotional distress", at) == "Has emotional distress."


def test_a_long_phrase_goes_last_in_a_bare_pair():
    at = passage(
        "Clients_NNS_nsubj_3 and_CC_cc_2 families_NNS_conj_0 eat_VBP_root_3 ._._punct_3", "Clients"
    )
    assert rewritten_sentence("{n:person} receiving services", at) == (
        "Families and people receiving services eat."
    )


def test_words_already_there_are_not_said_twice():
    at = passage(
        "Clients_NNS_nsubj_3 receiving_VBG_acl_0 services_NNS_obj_1 eat_VBP_root_3 ._._punct_3",
        "Clients",
    )
    assert rewritten_sentence("{n:person} receiving services", at) is None


def test_half_of_a_hyphenated_word_takes_one_word_only():
    at = passage("Client_NN_compound_1 work_NN_root_1", "Client")
    assert at.doc.text == "Client work"
    from spacy.tokens import Doc

    from peerlint.rewording import Passage

    doc = Doc(
        at.doc.vocab,
        words=["client", "-", "centered", "work"],
        spaces=[False, False, True, False],
        tags=["NN", "HYPH", "VBN", "NN"],
        deps=["compound", "punct", "amod", "root"],
        heads=[2, 2, 3, 3],
    )
    half = Passage(doc, 0, 1)
    assert rewritten_sentence("{n:person} receiving services", half) is None
    assert rewritten_sentence("{n:person}", half) == "person-centered work"


def test_each_and_any_go_with_a_possessor_that_is_turned_round():
    at = passage(
        "Ask_VB_root_0 any_DT_det_2 addict_NN_nmod:poss_4 's_POS_case_2 "
        "sponsor_NN_obj_0 ._._punct_0",
        "addict",
    )
    assert rewritten_sentence("{n:person} in recovery", at) == (
        "Ask the sponsor of any person in recovery."
    )


def test_a_new_plural_moves_the_verb_of_a_who_clause():
    at = passage(
        "A_DT_det_1 patient_NN_nsubj_4 who_WP_nsubj_3 was_VBD_acl:relcl_1 "
        "called_VBD_root_4 ._._punct_4",
        "patient",
    )
    assert rewritten_sentence("older adults", at) == "Older adults who were called."


def test_an_article_inside_the_match_is_kept_before_a_singular():
    at = passage("The_DT_det_1 peer_NN_nsubj_2 called_VBD_root_2 ._._punct_2", "The peer")
    assert rewritten_sentence("peer {n:worker}", at) == "The peer worker called."
    assert rewritten_sentence("someone in a peer role", at) == "Someone in a peer role called."


def test_former_and_a_long_phrase_do_not_go_together():
    at = passage("Former_JJ_amod_1 patients_NNS_nsubj_2 called_VBD_root_2 ._._punct_2", "patients")
    assert rewritten_sentence("{n:person} receiving services", at) is None
    assert rewritten_sentence("{n:guest}", at) == "Former guests called."


def test_every_and_a_make_a_singular_whatever_the_tag():
    at = passage(
        "Bring_VB_root_0 every_DT_det_2 EDP_NNPS_obj_0 home_RB_advmod_0 ._._punct_0", "EDP"
    )
    assert (
        rewritten_sentence("{n:person} in distress", at) == "Bring every person in distress home."
    )


def test_a_phrase_with_of_stays_with_the_owned_thing():
    at = passage(
        "Ask_VB_root_0 the_DT_det_2 client_NN_nmod:poss_4 's_POS_case_2 stage_NN_obj_0 of_IN_case_6 "
        "grief_NN_nmod_4 ._._punct_0",
        "client",
    )
    expected = "Ask the stage of grief of the person receiving services."
    assert rewritten_sentence("{n:person} receiving services", at) == expected


def test_an_abbreviation_in_brackets_is_left_alone():
    at = passage(
        "Drug_NN_compound_1 users_NNS_nsubj_5 (_-LRB-_punct_3 IDUs_NNS_appos_1 )_-RRB-_punct_3 "
        "come_VBP_root_5 ._._punct_5",
        "IDUs",
    )
    assert rewritten_sentence("{n:person} who {v:inject} drugs", at) is None


def test_an_adverb_does_not_lose_its_adjective():
    at = passage(
        "Actively_RB_advmod_1 suicidal_JJ_amod_2 guests_NNS_nsubj_3 call_VBP_root_3 ._._punct_3",
        "suicidal guests",
        person="guests",
    )
    assert rewritten_sentence("{person} who {v:have} thoughts of suicide", at) is None


def test_an_adjective_for_two_nouns_is_left_alone():
    at = passage(
        "Disturbed_JJ_amod_1 teens_NNS_nsubj_4 and_CC_cc_3 youth_NN_conj_1 ride_VBP_root_4 "
        "._._punct_4",
        "Disturbed teens",
        person="teens",
    )
    assert rewritten_sentence("{person} with needs", at) is None


def test_a_word_before_another_noun_is_no_partner_to_change_places_with():
    at = passage(
        "Drunks_NNS_nsubj_4 and_CC_cc_3 meth_NN_conj_0 heads_NNS_conj_0 come_VBP_root_4 ._._punct_4",
        "Drunks",
    )
    expected = "People who are intoxicated and meth heads come."
    assert rewritten_sentence("{n:person} who {v:be} intoxicated", at) == expected
