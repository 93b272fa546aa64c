"""Two-way pronouns become *they* with all that follows from it."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import passage, rewritten_sentence


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("her", "PRP$", "She stopped taking her medication."),
        ("your", "PRP$", "She stopped taking your medication."),
        ("some", "DT", "She stopped taking their medication."),
    ],
)
def test_a_pronoun_of_the_match_is_carried_over(word: str, tag: str, expected: str):
    at = passage(
        f"She_PRP_nsubj_1 dropped_VBD_root_1 {word}_{tag}_det_3 meds_NNS_obj_1 ._._punct_1",
        f"dropped {word} meds",
    )
    assert rewritten_sentence("{v:stop} taking {p:their} medication", at) == expected
