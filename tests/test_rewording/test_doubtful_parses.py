"""Duties whose parse misleads: the verb's form is kept, or no rewording is offered."""

from __future__ import annotations

import pytest

from peerlint.values import replace
from tests.test_rewording.sentences import duty, rewritten_sentence

SIT = "{v:sit} down with {people|people} who {a:want} company and {v:listen} to {them}"


@pytest.mark.parametrize(
    ("parse", "match", "expected"),
    [
        pytest.param(
            "report_VB_compound_1 drinking_NN_root_1",
            "report drinking",
            "sit down with people who want company and listen to them",
            id="the verb of a fragment read as part of a noun",
        ),
        pytest.param(
            "calls_VBZ_csubj_5 people_NNS_iobj_0 whose_WP$_nmod:poss_3 refills_NNS_obj_0 "
            "are_VBP_cop_5 late_JJ_root_5",
            "calls people whose refills are late",
            "sits down with people who want company and listens to them",
            id="the verb of a fragment read as a clause",
        ),
        pytest.param(
            "Records_NNS_root_0 in_IN_case_3 the_DT_det_3 chart_NN_nmod_0 their_PRP$_nmod:poss_5 "
            "participation_NN_obj_0",
            "Records in the chart their participation",
            "Sits down with people who want company and listens to them",
            id="a noun with an object is a verb",
        ),
        pytest.param(
            "Cleaned_VBN_root_0 out_RP_compound:prt_0 fridge_NN_obj_0",
            "Cleaned out fridge",
            "Sat down with people who want company and listened to them",
            id="a past tense read as a participle",
        ),
        pytest.param(
            "Alisha_NNP_nsubj_1 agreed_VBD_root_1 to_TO_mark_3 answer_VB_xcomp_1 phones_NNS_obj_3 "
            "and_CC_cc_6 decide_VBP_conj_1 who_WP_nsubj_8 goes_VBZ_ccomp_6",
            "decide who goes",
            "Alisha agreed to answer phones and sit down with people who want company and listen "
            "to them",
            id="no present after a singular",
        ),
        pytest.param(
            "laundry_NN_root_0 ,_,_punct_3 head_NN_compound_3 counts_VBZ_conj_0 ,_,_punct_5 "
            "breakfast_NN_conj_0",
            "head counts",
            None,
            id="a noun of a list read as a verb",
        ),
        pytest.param(
            "clients_NNS_root_0 persuaded_VBD_acl_0 into_IN_case_3 care_NN_obl_1",
            "persuaded",
            None,
            id="a participle that says which",
        ),
        pytest.param(
            "passes_VBZ_root_0 out_RP_compound:prt_0 pills_NNS_obj_0 at_IN_case_5 the_DT_det_5 "
            "crisis_NN_obl_0 residential_JJ_amod_7 program_NN_obj_0",
            "passes out pills",
            None,
            id="a second object",
        ),
        pytest.param(
            "tasks_NNS_root_0 which_WDT_nsubj_2 relieve_VBP_acl:relcl_0 staff_NNS_obj_2",
            "relieve staff",
            None,
            id="things that act",
        ),
        pytest.param(
            "I_PRP_nsubj_1 type_VBP_root_1 agendas_NNS_obj_1 and_CC_cc_6 I_PRP_nsubj_6 "
            "have_VBP_aux_6 rested_VBN_conj_1",
            "type agendas and I",
            None,
            id="the subject of the next verb in the match",
        ),
    ],
)
def test_the_form_of_the_old_act(parse: str, match: str, expected: str | None):
    assert rewritten_sentence(SIT, duty(parse, match)) == expected


def test_a_participle_of_a_thing_takes_no_new_act():
    parse = (
        "Counts_NNS_root_0 at_IN_case_2 nine_CD_nmod_0 ,_,_punct_4 done_VBN_acl_0 "
        "by_IN_case_6 guides_NNS_obl_4"
    )
    at = duty(parse, "Counts at nine, done")
    assert rewritten_sentence(SIT, at)
    assert rewritten_sentence(SIT, replace(at, head=4)) is None
