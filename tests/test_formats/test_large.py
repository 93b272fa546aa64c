"""Sizes at which a reader that is not linear would not come to an end."""

from __future__ import annotations

import pytest

from peerlint.formats import read_text

FORMATS = ("markdown", "html", "text", "rst")


@pytest.mark.parametrize("format", FORMATS)
def test_one_very_long_line(format):
    document = read_text("words in a line " * 60_000, format=format)
    assert len(document.blocks) == 1


@pytest.mark.parametrize(
    ("format", "item"),
    [("markdown", "- Greet\n"), ("html", "<li>Greet"), ("text", "- Greet\n"), ("rst", "- Greet\n")],
)
def test_very_many_items(format, item):
    document = read_text(item * 5_000, format=format)
    assert len(document.blocks) == 5_000
    assert document.blocks[-1].location == "bullet 5000"


@pytest.mark.parametrize(
    ("format", "head", "row"),
    [
        ("markdown", "| a | b |\n|---|---|\n", "| c | d |\n"),
        ("html", "<table><tr><th>a<th>b", "<tr><td>c<td>d"),
    ],
)
def test_a_very_long_table(format, head, row):
    document = read_text(head + row * 3_000, format=format)
    assert (document.blocks[-1].row, document.blocks[-1].column_heading) == (3_001, "b")


@pytest.mark.parametrize(
    ("format", "source"),
    [
        ("html", "<p " * 30_000),
        ("html", "<!-- a " * 30_000),
        ("html", '<a b="' * 30_001 + ">"),
        ("html", "<ul><li>a" * 3_000),
        ("markdown", "<!-- a " * 30_000),
        ("markdown", "> " * 5_000 + "a"),
        ("rst", "=== ===\na\n\n" * 10_000),
        ("rst", "- " * 5_000 + "a"),
    ],
)
def test_hostile_nesting_and_unfinished_markup(format, source):
    assert read_text(source, format=format).source == source
