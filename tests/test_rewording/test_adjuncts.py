"""When and where, said first or last."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence

LISTEN = "{v:sit} down with {people|people} who {a:want} company and {v:listen} to them"
COUNT = "Count_VB_root_0 pills_NNS_obj_0"


def test_time_comes_first_before_the_subject_too():
    at = passage(
        "The_DT_det_1 coach_NN_nsubj_2 counts_VBZ_root_2 pills_NNS_obj_2 on_IN_case_5 "
        "Fridays_NNPS_obl_2 ._._punct_2",
        "counts pills",
        object="pills",
    )
    assert rewritten_sentence(LISTEN, at) == (
        "On Fridays, the coach sits down with people who want company and listens to them."
    )


def test_few_new_words_leave_time_where_it_stands():
    at = passage(
        f"{COUNT} each_DT_det_3 morning_NN_obl:unmarked_0 ._._punct_0", "Count pills", form="bullet"
    )
    assert rewritten_sentence("{v:greet} {people|people}", at) == "Greet people each morning."


def test_nothing_is_offered_where_time_would_join_the_last_clause_of_the_new_words():
    at = passage(
        "They_PRP_nsubj_1 say_VBP_root_1 coaches_NNS_nsubj_3 count_VBP_ccomp_1 pills_NNS_obj_3 "
        "daily_RB_advmod_3 ._._punct_1",
        "count pills",
        object="pills",
    )
    assert rewritten_sentence("{v:sit} with {people|people}", at) is not None
    assert rewritten_sentence("{v:sit} with {people|people} where that helps", at) is None
