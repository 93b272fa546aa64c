from __future__ import annotations

import pytest

from peerlint.rewording import ConditionError, Passage, check_condition, holds
from tests.test_rewording.sentences import passage

SUBJECT = passage("Addicts_NNS_nsubj_1 call_VBP_root_1 ._._punct_1", "Addicts")
OBJECT = passage("We_PRP_nsubj_1 met_VBD_root_1 an_DT_det_3 addict_NN_obj_1 ._._punct_1", "addict")
PREDICATE = passage(
    "He_PRP_nsubj_3 is_VBZ_cop_3 an_DT_det_3 addict_NN_root_3 ._._punct_3", "addict"
)
OWNER = passage("addicts_NNS_nmod:poss_2 '_POS_case_0 homes_NNS_root_2", "addicts")
MODIFIER = passage("Patient_NN_compound_1 education_NN_root_1", "Patient", form="heading")
REFUSED = passage(
    "He_PRP_nsubj_3 did_VBD_aux_3 not_RB_advmod_3 refuse_VB_root_3 help_NN_obj_3 ._._punct_3",
    "refuse",
)
PASSIVE = passage(
    "Help_NN_nsubj:pass_2 was_VBD_aux:pass_2 refused_VBN_root_2 ._._punct_2", "refused"
)
BULLET = passage("Refusing_VBG_root_0 help_NN_obj_0", "Refusing", form="bullet", object="help")
ONCE = passage(
    "They_PRP_nsubj_1 were_VBD_root_1 once_IN_mark_3 patients_NNS_obj_1 ._._punct_1", "patients"
)
OVERDOSE = passage("Overdose_NN_compound_1 patients_NNS_root_1", "patients")
SECTION = passage(
    "We_PRP_nsubj_1 see_VBP_root_1 Section_NNP_obj_1 12_CD_nummod_4 patients_NNS_obl_1", "patients"
)
WARD = passage("We_PRP_nsubj_1 see_VBP_root_1 ED_NNP_iobj_1 patients_NNS_obj_1", "patients")
TWELVE = passage("We_PRP_nsubj_1 see_VBP_root_1 12_CD_nummod_3 patients_NNS_obj_1", "patients")
SWALLOW = passage("We_PRP_nsubj_1 see_VBP_root_1 patients_NNS_nsubj_3 eat_VB_ccomp_1", "patients")
GUESTS = passage("Guests_NNS_nsubj_1 met_VBD_root_1 him_PRP_obj_1", "him")
PAST = passage("He_PRP_nsubj_1 refused_VBD_root_1 help_NN_obj_1 ._._punct_1", "refused")


@pytest.mark.parametrize(
    ("condition", "yes", "no"),
    [
        ("plural", SUBJECT, OBJECT),
        ("singular", OBJECT, SUBJECT),
        ("noun", OBJECT, PAST),
        ("verb", PAST, OBJECT),
        ("subject", SUBJECT, OBJECT),
        ("object", OBJECT, SUBJECT),
        ("predicate", PREDICATE, OBJECT),
        ("predicate", ONCE, SUBJECT),
        ("possessive", OWNER, SUBJECT),
        ("modifier", MODIFIER, OWNER),
        ("negated", REFUSED, PAST),
        ("passive", PASSIVE, PAST),
        ("past", PAST, REFUSED),
        ("infinitive", REFUSED, PAST),
        ("gerund", BULLET, PAST),
        ("bullet", BULLET, PAST),
        ("sentence", PAST, BULLET),
        ("heading", MODIFIER, PAST),
        ("sentence-start", SUBJECT, OBJECT),
        ("has:object", BULLET, PAST),
        ("has:people|object", BULLET, PAST),
        ("object", BULLET, PAST),
        ("word:addict", SUBJECT, PAST),
        ("act:refuse", PAST, SUBJECT),
        ("thing:help", BULLET, PAST),
        ("before:help", PAST, SUBJECT),
        ("after:an", OBJECT, SUBJECT),
        ("followed", MODIFIER, SUBJECT),
        ("near:call", SUBJECT, OBJECT),
        ("earlier:met", OBJECT, SUBJECT),
        ("before-verb", SWALLOW, OWNER),
        ("noun-before", OVERDOSE, SWALLOW),
        ("noun-before", SECTION, TWELVE),
        ("noun-before", WARD, TWELVE),
        ("many-before", GUESTS, OBJECT),
        ("modifies:education|rights", MODIFIER, OWNER),
    ],
)
def test_each_condition_tells_two_passages_apart(condition: str, yes: Passage, no: Passage):
    assert holds(condition, yes)
    assert not holds(condition, no)
    assert holds(f"not:{condition}", no)
    assert not holds(f"not:{condition}", yes)


def test_the_name_of_a_captured_slot_is_a_condition():
    assert holds("letters", passage("OCD_NNP_root_0", "OCD", letters="OCD"))
    assert not holds("letters", OBJECT)


def test_an_unknown_condition_is_named_with_those_that_are_known():
    with pytest.raises(ConditionError, match=r"plurel.*plural"):
        check_condition("plurel")
    with pytest.raises(ConditionError, match="wrod:"):
        check_condition("wrod:addict")
    check_condition("not:letters", frozenset({"letters"}))


def test_an_unknown_word_condition_does_not_pass_silently():
    with pytest.raises(ConditionError, match="wrod"):
        holds("wrod:addict", SUBJECT)
