from __future__ import annotations

from peerlint.document import BlockKind
from peerlint.formats.outline import RawBlock, outline


def paragraph(text, **fields):
    return RawBlock(BlockKind.PARAGRAPH, text, **fields)


def heading(text, level=1, **fields):
    return RawBlock(BlockKind.HEADING, text, level=level, **fields)


def item(text, **fields):
    return RawBlock(BlockKind.LIST_ITEM, text, **{"marker": "•", **fields})


def cell(text, row, column, **fields):
    return RawBlock(BlockKind.TABLE_CELL, text, table=1, row=row, column=column, **fields)


def test_blocks_count_themselves_and_their_lines():
    blocks = outline([paragraph("a"), paragraph("b"), paragraph("c", line=9)])
    assert [(block.index, block.line) for block in blocks] == [(0, 1), (1, 2), (2, 9)]


def test_a_title_stands_above_all_headings():
    raw = [
        RawBlock(BlockKind.TITLE, "Role"),
        heading("Duties:"),
        heading("Daily", 2),
        paragraph("a"),
    ]
    blocks = outline(raw)
    assert blocks[3].headings == ("Role", "Duties", "Daily")
    assert [block.location for block in blocks] == [
        "title 'Role'",
        "heading 'Duties'",
        "heading 'Daily'",
        "Daily, paragraph 1",
    ]


def test_text_outside_the_body_leaves_its_headings_alone():
    raw = [heading("Duties"), heading("Note", place="text box 1"), paragraph("a")]
    blocks = outline(raw)
    assert (blocks[1].headings, blocks[1].location) == ((), "text box 1")
    assert blocks[2].headings == ("Duties",)


def test_only_an_opening_leads_in():
    texts = {"They will:": 0, "The worker will": 0, "They like it here.": None}
    for text, lead_in in texts.items():
        assert outline([paragraph(text), item("a")])[1].lead_in == lead_in


def test_bullets_count_on_under_one_heading_and_lists_stay_apart():
    blocks = outline([heading("A"), item("a"), paragraph("b."), item("c"), heading("D"), item("e")])
    assert [block.location for block in blocks if block.kind is BlockKind.LIST_ITEM] == [
        "A, bullet 1",
        "A, bullet 2",
        "D, bullet 1",
    ]
    assert [block.list_id for block in blocks] == [0, 1, 0, 2, 0, 3]


def test_a_key_holds_an_interrupted_list_together():
    raw = [item("a", list_key=7), paragraph("between."), item("b", list_key=7)]
    blocks = outline(raw)
    assert blocks[0].list_id == blocks[2].list_id


def test_a_spanning_header_heads_all_its_columns():
    raw = [cell("Not consistent", 1, 1, column_span=2), cell("a", 2, 1), cell("b", 2, 2)]
    assert [block.column_heading for block in outline(raw)] == [
        "",
        "Not consistent",
        "Not consistent",
    ]


def test_labels():
    texts = {
        "Position: Peer Worker": "Position",
        "Reports to:": "Reports to",
        "He said: come in": "",
        "The duties include: tea": "",
        "See http://a.example": "",
        "At 10:30 we meet": "",
    }
    for text, label in texts.items():
        assert outline([paragraph(text)])[0].label == label
    bold = paragraph("Pay. By the hour", emphasis=((0, 4),))
    assert outline([bold])[0].label == "Pay"


def test_a_long_heading_is_cut_in_a_location():
    (block,) = outline([heading("word " * 40)])
    assert len(block.location) < 80
    assert block.location.endswith("…'")
