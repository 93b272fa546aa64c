"""The HTML page: complete, safe, and the same text as the document."""

from __future__ import annotations

from dataclasses import replace

import lxml.html
import pytest

from peerlint.finding import DocumentReport, Finding, RunReport
from peerlint.reporters.html import render


def _page(report: RunReport) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(render(report))


def test_passage_is_marked_and_its_text_is_whole(report: RunReport) -> None:
    article = _page(report).get_element_by_id("d0")
    paragraphs = [p.text_content() for p in article.xpath(".//div[@class='text']/p")]
    assert tuple(paragraphs) == report.documents[0].blocks
    hits = [hit.text_content() for hit in article.xpath(".//button")]
    assert hits == ["Administer evening medications to residents", "addicts"]


def test_each_mark_opens_the_note_with_reason_and_rewording(report: RunReport) -> None:
    page = _page(report)
    hit = page.xpath("//button")[0]
    note = page.get_element_by_id(hit.get("popovertarget")).text_content()
    assert "Whoever hands out medication" in note
    assert "Support residents to ask" in note


def test_finding_on_the_whole_document_stands_above_its_text(report: RunReport) -> None:
    cards = _page(report).xpath("//ul[@aria-label='About the whole document']/li")
    assert [card.get("data-category") for card in cards] == ["structure"]


def test_overlapping_findings_share_one_mark(duty: Finding) -> None:
    inner = replace(duty, span=(11, 30), quote="evening medications", rule="PL900")
    document = DocumentReport(path="a.md", findings=(duty, inner), blocks=("", duty.sentence))
    page = _page(RunReport(documents=(document,), version="0"))
    assert len(page.xpath("//button")) == 1
    assert len(page.xpath("//div[@popover]//li")) == 2


def test_markup_in_a_document_stays_text(duty: Finding) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    finding = replace(duty, message=evil, span=(0, len(evil)), block=0, category='"><b>')
    document = DocumentReport(path=evil, findings=(finding,), blocks=(evil,))
    page = _page(RunReport(documents=(document,), version=evil))
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//img | //b")


def test_page_loads_nothing(report: RunReport) -> None:
    page = _page(report)
    assert not page.xpath("//*[@src] | //link | //a[not(starts-with(@href, '#'))]")
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")


def test_unread_document_tells_why(report: RunReport) -> None:
    assert "save it as .docx" in _page(report).get_element_by_id("d1").text_content()


@pytest.mark.parametrize("span", [(-3, 4), (5, 5), (0, 10_000)])
def test_a_span_outside_the_block_is_shown_above_the_text(
    duty: Finding, span: tuple[int, int]
) -> None:
    document = DocumentReport(path="a", findings=(replace(duty, span=span),), blocks=("", "short"))
    page = _page(RunReport(documents=(document,), version="0"))
    assert not page.xpath("//button")
    assert len(page.xpath("//li")) == 1
