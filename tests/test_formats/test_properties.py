"""Whatever a text holds: readers keep every place exact and raise nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlint.errors import DocumentError
from peerlint.formats import read_document

COMMON = [
    "word",
    "Two words",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\0",
    "é",
    "\xa0",
    "\u2028",
]
COMMON += ["Label: ", "http://a.b/c", "me@house.example", ".", ":", "\ufffc", "\x0c", "A", "1", "-"]
COMMON += ["<!-- peerlint: ignore -->", "<!-- peerlint: off -->", "<!-- peerlint: on -->"]
ATOMS = {
    "markdown": [
        *COMMON,
        *["**", "*", "_", "`", "``", "[", "](", "x)", "]", "!", "<", ">", "<br>", "<b>", "</b>"],
        *["<q>", "</q>", "<!--", "-->", "  \n", "\\", "\\*", "&amp;", "&#0;", "# ", " #", "- "],
        *["1. ", "    ", "> ", "|", "|---|---|\n", "\\|", "~~", "[^1]", "[^1]: ", "---\n", "==="],
        *["**Position:** ", "[ ] ", "• ", "(a) ", "<p>", "<table><tr><td>", "```\n", "[!NOTE]"],
    ],
    "html": [
        *COMMON,
        *["<p>", "</p>", "<li>", "<ul>", "</ul>", "<ol>", "<h1>", "</h1>", "<table>", "</table>"],
        *["<tr>", "<td>", "<th>", "</td>", "<b>", "</b>", "<q>", "</q>", "<blockquote>"],
        *["<script>", "</script>", "<code>", "</code>", "<pre>", "<br>", "&amp;", "&amp", "&#x41;"],
        *["&#999999999;", "&", "<", ">", "<!--", "-->", "<![CDATA[", "<?", "<td colspan=99999>"],
        *["<title>", "</title>", "<head>", "<nav>", "</nav>", "<option>", "<dt>", "<dd>", '"', "="],
    ],
    "text": [
        *COMMON,
        *["• ", "- ", "o ", "a) ", "(b) ", "A. ", "II. ", "1.1 ", "[peerlint: ignore PL301]"],
        *["[peerlint: off]", "•\n", "\f", "Page 3 of 4\n", "hy-\n", "\n      ", "----\n", "====\n"],
        *["TITLE LINE\n", "**b**", "[l](#)", "Words That Head\n", "lower case words that go on\n"],
    ],
    "rst": [
        *COMMON,
        *[".. ", ".. note:: ", ".. code::\n\n", "::", "\n\n   ", "====\n", "----\n", "``x``"],
        *["`l <http://x>`_", ":role:`x`", "*em*", "**b**", "|s|", "[1]_", ".. peerlint: off\n"],
        *[
            ":Field: ",
            "#. ",
            "* ",
            "+---+---+\n",
            "| a | b |\n",
            "=== ===\n",
            ".. _t:\n",
            ".. [1] ",
        ],
    ],
}
SOURCES = st.sampled_from(sorted(ATOMS)).flatmap(
    lambda format: st.tuples(
        st.just(format), st.lists(st.sampled_from(ATOMS[format]), max_size=30).map("".join)
    )
)


@given(SOURCES)
def test_places_are_exact(read, case):
    format, source = case
    read(source, format)


@given(st.sampled_from(sorted(ATOMS)), st.text(max_size=80))
def test_any_text_is_read(read, format, source):
    read(source, format)


@pytest.mark.parametrize("format", sorted(ATOMS))
@given(data=st.binary(max_size=80))
def test_any_bytes_make_a_document_or_one_plain_error(tmp_path_factory, format, data):
    path = tmp_path_factory.getbasetemp() / "any"
    try:
        read_document(path, data=data, format=format)
    except DocumentError as error:
        assert error.path == str(path)
