from __future__ import annotations

import pytest

from peerlint.document import BlockKind, Position

WRAPPED = """\
Peer workers walk beside people who choose their company, at a pace and in a
direction that those people set for themselves. Nothing is decided about any-
body without them, and nobody reports on a person's choices to the team.
"""


def kinds(document):
    return [(block.kind.value, block.text) for block in document.blocks]


def test_wrapped_lines_are_one_paragraph_with_exact_places(read):
    document = read(WRAPPED, "text")
    (block,) = document.blocks
    assert "in a direction that" in block.text
    assert "\n" not in block.text
    assert document.position(block, block.text.index("direction")) == Position(2, 1)


def test_a_divided_word_is_joined_and_a_compound_keeps_its_hyphen(texts):
    source = WRAPPED + "\nPeople learn to trust the way in which they get to know their own self-\n"
    source += "determination again, and they set the pace of it for themselves all along.\n"
    first, second = texts(source, "text")
    assert "about anybody without" in first
    assert "own self-determination again" in second


def test_a_blank_line_within_a_sentence_does_not_end_it(texts):
    source = (
        WRAPPED
        + "\nThe advocate brings hope to the whole house and to everybody who comes to\n\nvisit.\n"
    )
    assert texts(source, "text")[1].endswith("comes to visit.")


def test_page_furniture_is_dropped(texts):
    source = WRAPPED + "\n12\n\f\nPage 13 of 40\n\n" + WRAPPED + "----------\n- 14 -\n"
    assert len(texts(source, "text")) == 2


def test_outlines_nest_by_the_style_of_their_numbers(read):
    document = read(
        "I. BEGINNINGS\n\n"
        "A. People come here because they want company and for no other reason.\n"
        "  1. Nobody is sent to us, and nobody has to stay:\n"
        " a. the door is open, and\n"
        "     b. the kettle is on.\n"
        "  2. Everyone may leave.\n"
        "B. People who come here bring what they have.\n\n"
        "II. WORK\n\n"
        "A. Welcome\n\n1. Greet everyone at the door.\n\n"
        "B. Company\n\n1. Sit with people who ask for that.\n",
        "text",
    )
    found = [
        (b.kind.value, b.level, b.marker, b.location)
        for b in document.blocks
        if b.kind is BlockKind.LIST_ITEM
    ]
    assert found == [
        ("list-item", 0, "A.", "I. BEGINNINGS, item A"),
        ("list-item", 1, "1.", "I. BEGINNINGS, item A.1"),
        ("list-item", 2, "a.", "I. BEGINNINGS, item A.1.a"),
        ("list-item", 2, "b.", "I. BEGINNINGS, item A.1.b"),
        ("list-item", 1, "2.", "I. BEGINNINGS, item A.2"),
        ("list-item", 0, "B.", "I. BEGINNINGS, item B"),
        ("list-item", 0, "1.", "A. Welcome, item 1"),
        ("list-item", 0, "1.", "B. Company, item 1"),
    ]
    assert document.blocks[-1].headings == ("II. WORK", "B. Company")


@pytest.mark.parametrize("sign", ["•", "-", "*", "o", "·", "–", "\uf0b7", "☐", "▪", "[ ]", "+"])
def test_bullets(read, sign):
    source = f"They will:\n\n{sign} Greet everyone who comes\n{sign} Make tea\n"
    document = read(source, "text")
    items = [block.text for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert items == ["Greet everyone who comes", "Make tea"]
    assert document.blocks[1].lead_in == 0


@pytest.mark.parametrize(
    "marks", [("1.", "2."), ("a)", "b)"), ("(a)", "(b)"), ("i.", "ii."), ("1.1", "1.2")]
)
def test_numbers(read, marks):
    first, second = marks
    document = read(f"They will:\n\n{first} Greet everyone\n{second} Make tea\n", "text")
    assert [block.marker for block in document.blocks[1:]] == list(marks)
    assert [block.text for block in document.blocks[1:]] == ["Greet everyone", "Make tea"]


def test_an_initial_is_no_list(read):
    document = read("Ask for\n\nJ. Smith at the front desk.\n", "text")
    assert document.blocks[-1].text == "J. Smith at the front desk."


def test_bullets_on_lines_of_their_own_get_the_lines_after_them(read):
    source = (
        "We ask you to:\n•\n•\n\nbring what you need for the night;\nleave what you do not need.\n"
    )
    document = read(source, "text")
    items = [block.text for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert items == ["bring what you need for the night;", "leave what you do not need."]


def test_the_first_line_is_the_title_and_parts_stand_below(read):
    document = read(
        "Peer Worker at the Corner House\n\nPosition: Peer Worker\nReports to: Ada\n\n"
        "Duties:\n\n- Greet everyone.\n\nPay and Hours\n\nWe pay by the hour.\n\n"
        "About us\n--------\n\nWe are a house.\n",
        "text",
    )
    assert [(b.kind.value, b.level, b.text, b.label) for b in document.blocks] == [
        ("heading", 1, "Peer Worker at the Corner House", ""),
        ("paragraph", 0, "Position: Peer Worker", "Position"),
        ("paragraph", 0, "Reports to: Ada", "Reports to"),
        ("heading", 2, "Duties:", ""),
        ("list-item", 0, "Greet everyone.", ""),
        ("heading", 2, "Pay and Hours", ""),
        ("paragraph", 0, "We pay by the hour.", ""),
        ("heading", 3, "About us", ""),
        ("paragraph", 0, "We are a house.", ""),
    ]


def test_names_of_fields_in_a_row_are_no_headings(read):
    document = read("My plan\n\nName:\nDate:\nMy goals:\n\nI want to paint.\n", "text")
    assert [b.kind.value for b in document.blocks][1:3] == ["paragraph", "paragraph"]
    assert [b.label for b in document.blocks][1:3] == ["Name", "Date"]


def test_stray_markdown_does_not_show(texts):
    source = "We are **open** at six, see [the page](https://a.example) for more.\n"
    assert texts(source, "text") == ["We are open at six, see the page for more."]


def test_text_with_markdown_headings_is_markdown(read):
    document = read("# Role\n\n## Duties\n\n- Greet\n", "text")
    assert document.format == "markdown"
    assert document.blocks[-1].headings == ("Role", "Duties")
