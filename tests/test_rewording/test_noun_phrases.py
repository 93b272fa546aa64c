"""Where a phrase ends."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import found


@pytest.mark.parametrize(
    ("rest", "people"),
    [
        ("go_VBP_acl:relcl_1 quiet_RB_xcomp_0", "members who go quiet"),
        (
            "skip_VBP_acl:relcl_1 class_NN_obj_3 to_TO_mark_6 come_VB_advcl_3",
            "members who skip class",
        ),
        ("want_VBP_acl:relcl_1 to_TO_mark_5 talk_VB_xcomp_3", "members who want to talk"),
        ("skip_VBP_acl:relcl_1 to_TO_mark_5 start_VB_xcomp_3", "members who skip"),
        (
            "seem_VBP_acl:relcl_1 unsure_JJ_xcomp_3 until_IN_mark_7 they_PRP_nsubj_7 "
            "sign_VBP_advcl_4",
            "members who seem unsure",
        ),
    ],
)
def test_a_relative_clause_ends_with_its_complement(rest: str, people: str):
    parse = f"Nag_VB_root_0 members_NNS_obj_0 who_WP_nsubj_3 {rest}"
    assert found(parse, "Nag members")["people"] == people
