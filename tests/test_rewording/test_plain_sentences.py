"""A new act fits where the duty stands alone; beside a clause or another act there is only advice."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import duty, rewritten_sentence

GREET = "{v:greet} people"
DAILY = "checks_VBZ_root_0 bags_NNS_obj_0 daily_RB_advmod_0"
AND_SINGS = "checks_VBZ_root_0 bags_NNS_obj_0 and_CC_cc_4 sings_VBZ_conj_0 songs_NNS_obj_4"
COOKS_AND = "cooks_VBZ_root_0 soup_NN_obj_0 and_CC_cc_3 checks_VBZ_conj_0 bags_NNS_obj_3"
BEFORE_VISITS = "Before_IN_case_1 visits_NNS_obl_2 checks_VBZ_root_2 bags_NNS_obj_2"


@pytest.mark.parametrize(
    ("parse", "form", "expected"),
    [
        pytest.param(DAILY, "bullet", "greets people daily", id="its time, in a list"),
        pytest.param(DAILY, "sentence", "greets people daily", id="its time, in prose"),
        pytest.param(
            "Ilse_NNP_nsubj:pass_2 is_VBZ_aux:pass_2 expected_VBN_root_2 to_TO_mark_4 "
            "check_VB_xcomp_2 bags_NNS_obj_4",
            "sentence",
            "Ilse is expected to greet people",
            id="a verb that leads to it",
        ),
        pytest.param(AND_SINGS, "bullet", "greets people and sings songs", id="an act after"),
        pytest.param(AND_SINGS, "sentence", None, id="an act after, in prose"),
        pytest.param(COOKS_AND, "bullet", "cooks soup and greets people", id="an act before"),
        pytest.param(COOKS_AND, "sentence", None, id="an act before, in prose"),
        pytest.param(
            "Ilse_NNP_nsubj_5 ,_,_punct_3 who_WP_nsubj_3 cooks_VBZ_acl:relcl_0 ,_,_punct_3 "
            "checks_VBZ_root_5 bags_NNS_obj_5",
            "bullet",
            None,
            id="a relative clause",
        ),
        pytest.param(
            "When_WRB_advmod_2 aides_NNS_nsubj_2 rest_VBP_advcl_4 Ilse_NNP_nsubj_4 "
            "checks_VBZ_root_4 bags_NNS_obj_4",
            "bullet",
            None,
            id="its occasion",
        ),
        pytest.param(
            "visits_VBZ_root_0 homes_NNS_obj_0 to_TO_mark_3 check_VB_advcl_0 bags_NNS_obj_3",
            "bullet",
            None,
            id="what another act is for",
        ),
        pytest.param(
            "checks_VBZ_root_0 bags_NNS_obj_0 ,_,_punct_5 with_IN_case_5 a_DT_det_5 list_NN_obl_0",
            "bullet",
            "greets people",
            id="how it was done goes with it",
        ),
    ],
)
def test_what_stands_beside_a_new_act(parse: str, form: str, expected: str | None):
    act = "check bags" if "check_VB" in parse else "checks bags"
    assert rewritten_sentence(GREET, duty(parse, act, form=form)) == expected


def test_a_moment_of_the_old_act_is_none_of_an_act_with_its_own_time():
    assert rewritten_sentence(GREET, duty(BEFORE_VISITS, "checks bags", timeless=True)) is None
    assert rewritten_sentence(GREET, duty(BEFORE_VISITS, "checks bags")) == (
        "Before visits greets people"
    )
