"""What somebody has done is not reworded."""

from __future__ import annotations

import pytest

from peerlint.rewording import choose
from peerlint.rulebook.rule import Rewording
from tests.test_rewording.sentences import duty, sentence

GREET = "{v:greet} {people|people}"


def test_what_somebody_has_done_is_not_reworded():
    told = duty("Ilse_NNP_nsubj_1 counted_VBD_root_1 pills_NNS_obj_1", "counted pills")
    asked = duty("Ilse_NNP_nsubj_1 counts_VBZ_root_1 pills_NNS_obj_1", "counts pills")
    assert choose([Rewording(GREET)], told) == ()
    assert [one.text for one in choose([Rewording(GREET)], asked)] == ["greets people"]


@pytest.mark.parametrize(
    "parse",
    [
        "Sat_NNP_root_0 in_RP_advmod_0 on_IN_case_3 rounds_NNS_obl_0",
        "Read_VBN_root_0 the_DT_det_2 chart_NN_obj_0",
        "changed_VBN_root_0 and_CC_cc_2 bagged_VBN_conj_0 sheets_NNS_obj_0",
    ],
)
def test_a_note_tells_of_the_past_whatever_its_first_word_was_read_as(parse: str):
    told = duty(parse, sentence(parse).text)
    assert choose([Rewording(GREET)], told) == ()


def test_what_a_past_act_was_for_is_told_too():
    told = duty(
        "Ilse_NNP_nsubj_1 called_VBD_root_1 to_TO_mark_3 count_VB_advcl_1 pills_NNS_obj_3",
        "count pills",
    )
    assert choose([Rewording(GREET)], told) == ()
