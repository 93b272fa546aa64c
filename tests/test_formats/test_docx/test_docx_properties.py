"""Over generated documents and random findings, what is written always proves right."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peerlint.document import Document
from peerlint.finding import Finding, Severity
from peerlint.formats.docx import read
from peerlint.formats.docx.writer import apply_edits, cannot_edit
from peerlint.formats.edit import Edit

from .build import Word, deleted, field_codes, inserted, item, p, run, table, text_box, unzipped
from .kitchen_sink import kitchen_sink
from .reviewing import characters, finding, ids, resolved, reviewed, story_roots

WORDS = st.lists(
    st.sampled_from(["people", "who", "suffer", "from", "é’x", "a", "[risk]", "Noncompliant;"]),
    min_size=1,
    max_size=4,
).map(" ".join)
LOOKS = st.sampled_from(["", "<w:b/>", "<w:i/><w:sz w:val='20'/>", '<w:rStyle w:val="Secret"/>'])
PLAIN_RUN = st.builds(lambda words, look: run(f"{words} ", look), WORDS, LOOKS)
TRIMMED_RUN = WORDS.map(lambda words: f"<w:r><w:t> {words} </w:t></w:r>")
MIXED_RUN = st.builds(
    "<w:r><w:t>{0}</w:t><w:tab/><w:t>{1}</w:t><w:br/><w:noBreakHyphen/></w:r>".format, WORDS, WORDS
)
RUNS = st.lists(PLAIN_RUN | TRIMMED_RUN | MIXED_RUN, min_size=1, max_size=3).map("".join)
NUMBERS = st.integers(1000, 9000)
EDITABLE = st.one_of(
    RUNS,
    RUNS.map(lambda runs: f'<w:hyperlink w:anchor="x">{runs}</w:hyperlink>'),
    RUNS.map(lambda runs: f"<w:sdt><w:sdtContent>{runs}</w:sdtContent></w:sdt>"),
    st.builds(inserted, RUNS, NUMBERS),
    st.builds(deleted, WORDS, NUMBERS),
    st.just('<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="3" w:name="b"/>'),
)
ANY = EDITABLE | st.one_of(
    RUNS.map(lambda runs: field_codes("REF x", runs)),
    RUNS.map(lambda runs: field_codes("HYPERLINK x", runs)),
    RUNS.map(lambda runs: f'<w:fldSimple w:instr="PAGE">{runs}</w:fldSimple>'),
    RUNS.map(lambda runs: text_box(p(runs))),
    RUNS.map(lambda runs: inserted(f"<w:hyperlink>{runs}</w:hyperlink>")),
    st.just('<w:r><w:footnoteReference w:id="2"/></w:r>'),
)
TEXTS = st.sampled_from(["", "live with", "a", " x ", "one\ttwo\nthree", "<&>"])


def paragraphs(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    one = st.lists(content, min_size=1, max_size=4).map(lambda parts: p(*parts))
    return st.one_of(one, one, WORDS.map(item), one.map(lambda inner: table((inner, "b"))))


def words(content: st.SearchStrategy[str]) -> st.SearchStrategy[Word]:
    body = st.lists(paragraphs(content), min_size=1, max_size=5).map("".join)
    return st.builds(
        lambda body, header, note: Word(
            body,
            {"header1": header},
            '<w:headerReference w:type="default" r:id="rheader1"/>',
            footnotes=f'<w:footnote w:id="2">{note}</w:footnote>',
        ),
        body,
        paragraphs(EDITABLE),
        RUNS.map(p),
    )


@st.composite
def spans(
    draw: st.DrawFn, document: Document, most: int, least: int = 0
) -> list[tuple[int, int, int]]:
    found = []
    blocks = st.sampled_from(document.blocks)
    for block in draw(st.lists(blocks, min_size=least, max_size=most)):
        start = draw(st.integers(0, len(block.text) - 1))
        found.append((block.index, start, draw(st.integers(start + 1, len(block.text)))))
    return sorted(found)


def apart(found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The spans without those that overlap an earlier one."""
    kept: list[tuple[int, int, int]] = []
    for span in found:
        if not kept or kept[-1][0] != span[0] or kept[-1][2] <= span[1]:
            kept.append(span)
    return kept


def all_findings(
    data: st.DataObject, document: Document, most: int, least: int = 0
) -> list[Finding]:
    return [
        finding(
            document,
            *span,
            *data.draw(st.lists(TEXTS, max_size=2)),
            severity=data.draw(st.sampled_from(Severity)),
        )
        for span in data.draw(spans(document, most, least))
    ]


def check_copy(word: Word, findings: list[Finding], **options: Any) -> None:
    data = word.data()
    copy = reviewed(data, findings, **options)
    assert characters(resolved(copy.data, accept=False)) == characters(story_roots(data))
    assert len(set(ids(copy.data))) == len(ids(copy.data))
    before, after = unzipped(data), unzipped(copy.data)
    assert [name for name in after if name in before] == list(before)
    touched = {name for name in before if before[name] != after[name]}
    stories = set(story_roots(data))
    assert touched <= stories | {"[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert reviewed(data, findings, **options).data == copy.data


MANY = settings(max_examples=50, suppress_health_check=list(HealthCheck))


@MANY
@given(words(ANY), st.data())
def test_rejecting_any_review_gives_the_original(word: Word, data: st.DataObject) -> None:
    document = read("a.docx", word.data())
    if document.blocks:
        check_copy(word, all_findings(data, document, 12))


@settings(MANY, max_examples=40)
@given(st.data())
def test_rejecting_a_review_of_the_kitchen_sink_gives_the_original(data: st.DataObject) -> None:
    word = kitchen_sink()
    check_copy(word, all_findings(data, read("a.docx", word.data()), 120, 80))


@MANY
@given(words(EDITABLE), st.data())
def test_accepting_a_review_gives_the_proposed_text(word: Word, data: st.DataObject) -> None:
    content = word.data()
    document = read("a.docx", content)
    if not document.blocks:
        return
    edits = [Edit(*span, data.draw(TEXTS)) for span in apart(data.draw(spans(document, 12)))]
    findings = [finding(document, e.block, e.start, e.end, e.text) for e in edits]
    copy = reviewed(content, findings)
    assert proposed(document, edits) == texts_of(read("a.docx", copy.data), document)


@MANY
@given(words(EDITABLE), st.data())
def test_edits_in_place_give_the_same_text(word: Word, data: st.DataObject) -> None:
    content = word.data()
    document = read("a.docx", content)
    if not document.blocks:
        return
    edits = [Edit(*span, data.draw(TEXTS)) for span in apart(data.draw(spans(document, 12)))]
    edited = apply_edits(content, edits)
    assert cannot_edit(content, edits) == ()
    assert proposed(document, edits) == texts_of(read("a.docx", edited), document)
    before, after = unzipped(content), unzipped(edited)
    assert list(before) == list(after)
    assert all(before[name] == after[name] for name in before if name not in story_roots(content))


def proposed(document: Document, edits: list[Edit]) -> list[str]:
    """The texts after the edits; those that are left empty are no blocks any more."""
    texts = [block.text for block in document.blocks]
    for edit in sorted(edits, reverse=True):
        old = texts[edit.block]
        texts[edit.block] = old[: edit.start] + edit.text + old[edit.end :]
    return [_squeezed(text) for text in texts if text.strip()]


def texts_of(after: Document, before: Document) -> list[str]:
    return [_squeezed(block.text) for block in after.blocks]


def _squeezed(text: str) -> str:
    """White space at the ends is no part of a block."""
    return text.strip()


@given(st.data())
@settings(MANY, max_examples=30)
def test_edits_the_file_cannot_take_are_left_out_and_told(data: st.DataObject) -> None:
    content = kitchen_sink().data()
    document = read("a.docx", content)
    edits = [Edit(*span, "new") for span in apart(data.draw(spans(document, 40)))]
    refused = {edit for edit, _ in cannot_edit(content, edits)}
    made = [edit for edit in edits if edit not in refused]
    edited = read("a.docx", apply_edits(content, edits))
    assert proposed(document, made) == texts_of(edited, document)
    assert all(first.block <= second.block for first, second in pairwise(edits))
