from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlint.formats import read_document, read_text
from peerlint.formats.decoding import encode_like
from peerlint.formats.edit import Edit, apply_edits


def edited(source, old, new, format="markdown"):
    """The result of replacing the first `old` in the first block that has it."""
    document = read_text(source, format=format)
    block = next(block for block in document.blocks if old in block.text)
    start = block.text.index(old)
    return apply_edits(document, [Edit(block.index, start, start + len(old), new)])


@pytest.mark.parametrize(
    ("source", "old", "new", "result"),
    [
        (
            "# A\r\n\r\nThe addicts rest.\r\n",
            "addicts",
            "people",
            "# A\r\n\r\nThe people rest.\r\n",
        ),
        ("The **addicts** rest", "addicts", "people", "The **people** rest"),
        ("The **addicts** rest", "addicts rest", "people sleep", "The **people sleep**"),
        ("Meet an **addict** here", "an addict", "a person", "Meet **a person** here"),
        ("He is **ill** today", "is ill", "feels ill", "He feels **ill** today"),
        ("two\n  words here", "two words", "one", "one here"),
        ("> two\n> words here", "two words", "one", "> one here"),
        (r"A wri\*te b", "wri*te", "x", "A x b"),
        ("Say it", "it", "*x* & <b>", "Say \\*x\\* & \\<b>"),
        ("| a | b |\n|---|---|\n| c | d |\n", "c", "x|y", "| a | b |\n|---|---|\n| x\\|y | d |\n"),
    ],
)
def test_markdown(source, old, new, result):
    outcome = edited(source, old, new)
    assert outcome.text == result
    assert not outcome.skipped


@pytest.mark.parametrize(
    ("source", "old", "new", "result"),
    [
        (
            "<p>The <b>addicts</b> rest",
            "addicts",
            "A & B <c>",
            "<p>The <b>A &amp; B &lt;c&gt;</b> rest",
        ),
        ("<p>R&amp;D staff", "R&D", "our", "<p>our staff"),
        ("<p>An <i>addict</i> here", "An addict", "A person", "<p><i>A person</i> here"),
    ],
)
def test_html(source, old, new, result):
    assert edited(source, old, new, "html").text == result


def test_a_divided_word_in_plain_text_is_replaced_as_one():
    source = "The house is open to all, and everyone who asks for com-\npany gets it from us.\n"
    outcome = edited(source, "company", "tea", "text")
    assert (
        outcome.text == "The house is open to all, and everyone who asks for tea gets it from us.\n"
    )


@pytest.mark.parametrize(
    ("source", "old", "new"),
    [
        ("See `code` and more", "\ufffc\ufffc\ufffc\ufffc and", "this"),
        ("One **two** three **four** five", "One two three four five", "six"),
        ("Two words", "Two words", "# one"),
        ("- item one\n- item two\n", "item two", "- x"),
    ],
)
def test_what_the_markup_does_not_allow_is_left_out_and_told(source, old, new):
    outcome = edited(source, old, new)
    assert outcome.text == source
    assert len(outcome.skipped) == 1
    assert outcome.skipped[0].reason
    assert outcome.applied == ()


def test_an_entity_cannot_be_cut():
    document = read_text("<p>x &NotEqualTilde; y", format="html")
    start = document.blocks[0].text.index("≂")
    outcome = apply_edits(document, [Edit(0, start, start + 1, "a")])
    assert outcome.skipped


def test_overlapping_edits_keep_the_first():
    document = read_text("one two three")
    outcome = apply_edits(document, [Edit(0, 4, 13, "b"), Edit(0, 0, 7, "a")])
    assert outcome.text == "a three"
    assert [skipped.edit.text for skipped in outcome.skipped] == ["b"]


def test_a_bad_edit_does_not_stop_the_good_ones():
    document = read_text("One thing.\n\nTwo **words** three.\n\nFour.\n")
    edits = [Edit(0, 0, 3, "A"), Edit(1, 0, 15, "# x"), Edit(2, 0, 4, "B")]
    outcome = apply_edits(document, edits)
    assert outcome.text.startswith("A thing.")
    assert outcome.text.endswith("B.\n")


def test_a_word_file_and_a_span_outside_are_refused():
    document = read_text("one")
    with pytest.raises(ValueError, match="outside"):
        apply_edits(document, [Edit(0, 2, 9, "x")])


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encoding_and_byte_order_mark_are_kept(tmp_path, codec):
    data = "Café “Anna”\r\n".encode(codec)
    document = read_document(tmp_path / "a.md", data=data)
    outcome = apply_edits(document, [Edit(0, 0, 4, "Haus")])
    assert encode_like(data, outcome.text, "a.md") == "Haus “Anna”\r\n".encode(codec)


MARKUP = ["**bold**", "*it*", "`code`", "- ", "&amp;", "[l](x)", "# ", "> ", "<b>x</b>", "\\*"]
TABLE = "| a | b |\n|---|---|\n| c | d |\n"
PIECES = st.sampled_from(
    [*MARKUP, "word", "two words", " ", "\n", "\n\n", "\r\n", "http://a.b", TABLE]
)
WORDS = st.text(alphabet="ab <&*_[]#|\\>-`", min_size=0, max_size=8)


@given(st.lists(PIECES, min_size=1, max_size=14).map("".join), st.data())
def test_an_edit_changes_its_block_alone(source, data):
    document = read_text(source)
    if not document.blocks:
        return
    block = data.draw(st.sampled_from(document.blocks))
    start = data.draw(st.integers(0, len(block.text)))
    end = data.draw(st.integers(start, len(block.text)))
    edit = Edit(block.index, start, end, data.draw(WORDS))
    outcome = apply_edits(document, [edit])
    if outcome.skipped:
        assert outcome.text == source
        return
    expected = [one.text for one in document.blocks]
    expected[block.index] = block.text[:start] + edit.text + block.text[end:]
    found = [" ".join(one.text.split()) for one in read_text(outcome.text).blocks]
    assert found == [joined for text in expected if (joined := " ".join(text.split()))]


@given(st.text(alphabet="abc <&>\n", max_size=30), st.data())
def test_outside_the_replaced_words_no_character_changes(source, data):
    document = read_text(source, format="html")
    if not document.blocks:
        return
    block = document.blocks[0]
    piece = block.pieces[0]
    outcome = apply_edits(document, [Edit(0, piece.start, piece.end, "new")])
    if outcome.applied:
        assert outcome.text.startswith(source[: piece.source])
        assert outcome.text.endswith(source[piece.source_end :])
