"""What may be said of another act as well."""

from __future__ import annotations

from tests.test_rewording.sentences import duty, rewritten_sentence

HELP = "{v:help} {people|people} with {their} own {object|money} if {they} ask"


def test_a_new_act_with_its_own_time_keeps_the_hours_of_work_only():
    weekly = "checks_VBZ_root_0 rooms_NNS_obj_0 on_IN_case_3 Mondays_NNPS_obl_0"
    weekend = "checks_VBZ_root_0 rooms_NNS_obj_0 on_IN_case_3 weekends_NNS_obl_0"
    new = "helps people with their own money if they ask"
    assert rewritten_sentence(HELP, duty(weekly, "checks rooms", timeless=True)) is None
    assert rewritten_sentence(HELP, duty(weekend, "checks rooms", timeless=True)) == (
        f"on weekends, {new}"
    )
