"""Sentences whose rewording once read badly, each with the parse it really got."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import passage, rewritten_sentence

TALK = "{v:talk} openly with {people|people} about {their} {object|plans} and what they mean"
PERSON = "{n:person} receiving services"
USES = "{n:person} who {v:use} drugs"


@pytest.mark.parametrize(
    ("parse", "match", "slots", "template", "expected"),
    [
        pytest.param(
            "Docks_VBZ_compound_1 points_NNS_root_1 from_IN_case_3 students_NNS_nmod_1",
            "Docks points",
            {"people": "students"},
            "{v:sit} down with {people|people} and talk",
            "Sits down with students and talk",
            id="first verb of a bullet read as part of a noun",
        ),
        pytest.param(
            "Transports_VBZ_nsubj_1 detained_VBD_root_1 youth_NN_obj_1",
            "Transports detained youth",
            {"people": "youth"},
            "{v:stay} with {people|people}",
            "Stays with youth",
            id="first verb of a bullet read as subject",
        ),
        pytest.param(
            "Be_VB_cop_1 alert_VB_root_1 to_IN_case_3 changes_NNS_obl_1 ._._punct_1",
            "alert to changes",
            {},
            "{v:agree} with {people|people} on what is shared",
            "Agree with people on what is shared.",
            id="the be before the match goes with it",
        ),
        pytest.param(
            "did_VBD_root_0 rounds_NNS_obj_0 ,_,_punct_3 locked_VBN_conj_0 phones_NNS_obj_3",
            "locked phones",
            {},
            "{v:be} there for {people|people} who {a:want} company",
            "did rounds, was there for people who want company",
            id="a past tense after another, read as a participle",
        ),
        pytest.param(
            "Call_VB_root_0 patients_NNS_obj_0 until_IN_mark_4 they_PRP_nsubj_4 agree_VBP_advcl_0 "
            "to_IN_case_7 a_DT_det_7 visit_NN_obl_4 ._._punct_0",
            "Call patients until they agree to a visit",
            {"people": "patients"},
            "{v:offer} visits, and {v:come} by only when {people|people} have said yes",
            "Offer visits, and come by only when patients have said yes.",
            id="to a visit is no time",
        ),
        pytest.param(
            "Check_VB_root_0 rooms_NNS_obj_0 every_DT_det_4 thirty_CD_nummod_4 "
            "minutes_NNS_obl:unmarked_0 ._._punct_0",
            "Check rooms",
            {"object": "rooms"},
            "{v:spend} time with {people|people} who {a:want} company",
            "Spend time with people who want company.",
            id="the pace of the old act goes",
        ),
        pytest.param(
            "Count_VB_root_0 pills_NNS_obj_0 only_RB_advmod_4 during_IN_case_4 "
            "visits_NNS_obl_0 ._._punct_0",
            "Count pills",
            {"object": "pills"},
            "{v:listen} to {people|people}",
            "Listen to people during visits.",
            id="only goes, when and where stay",
        ),
        pytest.param(
            "Independently_RB_advmod_1 carry_VB_root_1 a_DT_det_3 caseload_NN_obj_1 ._._punct_1",
            "carry a caseload",
            {},
            "{v:work} with {people|people} who {a:choose} it",
            "Work with people who choose it.",
            id="the manner of the old act goes",
        ),
        pytest.param(
            "Ferry_VB_root_0 veterans_NNS_obj_0 to_IN_case_4 the_DT_det_4 clinic_NN_obl_0 "
            "and_CC_cc_6 back_RB_conj_4 on_IN_case_8 Mondays_NNPS_obl_0 ._._punct_0",
            "Ferry veterans",
            {"people": "veterans"},
            "{v:go} along with {people|people}",
            "Go along with veterans on Mondays.",
            id="the way back goes with the way",
        ),
        pytest.param(
            "Lets_VBZ_root_0 staff_NNS_obj_0 know_VB_xcomp_0 about_IN_case_4 drinking_NN_obl_2 "
            "on_IN_case_7 the_DT_det_7 unit_NN_obl_2",
            "Lets staff know about drinking on the",
            {},
            "{v:agree} with {people|people} on what is shared",
            "Agrees with people on what is shared",
            id="the noun after a cut match goes",
        ),
        pytest.param(
            "Read_VB_root_0 the_DT_det_2 person_NN_nmod:poss_4 's_POS_case_2 file_NN_obj_0 "
            "._._punct_0",
            "Read the person's file",
            {"people": "the person", "object": "the person's file"},
            "{v:read} {object|the file} with {people|people}",
            "Read the file with the person.",
            id="a thing without its owner takes an article",
        ),
        pytest.param(
            "types_VBZ_root_0 progress_VBP_xcomp_0 notes_NNS_obj_1 for_IN_case_4 staff_NNS_nmod_2",
            "progress notes",
            {},
            "{v:write} any notes together with {people|people}",
            None,
            id="a noun after a verb, read as a verb",
        ),
        pytest.param(
            "Improve_VB_root_0 clinic_NN_compound_2 show_VB_obj_0 rates_NNS_obj_2",
            "show rates",
            {},
            "{v:support} {people|people}",
            None,
            id="a noun in a compound, read as a verb",
        ),
        pytest.param(
            "Proctors_VBZ_compound_1 urine_NN_nsubj_2 drops_VBZ_root_2 at_IN_case_4 noon_NN_obl_2",
            "Proctors urine",
            {},
            TALK,
            None,
            id="half of the thing would be left",
        ),
        pytest.param(
            "Filling_VBG_root_0 in_RP_compound:prt_0 :_:_punct_3 making_VBG_parataxis_0 "
            "coffee_NN_obj_3",
            "Filling in",
            {},
            "{v:cover} for {team|other peer workers}",
            None,
            id="the label of a list",
        ),
        pytest.param(
            "Doors_NNS_nsubj:pass_2 are_VBP_aux:pass_2 locked_VBN_root_2 so_RB_mark_5 "
            "residents_NNS_nsubj_5 attend_VBP_advcl_2 groups_NNS_obj_5 ._._punct_2",
            "so residents attend groups",
            {"people": "residents"},
            "{v:talk} over the choices with {people|people}",
            None,
            id="a clause with its own subject",
        ),
        pytest.param(
            "Screening_VBG_root_0 people_NNS_obj_0 using_VBG_advcl_0 the_DT_det_4 form_NN_obj_2",
            "using the form",
            {},
            "{v:help} {people|people} see their scores",
            None,
            id="a participle that says how",
        ),
        pytest.param(
            "Coaches_NNS_nsubj_1 persuade_VBP_root_1 people_NNS_obj_1 and_CC_cc_5 will_MD_aux_5 "
            "meet_VB_conj_1 them_PRP_obj_5 ._._punct_1",
            "persuade people and will meet",
            {"people": "people"},
            "{v:talk} over the choices with {people|people}",
            None,
            id="a second clause inside the match",
        ),
        pytest.param(
            "need_VBP_root_0 to_TO_mark_3 be_VB_aux_3 checking_VBG_xcomp_0 bags_NNS_obj_3 "
            "and_CC_cc_6 searching_VBG_conj_3 rooms_NNS_obj_6",
            "checking bags",
            {},
            "{v:be} there for {people|people}",
            None,
            id="a second participle shares the be",
        ),
        pytest.param(
            "Assess_VB_root_0 clients_NNS_nmod:poss_3 '_POS_case_1 housing_NN_obj_0 ,_,_punct_5 "
            "health_NN_conj_3 and_CC_cc_7 work_NN_conj_3 ._._punct_0",
            "clients",
            {},
            PERSON,
            None,
            id="several things owned",
        ),
        pytest.param(
            "Identify_VB_root_0 client_NN_compound_2 needs_VBZ_obj_0 at_IN_case_4 intake_NN_obl_0",
            "client",
            {},
            PERSON,
            None,
            id="before a noun read as a verb",
        ),
        pytest.param(
            "Use_VB_root_0 the_DT_det_2 client_NN_obj_0 restroom_NN_xcomp_0 ._._punct_0",
            "client",
            {},
            PERSON,
            None,
            id="before a noun read as another object",
        ),
        pytest.param(
            "Monitor_VB_root_0 detox_NN_compound_2 clients_NNS_obj_0 ._._punct_0",
            "clients",
            {},
            PERSON,
            None,
            id="after a noun that describes it",
        ),
        pytest.param(
            "Data_NN_root_0 on_IN_case_5 completed_VBN_amod_5 and_CC_cc_4 failed_VBN_conj_2 "
            "suicides_NNS_nmod_0 ._._punct_0",
            "failed suicides",
            {},
            "suicide {n:attempt}",
            None,
            id="half of a pair of adjectives",
        ),
        pytest.param(
            "Consumers_NNS_nsubj_4 of_IN_case_3 our_PRP$_nmod:poss_3 services_NNS_nmod_0 "
            "vote_VBP_root_4 ._._punct_4",
            "Consumers",
            {},
            PERSON,
            None,
            id="of after a longer phrase",
        ),
        pytest.param(
            "He_PRP_nsubj_3 is_VBZ_cop_3 a_DT_det_3 junkie_NN_root_3 who_WP_nsubj_5 "
            "steals_VBZ_acl:relcl_3 ._._punct_3",
            "junkie",
            {},
            USES,
            "He is a person who uses drugs and who steals.",
            id="a second who",
        ),
        pytest.param(
            "The_DT_det_4 elderly_RB_amod_4 and_CC_cc_3 disabled_JJ_conj_1 eat_NN_root_4",
            "The elderly",
            {},
            "older adults",
            None,
            id="an adjective that lives on the article of the one before",
        ),
        pytest.param(
            "The_DT_det_2 peer_NN_compound_2 reports_NNS_root_2 to_IN_case_5 the_DT_det_5 "
            "lead_NN_nmod_2 ._._punct_2",
            "The peer",
            {},
            "peer {n:worker}",
            "The peer worker reports to the lead.",
            id="a subject whose verb was read as a noun",
        ),
        pytest.param(
            "She_PRP_nsubj_1 answered_VBD_root_1 that_IN_mark_6 the_DT_det_5 SMI_NN_compound_5 "
            "population_NN_nsubj_6 needs_VBZ_ccomp_1 time_NN_obj_6 ._._punct_1",
            "the SMI population",
            {},
            "people with serious mental health conditions",
            "She answered that people with serious mental health conditions need time.",
            id="that before a clause is no word for one of many",
        ),
        pytest.param(
            "Calls_VBZ_root_0 each_DT_obj_0 of_IN_case_4 the_DT_det_4 elderly_JJ_nmod_1 ._._punct_0",
            "the elderly",
            {},
            "older adults",
            "Calls each of the older adults.",
            id="some of a known group",
        ),
        pytest.param(
            "S_ADD_nsubj_5 /_,_cc_3 he_PRP_nsubj_3 answers_VBZ_conj_0 ,_,_punct_5 keeps_VBZ_root_5 "
            "keys_NNS_obj_5 ._._punct_5",
            "S / he",
            {},
            "they",
            "They answer, keep keys.",
            id="a pair of pronouns that the parse gives two verbs",
        ),
        pytest.param(
            "Reason_NN_root_0 :_:_punct_0 Pt_NN_nsubj_5 is_VBZ_cop_5 a_DT_det_5 veteran_NN_list_0",
            "Pt",
            {},
            "{n:person}",
            "Reason: The person is a veteran",
            id="shorthand before be",
        ),
        pytest.param(
            "Past_JJ_amod_1 attempts_NNS_nsubj_6 ,_,_punct_5 including_VBG_case_5 failed_JJ_amod_5 "
            "ones_NNS_nmod_1 count_VBP_root_6",
            "failed ones",
            {},
            "past attempts",
            None,
            id="what stands before it already",
        ),
        pytest.param(
            "The_DT_det_2 target_NN_compound_2 population_NN_nsubj_4 is_VBZ_cop_4 SMI_NN_root_4 "
            "and_CC_cc_7 diagnosed_VBN_amod_7 individuals_NNS_conj_4",
            "The target population",
            {},
            "the people this program is for",
            None,
            id="a noun beside the predicate is no verb",
        ),
        pytest.param(
            "Rides_NNS_root_0 for_IN_case_5 confused_JJ_compound_5 or_CC_cc_4 senile_NN_conj_2 "
            "clients_NNS_obl_0",
            "senile clients",
            {},
            "people with dementia",
            None,
            id="the first of two adjectives would be left",
        ),
        pytest.param(
            "Said_VBD_root_0 how_WRB_advmod_2 pt_NN_obl_0 ._._punct_0 is_VBZ_aux_5 coping_VBG_conj_0",
            "pt",
            {},
            "{n:person}",
            None,
            id="an abbreviation inside its sentence",
        ),
    ],
)
def test_sentence(parse: str, match: str, slots: dict[str, str], template: str, expected: str):
    form = "bullet" if parse[0].isupper() and "_nsubj_" not in parse.split()[0] else "sentence"
    form = "bullet" if parse.startswith(("Transports", "types")) else form
    assert rewritten_sentence(template, passage(parse, match, form=form, **slots)) == expected
