from __future__ import annotations

import pytest

from peerlint.document import BlockKind, Position

MASK = "\ufffc"


def test_entities_and_white_space_keep_their_places(read):
    document = read("<p>Peer   support\n&amp; <b>more</b>&nbsp;AT&T &lt;3</p>", "html")
    (block,) = document.blocks
    assert block.text == "Peer support & more\xa0AT&T <3"
    assert block.emphasis == ((15, 19),)
    assert document.position(block, block.text.index("&")) == Position(2, 1)
    assert document.position(block, block.text.index("more")) == Position(2, 10)


@pytest.mark.parametrize(
    "source",
    [
        "<script>let a = 'patient';</script>",
        "<style>p { color: red }</style>",
        "<head><meta charset=utf-8></head>",
        "<nav><ul><li>Menu</li></ul></nav>",
        "<pre>code</pre>",
        "<!-- a remark -->",
        "<template><p>x</p></template>",
    ],
)
def test_what_is_not_prose_is_skipped(texts, source):
    assert texts(f"{source}<p>Text</p>", "html") == ["Text"]


def test_inline_code_is_masked_and_the_title_is_a_property(read):
    document = read("<title>Role &amp; pay</title><p>Run <code>a b</code> now", "html")
    assert document.blocks[0].text == f"Run {MASK * 3} now"
    assert document.properties == {"title": "Role & pay"}


def test_block_elements_make_blocks_with_their_kinds(read):
    document = read(
        "<h1>Role</h1><p>One<br>two<h2>Duties</h2><div>Three</div>"
        "<blockquote>Said so</blockquote><select><option>Refused</select>"
        "<dl><dt>Pay<dd>hourly</dl>",
        "html",
    )
    assert [(b.kind.value, b.level, b.text, b.label) for b in document.blocks] == [
        ("heading", 1, "Role", ""),
        ("paragraph", 0, "One\ntwo", ""),
        ("heading", 2, "Duties", ""),
        ("paragraph", 0, "Three", ""),
        ("quote", 0, "Said so", ""),
        ("choice", 0, "Refused", ""),
        ("paragraph", 0, "Pay", "Pay"),
        ("paragraph", 0, "hourly", ""),
    ]
    assert document.blocks[4].quoted == ((0, 7),)
    assert document.blocks[3].headings == ("Role", "Duties")


def test_a_quotation_in_a_line_is_a_span(read):
    (block,) = read("<p>He wrote <q>I am well</q> today", "html").blocks
    assert [block.text[start:end] for start, end in block.quoted] == ["I am well"]


def test_lists_nest_and_number_themselves(read):
    document = read(
        "<p>They will:<ol start=3><li>greet<ul><li>tea<li><p>time<p>more</ul>"
        "<li>listen</ol><ol type=a><li>rest</ol>",
        "html",
    )
    items = [
        (b.text, b.level, b.marker, b.lead_in)
        for b in document.blocks
        if b.kind is BlockKind.LIST_ITEM
    ]
    assert items == [
        ("greet", 0, "3.", 0),
        ("tea", 1, "•", 1),
        ("time", 1, "•", 1),
        ("more", 1, "•", 1),
        ("listen", 0, "4.", 0),
        ("rest", 0, "a.", None),
    ]
    assert "continuation" in document.blocks[4].attributes


def test_cells_count_spans_and_hold_lists(read):
    document = read(
        "<table><tr><th>Activity<th>Consistent<th>Not</tr>"
        "<tr><td rowspan=2>Rides<td>asked<td>daily<ul><li>errands</ul></tr>"
        "<tr><td>now<td>never</tr></table>",
        "html",
    )
    cells = [
        (b.text, b.row, b.column, b.column_heading, b.row_heading) for b in document.blocks[3:]
    ]
    assert cells == [
        ("Rides", 2, 1, "Activity", ""),
        ("asked", 2, 2, "Consistent", "Rides"),
        ("daily", 2, 3, "Not", "Rides"),
        ("errands", 2, 3, "Not", "Rides"),
        ("now", 3, 2, "Consistent", ""),
        ("never", 3, 3, "Not", ""),
    ]
    errands = document.blocks[6]
    assert (errands.kind, errands.lead_in) == (BlockKind.LIST_ITEM, 5)
    assert errands.location == "Table 1, row 2, column 3, bullet 1"


@pytest.mark.parametrize(
    "source",
    [
        "<p>a<",
        "<p>a<!-- b",
        "<a b='",
        "<![x[",
        "a<![>b",
        "</",
        "<p>a</b></td></ul></table>",
        "&#xffffffff;",
    ],
)
def test_broken_markup_is_read_as_far_as_it_goes(read, source):
    read(source, "html")


def test_a_heading_that_is_never_closed_does_not_swallow_the_rest(read):
    document = read("<h1>Role<p>Text", "html")
    assert [block.kind for block in document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]
