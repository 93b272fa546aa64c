from __future__ import annotations

import pytest

from peerlint.document import Position
from peerlint.formats.suppressions import Directive, parse_directive


def covered(document):
    """The text that each suppression covers."""
    found = []
    for one in document.suppressions:
        blocks = document.blocks[one.block_start : one.block_end + 1]
        texts = [block.text for block in blocks]
        texts[-1] = texts[-1][: one.end]
        texts[0] = texts[0][one.start :]
        found.append(" / ".join(texts))
    return found


@pytest.mark.parametrize(
    ("text", "directive"),
    [
        ("peerlint: ignore", Directive("ignore")),
        (
            " peerlint: ignore[PL301, PD1] their words ",
            Directive("ignore", ("PL301", "PD1"), "their words"),
        ),
        ("peerlint: ignore PL301 quoted", Directive("ignore", ("PL301",), "quoted")),
        ("PEERLINT: OFF", Directive("off")),
        ("peerlint:on", Directive("on")),
        ("peerlint: ignore-file[coercive]", Directive("ignore-file", ("coercive",))),
        ("peerlint: ingore", Directive("", reason="ingore")),
        ("TODO peerlint", None),
    ],
)
def test_directives(text, directive):
    assert parse_directive(text) == directive


def test_alone_on_its_line_it_covers_the_next_block(read):
    document = read(
        "One.\n\n<!-- peerlint: ignore[PL301] his words -->\n\nTwo is\nhere.\n\nThree.\n"
    )
    (one,) = document.suppressions
    assert covered(document) == ["Two is here."]
    assert (one.rules, one.reason, one.position) == (("PL301",), "his words", Position(3, 1))


def test_within_a_line_it_covers_that_line(read):
    document = read("First line of it\nsecond one <!-- peerlint: ignore --> here\nand a third.\n")
    assert covered(document) == ["second one  here "]


def test_in_a_table_it_covers_the_row(read):
    document = read("| a | b |\n|---|---|\n| c | d <!-- peerlint: ignore --> |\n| e | f |\n")
    assert covered(document) == ["c / d"]


def test_off_and_on_within_a_sentence_cover_the_span(read):
    document = read("We say <!-- peerlint: off -->patient<!-- peerlint: on --> here.\n")
    assert covered(document) == ["patient"]


def test_off_and_on_over_blocks_and_off_to_the_end(read):
    source = "a\n\n<!-- peerlint: off[PL1] -->\n\nb\n\nc\n\n<!-- peerlint: on -->\n\nd\n\n"
    source += "<!-- peerlint: off -->\n\ne\n"
    assert covered(read(source)) == ["b / c", "e"]


def test_a_whole_file(read):
    assert covered(read("<!-- peerlint: ignore-file[PL3] -->\n\na\n\nb\n")) == ["a / b"]


def test_in_code_it_is_only_shown(read):
    document = read("Write `<!-- peerlint: off -->`:\n\n```\n<!-- peerlint: ignore -->\n```\n")
    assert document.suppressions == ()


def test_a_comment_that_is_not_understood_is_told(read):
    document = read("a\n\n<!-- peerlint: ingore -->\n\nb <!-- peerlint: on -->\n")
    assert [warning.split(":")[0] for warning in document.warnings] == ["line 3", "line 5"]
    assert "ingore" in document.warnings[0]


def test_html_and_rst_and_plain_text_have_it_too(read):
    html = read("<p>One</p><!-- peerlint: ignore[PL1] -->\n<p>Two\n", "html")
    assert covered(html) == ["One"]
    rst = read("One\n\n.. peerlint: ignore[PL1]\n\nTwo\n", "rst")
    assert covered(rst) == ["Two"]
    text = read("The first line is here.\n\nThe second one too. [peerlint: ignore PL1]\n", "text")
    assert covered(text) == ["The second one too."]
    assert text.blocks[1].text == "The second one too."
