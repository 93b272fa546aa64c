"""The number of the matched noun."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence


def test_every_and_a_make_a_singular_whatever_the_tag():
    at = passage(
        "Bring_VB_root_0 every_DT_det_2 EDP_NNPS_obj_0 home_RB_advmod_0 ._._punct_0", "EDP"
    )
    assert (
        rewritten_sentence("{n:person} in distress", at) == "Bring every person in distress home."
    )
