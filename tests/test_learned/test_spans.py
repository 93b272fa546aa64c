"""What a finding of the second reader marks in its clause."""

from __future__ import annotations

from peerlint.checking import Checker
from peerlint.formats import read_text
from peerlint.learned.segments import segments_of
from peerlint.learned.spans import narrowed
from peerlint.rulebook import RuleBook


def test_a_duty_is_marked_at_its_verb_though_a_title_weighs_more(shipped_book: RuleBook) -> None:
    text = "# Handbook\n\nPeer mentors on duty let people in and smile.\n"
    *_, (sentence, _) = Checker(book=shipped_book).sentences(read_text(text))
    segment = segments_of(sentence)[0]
    start, end, _ = narrowed(sentence, segment, {0: 9.0}, "duty")
    assert sentence.doc[start:end].text.startswith("let people")
