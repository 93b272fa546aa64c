from __future__ import annotations

import pytest

from peerlint.document import BlockKind, Position

MASK = "\ufffc"


def shown(document):
    return [(block.kind, block.text) for block in document.blocks]


def test_markup_vanishes_and_every_character_keeps_its_place(read):
    document = read("The peer *specialist* **helps**\n  people &amp; [families](http://a.b 'c').\n")
    (block,) = document.blocks
    assert block.text == "The peer specialist helps people & families."
    assert block.emphasis == ((20, 25),)
    start = block.text.index("families")
    assert document.position(block, start) == Position(2, 17)
    assert document.position(block, start + 8, end=True) == Position(2, 25)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Call `reset()` now", f"Call {MASK * 7} now"),
        ("Call `` a`b `` now", f"Call {MASK * 5} now"),
        ("See <https://a.example/b> now", f"See {MASK * 19} now"),
        ("See https://a.example/b. Then go", f"See {MASK * 19}. Then go"),
        ("Write to jo@house.example, please", f"Write to {MASK * 16}, please"),
        ("An ![old photo](x.png) here", f"An {MASK * 9} here"),
        ("We ~~tolerate~~ welcome you", f"We {MASK * 8} welcome you"),
        ("A <code>x y</code> b", f"A {MASK * 3} b"),
    ],
)
def test_what_is_no_prose_is_masked_by_as_many_signs(texts, source, text):
    assert texts(source) == [text]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"Not \*bold\* and \_so\_", "Not *bold* and _so_"),
        ("one &lt; two &#38; three", "one < two & three"),
        ("a <b>bold</b> word<!-- note --> here", "a bold word here"),
        ("one  \ntwo\\\nthree<br>four", "one\ntwo\nthree\nfour"),
        ("a note[^1] here\n\n[^1]: The note.", "a note here"),
        ("snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"),
    ],
)
def test_inline_markup(texts, source, text):
    assert texts(source)[0] == text


def test_code_blocks_front_matter_and_comments_are_no_blocks(read):
    front = "---\ntitle: 'House rules'\ntype: policy\n---\n\n"
    source = front + "    code\n\n```\nmore\n```\n<!-- x -->\n\nText\n"
    document = read(source)
    assert shown(document) == [(BlockKind.PARAGRAPH, "Text")]
    assert document.properties == {"title": "House rules", "type": "policy"}


def test_headings_make_paths_that_leave_themselves_out(read):
    document = read("# Role\n\n## Duties ##\n\nText\n\nPay\n---\n\nMore\n")
    paths = {block.text: (block.level, block.headings) for block in document.blocks}
    assert paths == {
        "Role": (1, ()),
        "Duties": (2, ("Role",)),
        "Text": (0, ("Role", "Duties")),
        "Pay": (2, ("Role",)),
        "More": (0, ("Role", "Pay")),
    }


@pytest.mark.parametrize("line", ["**Duties**", "**Duties:**", "DUTIES", "__Duties__"])
def test_a_line_that_looks_like_a_heading_is_one_below_the_last(read, line):
    document = read(f"# Role\n\n{line}\n\n- Greet people\n")
    heading, item = document.blocks[1:]
    assert (heading.kind, heading.level) == (BlockKind.HEADING, 2)
    assert "guessed" in heading.attributes
    assert item.headings == ("Role", heading.text.rstrip(":"))


@pytest.mark.parametrize(
    "line",
    [
        "**Everyone is welcome here.**",
        "**This line of bold words goes on for so long that nobody would take it for a heading**",
        "Some **Duties**",
        "**Signature:** ________",
    ],
)
def test_other_bold_lines_stay_paragraphs(read, line):
    document = read(f"# Role\n\n{line}\n\nText follows here.\n")
    assert document.blocks[1].kind is BlockKind.PARAGRAPH


def test_bold_says_nothing_where_most_of_the_text_is_bold(read):
    document = read("# Role\n\n**Greet people**\n\n**Hold the group**\n\nEnd.\n")
    assert document.blocks[1].kind is BlockKind.PARAGRAPH


def test_each_line_with_a_label_is_a_block_of_its_own(read):
    document = read("**Position:** Peer Specialist\n**Reports to:** Jo  \nPay: hourly\n\nNext.\n")
    labels = [(block.label, block.text) for block in document.blocks]
    assert labels == [
        ("Position", "Position: Peer Specialist"),
        ("Reports to", "Reports to: Jo"),
        ("Pay", "Pay: hourly"),
        ("", "Next."),
    ]


def test_plain_labels_part_lines_when_every_line_has_one(texts):
    assert texts("Position: CPS\nReports to: Jo\n") == ["Position: CPS", "Reports to: Jo"]


def test_a_short_line_over_a_sentence_stays_a_line_of_its_own(texts):
    source = "Purpose\nTo walk beside people who ask for company in hard hours\n"
    assert texts(source) == [source.strip()]


def test_a_line_that_opens_with_a_label_stays_a_line_of_its_own(texts):
    source = "He thinks that the rules are for others\nNext step: back to the first week"
    assert texts(source) == [source.strip()]


def test_lists_know_depth_marker_and_what_leads_in(read):
    document = read(
        "The specialist will\n\n1. greet people\n2. offer\n   - tea\n   - time\n\n"
        "     and more of it\n\nDone.\n\n* [ ] open\n* [x] closed\n"
    )
    items = [
        (b.text, b.level, b.marker, b.lead_in, b.location)
        for b in document.blocks
        if b.kind is BlockKind.LIST_ITEM
    ]
    assert items == [
        ("greet people", 0, "1.", 0, "item 1"),
        ("offer", 0, "2.", 0, "item 2"),
        ("tea", 1, "-", 2, "bullet 2.1"),
        ("time", 1, "-", 2, "bullet 2.2"),
        ("and more of it", 1, "-", 2, "bullet 2.2"),
        ("open", 0, "*", None, "bullet 3"),
        ("closed", 0, "*", None, "bullet 4"),
    ]
    ids = [block.list_id for block in document.blocks if block.list_id]
    assert ids == [1, 1, 2, 2, 2, 3, 3]


def test_table_cells_know_row_column_and_their_headings(read):
    document = read(
        "| Activity | *Not* consistent |\n|---|---|\n| Rides \\| errands | daily |\n|  | weekly |\n"
    )
    cells = [
        (b.text, b.table, b.row, b.column, b.column_heading, b.row_heading) for b in document.blocks
    ]
    assert cells == [
        ("Activity", 1, 1, 1, "", ""),
        ("Not consistent", 1, 1, 2, "", "Activity"),
        ("Rides | errands", 1, 2, 1, "Activity", ""),
        ("daily", 1, 2, 2, "Not consistent", "Rides | errands"),
        ("weekly", 1, 3, 2, "Not consistent", ""),
    ]
    assert document.blocks[3].location == "Table 1, row 2, column 2"


def test_quotations_are_marked_and_callouts_are_not(read):
    document = read("> I felt heard.\n> At last.\n\ntext\n\n> [!NOTE]\n> Ask first.\n")
    quote, _, note = document.blocks
    assert (quote.kind, quote.text) == (BlockKind.QUOTE, "I felt heard. At last.")
    assert quote.quoted == ((0, 22),)
    assert (note.kind, note.text, note.quoted) == (BlockKind.PARAGRAPH, "Ask first.", ())


def test_html_blocks_are_read_with_their_places(read):
    document = read("Text\n\n<table>\n<tr><td>A &amp; b</td></tr>\n</table>\n\nEnd\n")
    cell = document.blocks[1]
    assert (cell.kind, cell.text, cell.table) == (BlockKind.TABLE_CELL, "A & b", 1)
    assert document.position(cell, 0) == Position(4, 9)


def test_typed_bullets_and_numbers_are_read_as_such(read):
    document = read(
        "We offer:\n• tea\n• time\n\n6.1 People may leave.\n\n**6.2** Doors open at six.\n"
    )
    blocks = [(b.kind.value, b.marker, b.text) for b in document.blocks]
    assert blocks == [
        ("paragraph", "", "We offer:"),
        ("list-item", "•", "tea"),
        ("list-item", "•", "time"),
        ("paragraph", "6.1", "People may leave."),
        ("paragraph", "6.2", "Doors open at six."),
    ]


def test_line_ends_of_all_kinds_keep_positions(read):
    document = read("# One\r\n\r\ntwo\r\nthree\r\rfour\r\n")
    last = document.blocks[-1]
    assert last.text == "four"
    assert document.position(last, 0) == Position(6, 1)
    assert document.blocks[1].text == "two three"


def test_footnotes_stand_outside_the_heading_path(read):
    document = read("# A\n\ntext[^n]\n\n[^n]: The note.\n")
    note = document.blocks[-1]
    assert (note.text, note.location, note.headings) == ("The note.", "footnote n", ())


def test_a_comment_between_items_does_not_part_their_list(read):
    document = read("They do not:\n\n- count pills\n<!-- peerlint: ignore -->\n- hold money\n")
    assert [block.list_id for block in document.blocks] == [0, 1, 1]
    assert document.blocks[2].lead_in == 0


@pytest.mark.parametrize("signs", [("A.", "B."), ("a)", "b)"), ("i.", "ii."), ("2.1", "2.2")])
def test_lines_that_open_with_letters_or_numbers_in_their_turn_are_a_list(read, signs):
    first, second = signs
    document = read(f"{first} Make tea.\n{second} Listen.\n")
    items = [(block.text, block.marker) for block in document.blocks]
    assert items == [("Make tea.", first), ("Listen.", second)]


def test_a_name_at_the_start_of_a_line_is_no_marker(read):
    document = read("Ask J. Ruiz or\nA. Smith at the desk,\nC. Diaz on Sundays.\n")
    assert len(document.blocks) == 1


def test_a_letter_typed_after_a_bullet_is_the_marker(read):
    document = read("- (a) tea\n- (b) time\n- a plain one\n")
    assert [(block.marker, block.text) for block in document.blocks] == [
        ("(a)", "tea"),
        ("(b)", "time"),
        ("-", "a plain one"),
    ]


def test_a_form_feed_within_a_paragraph_keeps_places(read):
    assert read("# P\n.\n \x0c\r\x0c]").blocks[1].text == ". \x0c\x0c]"
