from __future__ import annotations

import pytest

from peerlint.rewording import TemplateError, parse_template, slot_names


def test_words_and_slots_come_in_order():
    parts = parse_template("{v:support} {people|the person} to ask")

    assert [(part.kind.value, part.value, part.default) for part in parts] == [
        ("v", "support", None),
        ("words", " ", None),
        ("slot", "people", "the person"),
        ("words", " to ask", None),
    ]


def test_their_refers_to_people_and_is_no_slot():
    assert slot_names("{v:help} {people|people} with {their} {object|plan}") == {"people", "object"}


@pytest.mark.parametrize(
    ("template", "hint"),
    [
        ("", "empty"),
        ("{v:support", "single brace"),
        ("{v:two words}", "dictionary form"),
        ("{verb:go}", "not known"),
        ("{p:its}", "not known"),
        ("{det:the}", "write {det:a}"),
        ("{people|}", "empty default"),
        ("{People}", "not a slot"),
    ],
)
def test_a_template_that_cannot_be_read_says_how_to_mend_it(template: str, hint: str):
    with pytest.raises(TemplateError, match=hint):
        parse_template(template)
