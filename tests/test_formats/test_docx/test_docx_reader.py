"""What the reader of Word files sees, and where it says it stands."""

from __future__ import annotations

import pytest

from peerlint.document import Block, BlockKind, Document, blocks_in_order
from peerlint.formats.docx import read

from .build import (
    Word,
    cell,
    deleted,
    drop_down,
    field_codes,
    inserted,
    item,
    p,
    run,
    table,
    text_box,
)
from .kitchen_sink import SEEN, UNSEEN, kitchen_sink

TAB = "<w:r><w:tab/></w:r>"


def read_word(word: Word) -> Document:
    return read("a.docx", word.data())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def block_with(document: Document, words: str) -> Block:
    found = [block for block in document.blocks if words in block.text]
    assert len(found) == 1, words
    return found[0]


@pytest.fixture(scope="module")
def sink() -> Document:
    return read_word(kitchen_sink())


@pytest.mark.parametrize("marker", SEEN)
def test_each_construct_is_read_once(sink: Document, marker: str) -> None:
    assert sum(f"Mark{marker}" in text for text in texts(sink)) >= 1
    assert "\n".join(texts(sink)).count(f"Mark{marker} ") <= 2


@pytest.mark.parametrize("marker", UNSEEN)
def test_what_a_reader_does_not_see_is_left_out(sink: Document, marker: str) -> None:
    assert not any(f"Mark{marker}" in text for text in texts(sink))


def test_strict_files_read_like_transitional_ones(sink: Document) -> None:
    strict = read_word(kitchen_sink(strict=True))
    assert strict.blocks == sink.blocks


def test_blocks_are_numbered_and_their_pieces_cover_the_text(sink: Document) -> None:
    assert blocks_in_order(sink.blocks)
    assert all(block.line == block.index + 1 for block in sink.blocks)
    assert all((b.pieces[0].start, b.pieces[-1].end) == (0, len(b.text)) for b in sink.blocks)


@pytest.mark.parametrize(
    ("words", "kind", "location"),
    [
        ("Marktitle", BlockKind.TITLE, "title 'Marktitle of the file'"),
        ("Markhouse", BlockKind.HEADING, "heading 'Markhouse heading'"),
        ("Markbullet", BlockKind.LIST_ITEM, "Markhouse heading, bullet 1"),
        ("Marknested", BlockKind.LIST_ITEM, "Markhouse heading, item 1.a"),
        ("Markquote", BlockKind.QUOTE, "Markhouse heading, quotation 1"),
        ("Markcell", BlockKind.TABLE_CELL, "Table 1, row 2, column 2"),
        (
            "Markinner",
            BlockKind.TABLE_CELL,
            "Table 1, row 3, column 1; nested table 1, row 2, column 2",
        ),
        ("Markchoice one", BlockKind.CHOICE, "choice of 'Outcome'"),
        ("Markhelp", BlockKind.CHOICE, "help text of 'Reason'"),
        ("Markbox", BlockKind.PARAGRAPH, "text box 1"),
        ("Markheader", BlockKind.PARAGRAPH, "header, section 1"),
        ("Markfirst", BlockKind.PARAGRAPH, "header (first page), section 1"),
        ("Markfooter", BlockKind.PARAGRAPH, "footer, section 1"),
        ("Markfootnote", BlockKind.PARAGRAPH, "footnote 1"),
        ("Markendnote", BlockKind.PARAGRAPH, "endnote 1"),
    ],
)
def test_kinds_and_locations(sink: Document, words: str, kind: BlockKind, location: str) -> None:
    block = block_with(sink, words)
    assert (block.kind, block.location) == (kind, location)


def test_heading_levels_follow_the_style_chain(sink: Document) -> None:
    assert block_with(sink, "Markhouse").level == 2
    assert block_with(sink, "Markbullet").headings == (
        "Marktitle of the file",
        "Markheading one",
        "Markhouse heading",
    )


def test_cells_know_the_headings_of_their_column_and_row(sink: Document) -> None:
    block = block_with(sink, "Markcell")
    assert (block.column_heading, block.row_heading) == ("Second column", "Markrow heading")


def test_hidden_inserted_and_other_places_are_attributes(sink: Document) -> None:
    assert "hidden" in block_with(sink, "Markhidden").attributes
    assert "hidden" in block_with(sink, "Marksecret").attributes
    assert "inserted" in block_with(sink, "Markinserted").attributes
    assert "text-box" in block_with(sink, "Markbox").attributes
    assert "footnote" in block_with(sink, "Markfootnote").attributes


def test_blanks_at_the_ends_of_a_text_count_only_when_preserved() -> None:
    body = p("<w:r><w:t>one </w:t></w:r>", "<w:r><w:t> two</w:t></w:r>")
    assert texts(read_word(Word(body))) == ["onetwo"]
    assert texts(read_word(Word(body, preserve_root=True))) == ["one  two"]


def test_list_labels_count_as_word_counts() -> None:
    document = read_word(
        Word(item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + item("d", 1) + item("e", 3))
    )
    assert [block.marker for block in document.blocks] == ["1.", "1.a)", "1.b)", "2.", "1."]


def test_a_typed_bullet_is_a_marker_and_not_text() -> None:
    document = read_word(
        Word(p("•", TAB, "Administer nothing") + p("- A dash") + p("a)", TAB, "Typed"))
    )
    assert [(b.kind, b.marker, b.text) for b in document.blocks] == [
        (BlockKind.LIST_ITEM, "•", "Administer nothing"),
        (BlockKind.LIST_ITEM, "-", "A dash"),
        (BlockKind.LIST_ITEM, "a)", "Typed"),
    ]


def test_an_outline_level_makes_a_heading_and_level_nine_unmakes_it() -> None:
    document = read_word(
        Word(
            p("Own", properties='<w:outlineLvl w:val="2"/>')
            + p("Text", style="H1", properties='<w:outlineLvl w:val="9"/>')
        )
    )
    assert [(b.kind, b.level) for b in document.blocks] == [
        (BlockKind.HEADING, 3),
        (BlockKind.PARAGRAPH, 0),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        p(run("Duties", "<w:b/>")),
        p(run("DUTIES")),
        p(run("Duties", '<w:u w:val="single"/>')),
        p(run("Duties", "<w:b/>"), properties='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        table(
            (cell(p(run("Duties", "<w:b/>")), properties='<w:gridSpan w:val="2"/>'),), ("a", "b")
        ),
    ],
)
def test_a_line_that_looks_like_a_heading_is_one(heading: str) -> None:
    document = read_word(Word(p("First words of it.") + heading + p("Some text follows here.")))
    kinds = {block.text.lower(): block.kind for block in document.blocks}
    assert kinds["duties"] is BlockKind.HEADING
    assert document.blocks[-1].headings[-1].lower() == "duties"


@pytest.mark.parametrize(
    "line",
    [
        p(run("A bold sentence ends so.", "<w:b/>")),
        p("<w:hyperlink>" + run("A link", '<w:u w:val="single"/>') + "</w:hyperlink>"),
        table((cell(p(run("Bold cell", "<w:b/>"))), "b"), ("c", "d")),
    ],
)
def test_other_bold_and_underlined_lines_are_not_headings(line: str) -> None:
    document = read_word(Word(p("First words of it.") + line + p("Some text follows here.")))
    assert all(block.kind is not BlockKind.HEADING for block in document.blocks)


def test_table_columns_count_what_cells_span() -> None:
    rows = (
        (cell("a", properties='<w:gridSpan w:val="2"/>'), "b"),
        ("c", "d", "e"),
    )
    document = read_word(Word(table(*rows)))
    assert [(b.text, b.row, b.column) for b in document.blocks] == [
        ("a", 1, 1),
        ("b", 1, 3),
        ("c", 2, 1),
        ("d", 2, 2),
        ("e", 2, 3),
    ]


def test_deleted_rows_and_paragraphs_are_out() -> None:
    gone = "<w:tr><w:trPr><w:del w:id='5' w:author='A'/></w:trPr>" + cell("gone") + "</w:tr>"
    body = table(("kept", "b")).replace("</w:tbl>", f"{gone}</w:tbl>") + p(deleted("all of it"))
    assert texts(read_word(Word(body))) == ["kept", "b"]


def test_a_field_over_paragraphs_keeps_its_result_only() -> None:
    whole = field_codes("TOC \\o", "@")
    begin, end = whole.split("@")
    body = p(begin, run("Duties 1")) + p(run("Pay 2"), end) + p("After")
    document = read_word(Word(body))
    assert texts(document) == ["Duties 1", "Pay 2", "After"]
    assert ["toc" in block.attributes for block in document.blocks] == [False, True, False]


def test_the_chosen_entry_of_a_drop_down_is_read_once() -> None:
    document = read_word(Word(p("Now: ", drop_down("Left", "Stayed", shown="Left"))))
    assert texts(document) == ["Now: Left", "Stayed"]


def test_tables_in_text_boxes_do_not_count_in_the_body() -> None:
    body = p("x ", text_box(table(("inside", "b")), p(""))) + table(("outside", "d"))
    document = read_word(Word(body))
    assert block_with(document, "inside").location == "text box 1, Table 1, row 1, column 1"
    assert block_with(document, "outside").location == "Table 1, row 1, column 1"


def test_pages_are_told_when_word_wrote_them() -> None:
    body = p("One") + p("<w:r><w:lastRenderedPageBreak/></w:r>", "Two") + p("Three")
    document = read_word(Word(body))
    assert document.blocks[2].location.endswith("(about page 2)")


def comment(number: int, words: str) -> str:
    return f'<w:comment w:id="{number}" w:author="Ann">{p(words)}</w:comment>'


def commented(number: int, content: str) -> str:
    return (
        f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def test_a_comment_that_asks_for_silence_covers_the_exact_words() -> None:
    body = p("Before") + p("the ", commented(4, run("chosen words")), " only")
    document = read_word(Word(body, comments=comment(4, "peerlint: ignore[PL301] by agreement")))
    (asked,) = document.suppressions
    assert (asked.rules, asked.reason) == (("PL301",), "by agreement")
    assert (asked.block_start, asked.start, asked.block_end, asked.end) == (1, 4, 1, 16)


def test_other_comments_ask_for_nothing() -> None:
    body = p("the ", commented(4, run("chosen words")), " only")
    assert read_word(Word(body, comments=comment(4, "Is this right?"))).suppressions == ()


def test_off_covers_up_to_on_and_ignore_file_covers_all() -> None:
    body = p(commented(1, run("One"))) + p("Two") + p(commented(2, run("Three")))
    off = read_word(Word(body, comments=comment(1, "peerlint: off") + comment(2, "peerlint: on")))
    whole = read_word(Word(body, comments=comment(2, "peerlint: ignore-file[PD]")))
    assert [(s.block_start, s.block_end, s.end) for s in off.suppressions] == [(0, 2, 0)]
    assert [(s.block_start, s.block_end, s.end) for s in whole.suppressions] == [(0, 2, 5)]


def test_a_comment_over_paragraphs_and_one_beside_an_empty_line() -> None:
    body = p('<w:commentRangeStart w:id="1"/>', "One") + p("Two", '<w:commentRangeEnd w:id="1"/>')
    document = read_word(Word(body + p(""), comments=comment(1, "peerlint: ignore")))
    (asked,) = document.suppressions
    assert (asked.block_start, asked.start, asked.block_end, asked.end) == (0, 0, 1, 3)


def test_an_included_file_is_named_in_a_warning() -> None:
    document = read_word(Word(p("One") + '<w:altChunk r:id="x"/>'))
    assert document.warnings == ("this file includes another file that was not read",)


def test_inserted_words_count_and_deleted_ones_do_not() -> None:
    document = read_word(Word(p("a ", inserted(run("new")), deleted("old"), " b")))
    assert texts(document) == ["a new b"]
