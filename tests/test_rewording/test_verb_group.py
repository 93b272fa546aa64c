"""`{v:…}` follows the matched verb."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import passage, rewritten_sentence

PROGRESSIVE = (
    "She_PRP_nsubj_3 is_VBZ_aux_3 not_RB_advmod_3 suffering_VBG_root_3 from_IN_case_5 "
    "depression_NN_obl_3 ._._punct_3"
)
DO_SUPPORT = (
    "The_DT_det_1 residents_NNS_nsubj_4 do_VBP_aux_4 not_RB_advmod_4 suffer_VB_root_4 "
    "from_IN_case_6 depression_NN_obl_4 ._._punct_4"
)
PARTICIPLE = (
    "Meet_VB_root_0 adults_NNS_obj_0 suffering_VBG_acl_1 from_IN_case_4 depression_NN_obl_2 "
    "._._punct_0"
)
PREDICATE = (
    "He_PRP_nsubj_4 was_VBD_cop_4 not_RB_advmod_4 mentally_RB_advmod_4 ill_JJ_root_4 ._._punct_4"
)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("refuses_VBZ", "He declines rides."),
        ("refused_VBD", "He declined rides."),
    ],
)
def test_tense_and_person(verb: str, expected: str):
    at = passage(f"He_PRP_nsubj_1 {verb}_root_1 rides_NNS_obj_1 ._._punct_1", verb.split("_")[0])
    assert rewritten_sentence("{v:decline}", at) == expected


@pytest.mark.parametrize(
    ("parse", "match", "expected"),
    [
        ("Refuse_VB_root_0 rides_NNS_obj_0 ._._punct_0", "Refuse", "Decline rides."),
        ("refusing_VBG_root_0 rides_NNS_obj_0", "refusing", "declining rides"),
        (
            "He_PRP_nsubj_2 may_MD_aux_2 refuse_VB_root_2 rides_NNS_obj_2 ._._punct_2",
            "refuse",
            "He may decline rides.",
        ),
        (
            "He_PRP_nsubj_3 does_VBZ_aux_3 n't_RB_advmod_3 refuse_VB_root_3 rides_NNS_obj_3 "
            "._._punct_3",
            "refuse",
            "He does n't decline rides.",
        ),
        (
            "Rides_NNS_nsubj:pass_2 were_VBD_aux:pass_2 refused_VBN_root_2 ._._punct_2",
            "refused",
            "Rides were declined.",
        ),
        (
            "He_PRP_nsubj_2 has_VBZ_aux_2 refused_VBN_root_2 rides_NNS_obj_2 ._._punct_2",
            "refused",
            "He has declined rides.",
        ),
    ],
)
def test_mood_voice_and_helping_verbs(parse: str, match: str, expected: str):
    result = rewritten_sentence("{v:decline}", passage(parse, match))
    assert result is not None
    assert result.replace(" n't", "n't") == expected.replace(" n't", "n't")


def test_a_helping_verb_inside_the_match_is_kept():
    at = passage(
        "He_PRP_nsubj_2 will_MD_aux_2 comply_VB_root_2 ._._punct_2", "will comply", head="comply"
    )
    assert rewritten_sentence("{v:decide}", at) == "He will decide."


def test_a_progressive_stays_progressive():
    at = passage(PROGRESSIVE, "suffering from depression", condition="depression")
    assert (
        rewritten_sentence("{v:live} with {condition}", at) == "She is not living with depression."
    )


def test_a_verb_of_state_leaves_the_progressive():
    at = passage(PROGRESSIVE, "suffering from depression", condition="depression")
    assert rewritten_sentence("{v:have} {condition}", at) == "She does not have depression."


def test_be_needs_no_do():
    at = passage(DO_SUPPORT, "suffer from depression", condition="depression")
    expected = "The residents are not diagnosed with depression."
    assert rewritten_sentence("{v:be} diagnosed with {condition}", at) == expected


def test_a_participle_becomes_a_relative_clause_for_a_verb_of_state():
    at = passage(PARTICIPLE, "suffering from depression", condition="depression")
    assert rewritten_sentence("{v:have} {condition}", at) == "Meet adults who have depression."
    assert (
        rewritten_sentence("{v:live} with {condition}", at) == "Meet adults living with depression."
    )


def test_the_copula_outside_the_match_gives_way_with_its_negation():
    at = passage(PREDICATE, "mentally ill")
    expected = "He did not have a mental health condition."
    assert rewritten_sentence("{v:have} a mental health condition", at) == expected


def test_nothing_between_copula_and_match_is_swallowed():
    at = passage(
        "He_PRP_nsubj_4 is_VBZ_cop_4 a_DT_det_4 kind_JJ_amod_4 addict_NN_root_4 ._._punct_4",
        "addict",
    )
    assert rewritten_sentence("{v:have} {det:a} addiction", at) is None


def test_a_predicate_noun_with_a_clause_keeps_its_copula():
    at = passage(
        "He_PRP_nsubj_3 was_VBD_cop_3 an_DT_det_3 addict_NN_root_3 who_WP_nsubj_5 "
        "called_VBD_acl:relcl_3 ._._punct_3",
        "addict",
    )
    assert rewritten_sentence("{v:have} an addiction", at) is None


def test_a_second_predicate_keeps_its_copula():
    at = passage(
        "He_PRP_nsubj_2 is_VBZ_cop_2 needy_JJ_root_2 and_CC_cc_4 loud_JJ_conj_2 ._._punct_2",
        "is needy",
        head="needy",
    )
    assert rewritten_sentence("{v:ask} for support", at) is None


def test_half_of_an_adjective_made_of_a_participle_takes_its_copula():
    at = passage(
        "He_PRP_nsubj_4 is_VBZ_aux_4 med_NN_compound_4 -_HYPH_punct_4 "
        "seeking_VBG_root_4 ._._punct_4",
        "is med - seeking",
        head="seeking",
    )
    assert rewritten_sentence("{v:ask} for medication", at) == "He asks for medication."


def test_two_predicate_nouns_keep_their_copula():
    at = passage(
        "He_PRP_nsubj_3 is_VBZ_cop_3 a_DT_det_3 diabetic_NN_root_3 and_CC_cc_6 an_DT_det_6 "
        "artist_NN_conj_3 ._._punct_3",
        "diabetic",
    )
    assert rewritten_sentence("{v:be} diagnosed with diabetes", at) is None
    assert rewritten_sentence("{n:person} with diabetes", at) == (
        "He is a person with diabetes and an artist."
    )


def test_an_addict_on_parole_keeps_be():
    at = passage(
        "She_PRP_nsubj_3 is_VBZ_cop_3 an_DT_det_3 addict_NN_root_3 on_IN_case_5 parole_NN_nmod_3 "
        "._._punct_3",
        "addict",
    )
    assert rewritten_sentence("{v:have} {det:a} substance use disorder", at) is None


def test_becomes_read_as_a_helping_verb_goes_with_the_match():
    at = passage(
        "He_PRP_nsubj_2 becomes_VBZ_aux:pass_2 agitated_VBN_root_2 ._._punct_2",
        "becomes agitated",
        head="agitated",
    )
    assert rewritten_sentence("{v:become} upset", at) == "He becomes upset."
