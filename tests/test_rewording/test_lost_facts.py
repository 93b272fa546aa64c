"""What a sentence says of when and where is said beside the new act, or no new act is offered."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import duty, rewritten_sentence

HELP = "{v:help} {people|people} with their own money if they ask"


@pytest.mark.parametrize(
    ("parse", "match"),
    [
        pytest.param(
            "Hands_VBZ_root_0 out_RP_compound:prt_0 cash_NN_obj_0 weekly_RB_advmod_0",
            "Hands out cash weekly",
            id="how often",
        ),
        pytest.param(
            "Holds_VBZ_root_0 cash_NN_obj_0 at_IN_case_4 the_DT_det_4 desk_NN_obl_0",
            "Holds cash at the desk",
            id="a place",
        ),
        pytest.param(
            "Holds_VBZ_root_0 cash_NN_obj_0 in_IN_case_4 Rapid_NNP_compound_4 City_NNP_obl_0",
            "Holds cash in Rapid City",
            id="a town",
        ),
        pytest.param(
            "Holds_VBZ_root_0 cash_NN_obj_0 until_IN_case_4 a_DT_det_4 game_NN_obl_0",
            "Holds cash until a game",
            id="a moment",
        ),
        pytest.param(
            "Searches_VBZ_root_0 bags_NNS_obj_0 for_IN_case_3 sharps_NNS_obl_0",
            "Searches bags for sharps",
            id="what for",
        ),
        pytest.param(
            "Holds_VBZ_root_0 cash_NN_obj_0 while_IN_mark_4 guests_NNS_nsubj_4 swim_VBP_advcl_0",
            "Holds cash while guests swim",
            id="a clause about what goes on meanwhile",
        ),
        pytest.param(
            "Holds_VBZ_root_0 cash_NN_obj_0 before_IN_mark_4 they_PRP_nsubj_4 leave_VBP_advcl_0",
            "Holds cash before they leave",
            id="a clause about a moment",
        ),
    ],
)
def test_a_new_act_that_would_lose_it_is_not_offered(parse: str, match: str) -> None:
    assert rewritten_sentence(HELP, duty(parse, match, timeless=True)) is None


@pytest.mark.parametrize(
    ("parse", "match"),
    [
        pytest.param(
            "Holds_VBZ_root_0 cash_NN_obj_0 when_WRB_advmod_5 the_DT_det_4 clerk_NN_nsubj_5 "
            "leaves_VBZ_advcl_0 at_IN_case_7 noon_NN_obl_5",
            "Holds cash",
            id="a clause that goes with the old act",
        ),
        pytest.param(
            "Holds_VBZ_root_0 cash_NN_obj_0 on_IN_case_3 days_NNS_obl_0 the_DT_det_5 "
            "clerk_NN_nsubj_7 is_VBZ_cop_7 out_JJ_acl:relcl_3",
            "Holds cash",
            id="when somebody stands in",
        ),
        pytest.param(
            "Counts_VBZ_root_0 cash_NN_obj_0 every_DT_det_3 hour_NN_obl_0",
            "Counts cash every hour",
            id="the pace of the old act",
        ),
    ],
)
def test_what_only_the_old_act_had_goes(parse: str, match: str) -> None:
    at = duty(parse, match, timeless=True)
    assert rewritten_sentence(HELP, at) == "Helps people with their own money if they ask"


def test_what_the_new_words_say_is_not_lost():
    at = duty(
        "Reads_VBZ_root_0 files_NNS_obj_0 before_IN_mark_3 meeting_VBG_advcl_0 guests_NNS_obj_3",
        "Reads files before meeting guests",
        people="guests",
    )
    template = "{v:get} to know {people|people} by meeting {them}"
    assert rewritten_sentence(template, at) == "Gets to know guests by meeting them"


@pytest.mark.parametrize(
    ("parse", "slots"),
    [
        pytest.param(
            "Hands_VBZ_root_0 out_RP_compound:prt_0 cash_NN_obj_0 and_CC_cc_4 cards_NNS_conj_2",
            {"object": "cash"},
            id="the second of two things",
        ),
        pytest.param(
            "Hands_VBZ_root_0 out_RP_compound:prt_0 cash_NN_obj_0 and_CC_cc_4 cards_NNS_conj_2",
            {"object": "cards"},
            id="the first of two things",
        ),
        pytest.param(
            "Counsels_VBZ_root_0 members_NNS_obj_0 waiting_VBG_acl_1 for_IN_case_4 rooms_NNS_obl_2",
            {"people": "members"},
            id="what says who is meant",
        ),
        pytest.param(
            "Counsels_VBZ_root_0 members_NNS_obj_0 on_IN_case_4 the_DT_det_4 list_NN_nmod_1",
            {"people": "members"},
            id="where those are who are meant",
        ),
        pytest.param(
            "Push_VB_root_0 the_DT_det_2 goals_NNS_obj_0 the_DT_det_4 team_NN_nsubj_5 "
            "sets_VBZ_acl:relcl_2",
            {"object": "the goals the team"},
            id="the verb of a clause",
        ),
        pytest.param(
            "Counsels_VBZ_root_0 members_NNS_obj_0 on_IN_mark_5 why_WRB_advmod_5 they_PRP_nsubj_5 "
            "drink_VBP_advcl_0",
            {"people": "members", "object": "why they"},
            id="a question that breaks off",
        ),
        pytest.param(
            "Holds_VBZ_root_0 own_JJ_amod_2 cards_NNS_obj_0 of_IN_case_4 those_DT_nmod_2 "
            "who_WP_nsubj_6 ask_VBP_acl:relcl_4",
            {"object": "own cards of those who ask"},
            id="whose they are",
        ),
        pytest.param(
            "Holds_VBZ_root_0 cards_NNS_obj_0 and_CC_cc_3 gives_VBZ_conj_0 cash_NN_obj_3",
            {"object": "cards and gives cash"},
            id="the next act",
        ),
    ],
)
def test_half_of_a_phrase_is_not_said_again(parse: str, slots: dict[str, str]) -> None:
    at = duty(parse, " ".join(word.split("_")[0] for word in parse.split()), **slots)
    template = "{v:talk} with {people|people} about {object|plans}"
    assert rewritten_sentence(template, at) is None
