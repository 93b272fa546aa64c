"""Text as it comes: wrapped, shouted, scanned, endless; and positions that stay exact."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peerlint.checking import Checker
from peerlint.finding import DocumentReport, Finding
from peerlint.formats import read_text

Check = Callable[..., DocumentReport]


def source_slice(text: str, finding: Finding) -> str:
    """What stands in the source from the finding's start to its end."""
    lines = text.split("\n")
    first, last = finding.start, finding.end
    if first.line == last.line:
        return lines[first.line - 1][first.column - 1 : last.column - 1]
    middle = lines[first.line : last.line - 1]
    return "\n".join(
        [
            lines[first.line - 1][first.column - 1 :],
            *middle,
            lines[last.line - 1][: last.column - 1],
        ]
    )


def quoted(report: DocumentReport) -> list[Finding]:
    return [finding for finding in report.findings if finding.quote]


EXACT = {
    "plain": "The house is not for an addict who lacks insight.",
    "hard-wrapped": "The house is home to an addict who also\nlacks insight, and to a\nfrequent\nflyer.",
    "crlf": "He lacks\r\ninsight, and he is an addict.",
    "all caps": "HE IS AN ADDICT WHO LACKS INSIGHT.",
    "bullet glyphs": "• He is an addict\n• He lacks insight\n● She is a frequent flyer\n",
    "emoji": "👩🏽‍⚕️👍 He is an addict 🏠 who lacks insight 🙃.",
    "combining": "Renée\u0301 and Zoe\u0308 met an addict who lacks insi\u0301ght or lacks insight.",
    "right-to-left": "שלום he is an addict.",
    "zero-width": "He\u200b is an addict\u200d who lacks insight.",
    "tabs": "He\tis\tan addict\twho lacks insight.",
    "markup": "He is **an** _addict_ who &amp; whose friend [lacks insight](https://example.org).",
    "no sentence end": "he is an addict and he lacks insight and he is an addict and so on and on",
    "long dashes": "He—an addict—lacks insight…",
}


@pytest.mark.parametrize("name", sorted(EXACT))
@pytest.mark.parametrize("format", ["markdown", "text"])
def test_positions_are_exact(name: str, format: str, check_markdown: Check) -> None:
    text = EXACT[name]
    findings = quoted(check_markdown(text, format))
    assert findings, "nothing found, so nothing shown"
    for finding in findings:
        taken = source_slice(text, finding).replace("\r", "")
        assert " ".join(taken.split()) == " ".join(finding.quote.split())


@pytest.mark.xfail(strict=True, reason="words spaced out by a scanner are not put together")
def test_letters_spaced_by_a_scanner_are_read(check_markdown: Check) -> None:
    assert quoted(check_markdown("He is an a d d i c t and l a c k s insight.", "text"))


@pytest.mark.xfail(strict=True, reason="blanks between two words of a phrase keep them apart")
def test_words_spaced_by_a_scanner_are_read(check_markdown: Check) -> None:
    text = "He   is   an   addict   who    lacks     insight ."
    found = [" ".join(finding.quote.split()) for finding in quoted(check_markdown(text, "text"))]
    assert "addict" in " ".join(found) and any("insight" in quote for quote in found)


def test_a_paragraph_of_ten_thousand_words(check_markdown: Check) -> None:
    filler = "the house has a garden and people plant beans there in spring and talk "
    text = filler * 370 + "and an addict came by and " + filler * 370
    assert len(text.split()) > 10_000
    report = check_markdown(text)
    assert [finding.quote for finding in quoted(report) if "addict" in finding.quote]
    for finding in quoted(report):
        assert source_slice(text, finding) == finding.quote


@pytest.mark.parametrize(
    "text",
    [
        "La casa está abierta para todas las personas que quieran hablar, y nadie necesita una cita.",
        "Das Haus ist offen für alle Menschen, die reden wollen; niemand braucht einen Termin, kein Patient.",
        pytest.param(
            "Les patients sont invités à parler de leurs symptômes et de leur non-compliance.",
            marks=pytest.mark.xfail(strict=True, reason="no look at the language of a passage"),
        ),
        "ბევრი ადამიანი მოდის აქ.",
        "这个房子向所有想说话的人开放。",
    ],
)
@pytest.mark.parametrize("format", ["markdown", "text"])
def test_other_languages_are_left_alone(text: str, format: str, check_markdown: Check) -> None:
    assert quoted(check_markdown(text, format)) == []


_SIGNS = ["\n", "- ", "# ", "> ", "|", "**", "“", "”", '"', ";", ".", "👍", "e\u0301"]
_WORDS = st.sampled_from(
    [
        *("addict", "lacks insight", "non-compliant", "do not", "administers", "medication"),
        *("the nurse", "peer specialist", *_SIGNS),
    ]
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=25).map(" ".join))


@given(text=_TEXTS, format=st.sampled_from(["markdown", "text", "html", "rst"]))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_checked_and_findings_lie_in_it(
    text: str, format: str, shipped_checker: Checker
) -> None:
    document = read_text(text, format=format)
    report = shipped_checker.check(document)
    lines = len(document.lines)
    for finding in report.findings:
        block = document.blocks[finding.block]
        start, end = finding.span
        assert 0 <= start <= end <= len(block.text)
        assert block.text[start:end] == finding.quote
        assert 1 <= finding.start.line <= finding.end.line <= lines
        assert finding.start <= finding.end
        first = document.lines[finding.start.line - 1] + finding.start.column - 1
        last = document.lines[finding.end.line - 1] + finding.end.column - 1
        assert 0 <= first <= last <= len(text)
