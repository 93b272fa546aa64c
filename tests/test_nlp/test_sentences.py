"""Where sentences end."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlint.nlp.sentences import MAX_SENTENCE, last_sentence, sentence_spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Dr. Okafor came. She left.", ["Dr. Okafor came.", "She left."]),
        ("See e.g. the plan. Done", ["See e.g. the plan.", "Done"]),
        ("He said “Go.” Then he left.", ["He said “Go.”", "Then he left."]),
        ("No end", ["No end"]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("It costs 3.5 dollars. Fine.", ["It costs 3.5 dollars.", "Fine."]),
        (
            "7:00 coffee 7:15 keys: be early 8:00 van",
            ["7:00 coffee", "7:15 keys: be early", "8:00 van"],
        ),
        (
            "7:00 coffee, done by 7:15 sharp – 8:00 at most",
            ["7:00 coffee, done by 7:15 sharp – 8:00 at most"],
        ),
        ("The van leaves in rain 8:00 sharp", ["The van leaves in rain 8:00 sharp"]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


@given(st.text(max_size=3000))
def test_spans_are_ordered_trimmed_and_cover_every_sign(text: str) -> None:
    spans = sentence_spans(text)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split()).replace(";", "") or ";" in text
    assert all(end - start <= MAX_SENTENCE for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("See Dr. Lee. The coach", " The coach"),
        ("Open from 9 a.m. to noon. Lunch, e.g. soup", " Lunch, e.g. soup"),
        ("Is it so? J. Doe and the coach", " J. Doe and the coach"),
        ("Done.", "Done."),
    ],
)
def test_the_last_sentence_begins_at_no_abbreviation(text: str, last: str) -> None:
    assert last_sentence(text) == last
