"""Review copies: what is written where, and what is never done."""

from __future__ import annotations

import pytest

from peerlint.dates import written_date
from peerlint.errors import UserError
from peerlint.finding import DocumentReport, Severity, Suggestion
from peerlint.formats.docx import read
from peerlint.review import write_review
from peerlint.review.options import ReviewOptions

from .build import (
    Word,
    deleted,
    drop_down,
    field_codes,
    inserted,
    p,
    run,
    table,
    text_box,
    unzipped,
    zipped,
)
from .reviewing import (
    DATE,
    anchored,
    characters,
    comment_texts,
    finding,
    ids,
    on_words,
    resolved,
    review_words,
    reviewed,
    story_roots,
    texts,
)

HEADER = '<w:headerReference w:type="default" r:id="rheader1"/>'


def body_texts(data: bytes, accept: bool) -> list[str]:
    return texts(resolved(data, accept))["word/document.xml"]


CONTAINERS = {
    "one run": p("People who suffer from illness"),
    "several runs": p("People who ", run("suffer", "<w:b/>"), run(" from", "<w:i/>"), " illness"),
    "table": table(("a", "People who suffer from illness")),
    "link": p(f"<w:hyperlink w:anchor='x'>{run('People who suffer from illness')}</w:hyperlink>"),
    "into a link": p("People who ", f"<w:hyperlink>{run('suffer from')}</w:hyperlink>", " illness"),
    "link field": p(field_codes("HYPERLINK x", run("People who suffer from illness"))),
    "content control": f"<w:sdt><w:sdtPr/><w:sdtContent>{p('People who suffer from illness')}"
    "</w:sdtContent></w:sdt>",
    "inline control": p(f"<w:sdt><w:sdtContent>{run('People who suffer from illness')}"
                        "</w:sdtContent></w:sdt>"),
    "another's insertion": p(inserted(run("People who suffer from illness"))),
    "beside a deletion": p("People who suffer", deleted(" much"), " from illness"),
    "typed bullet": p("• People who suffer from illness  "),
    "trimmed texts": p("<w:r><w:t>People who suffer </w:t></w:r>", run(" from illness")),
    "smart tag": p(f'<w:smartTag>{run("People who suffer from")}</w:smartTag>', " illness"),
}  # fmt: skip


@pytest.mark.parametrize("container", CONTAINERS)
def test_accepting_gives_the_proposal_and_rejecting_the_original(container: str) -> None:
    data = Word(CONTAINERS[container]).data()
    copy = review_words(data, "suffer from", "live with")
    assert copy.changes == 1
    assert characters(resolved(copy.data, accept=False)) == characters(story_roots(data))
    (before,) = [text for text in body_texts(data, True) if "suffer" in text]
    after = [text for text in body_texts(copy.data, True) if "live with" in text]
    assert after == [before.replace(" much", "").replace("suffer from", "live with")] or (
        " much" in before and after == [before.replace("suffer much from", "live with much")]
    )


@pytest.mark.parametrize("container", CONTAINERS)
def test_the_comment_stands_on_the_words(container: str) -> None:
    copy = review_words(Word(CONTAINERS[container]).data(), "suffer from")
    (words,) = [text for number, text in anchored(copy.data).items() if number != "1"]
    assert "suffer from" in words.replace(" much", "")
    if "link field" not in container:
        assert words.replace(" much", "").strip() == "suffer from"


def test_new_text_takes_the_formatting_of_the_first_words_it_replaces() -> None:
    body = p("who ", run("suffer", "<w:b/>"), run(" from", "<w:i/>"))
    copy = review_words(Word(body).data(), "suffer from", "live with")
    accepted = characters(resolved(copy.data, accept=True))["word/document.xml"][0]
    assert all("<w:b/>" in look for char, look in accepted if char in "livt")


def test_words_that_stay_are_not_marked_as_changed() -> None:
    copy = review_words(Word(p("The client will comply with staff")).data(),
                        "client will comply with staff", "client may talk with staff")  # fmt: skip
    xml = unzipped(copy.data)["word/document.xml"].decode()
    assert ">will comply</w:delText>" in xml
    assert ">may talk</w:t>" in xml


def test_an_insertion_in_anothers_insertion_is_never_nested() -> None:
    copy = review_words(Word(CONTAINERS["another's insertion"]).data(), "suffer from", "live with")
    root = story_roots(copy.data)["word/document.xml"]
    for mark in root.iter("{*}ins"):
        assert not any(a.tag == mark.tag for a in mark.iterancestors())
    numbers = [m.get(m.tag.rpartition("}")[0] + "}id") for m in root.iter("{*}ins", "{*}del")]
    assert len(set(numbers)) == len(numbers)


ONLY_COMMENTS = {
    "field result": (p(field_codes("REF x", run("Noncompliant"))), "REF"),
    "simple field": (
        p(f'<w:fldSimple w:instr="AUTHOR">{run("Noncompliant")}</w:fldSimple>'), "AUTHOR"
    ),
    "placeholder": (p(drop_down("x", shown="Noncompliant")), "field"),
    "chosen entry": (p(drop_down("x", shown="Noncompliant", placeholder=False)), "drop-down"),
    "drop-down entry": (p(drop_down("Noncompliant")), "entry"),
    "locked": (p('<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>'
                 f'{run("Noncompliant")}</w:sdtContent></w:sdt>'), "locked"),
    "bound": (p('<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>'
                f'{run("Noncompliant")}</w:sdtContent></w:sdt>'), "properties"),
    "over a note mark": (
        p("Non", '<w:r><w:footnoteReference w:id="2"/></w:r>', "compliant"), "note"
    ),
    "link in an insertion": (
        p(inserted(f"<w:hyperlink>{run('Noncompliant')}</w:hyperlink>")), "link"
    ),
    "ruby": (
        p(f"<w:r><w:ruby><w:rubyBase>{run('Noncompliant')}</w:rubyBase></w:ruby></w:r>"), "above"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ONLY_COMMENTS)
def test_where_no_change_can_be_tracked_there_is_a_comment_with_the_reason(case: str) -> None:
    body, reason = ONLY_COMMENTS[case]
    data = Word(p("First words") + body).data()
    copy = review_words(data, "Noncompliant", "Chose otherwise")
    assert (copy.changes, copy.comments) == (0, 2)
    assert characters(story_roots(copy.data)) == characters(story_roots(data))
    comment = comment_texts(copy.data)[1]
    assert "Please change it by hand" in comment
    assert reason in comment
    assert "“Chose otherwise”" in comment


OTHER_STORIES = {
    "header": (
        Word(p("First words"), {"header1": p("Noncompliant people")}, HEADER), "word/header1.xml"
    ),
    "footnote": (
        Word(p("First words", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
             footnotes=f'<w:footnote w:id="2">{p("Noncompliant people")}</w:footnote>'),
        "word/footnotes.xml",
    ),
    "endnote": (
        Word(p("First words", '<w:r><w:endnoteReference w:id="2"/></w:r>'),
             endnotes=f'<w:endnote w:id="2">{p("Noncompliant people")}</w:endnote>'),
        "word/endnotes.xml",
    ),
    "text box": (Word(p("First words", text_box(p("Noncompliant people")))), "word/document.xml"),
}  # fmt: skip


@pytest.mark.parametrize("case", OTHER_STORIES)
def test_outside_the_body_the_change_is_in_place_and_the_comment_in_the_body(case: str) -> None:
    word, part = OTHER_STORIES[case]
    copy = review_words(word.data(), "Noncompliant", "Other")
    assert copy.changes == 1
    assert any("Other people" in text for text in texts(resolved(copy.data, True))[part])
    for name, root in story_roots(copy.data).items():
        boxed = [m for m in root.iter("{*}commentRangeStart") if _in_box(m)]
        assert not boxed
        if name != "word/document.xml":
            assert not list(root.iter("{*}commentRangeStart"))
    first_line = comment_texts(copy.data)[1].splitlines()[0]
    assert "Noncompliant people" in first_line
    assert case.split()[0] in first_line


def _in_box(mark: object) -> bool:
    return any(a.tag.endswith("}txbxContent") for a in mark.iterancestors())  # type: ignore[attr-defined]


def test_both_copies_of_a_text_box_say_the_same() -> None:
    copy = review_words(OTHER_STORIES["text box"][0].data(), "Noncompliant", "Other")
    accepted = texts(resolved(copy.data, True))["word/document.xml"]
    assert accepted.count("Other people") == 2
    assert len(set(ids(copy.data))) == len(ids(copy.data))


def test_of_overlapping_findings_the_graver_one_is_tracked_and_all_are_told() -> None:
    data = Word(p("Monitor medication compliance daily")).data()
    document = read("a.docx", data)
    small = on_words(document, "compliance", "choices", severity=Severity.SUGGESTION)
    large = on_words(document, "Monitor medication compliance", "Listen", severity=Severity.ERROR)
    copy = reviewed(data, [small, large])
    assert (copy.changes, copy.comments) == (1, 3)
    assert body_texts(copy.data, True) == ["Listen daily"]
    assert any("Instead: “choices”" in text for text in comment_texts(copy.data))


def test_a_wider_rewording_replaces_the_wider_span() -> None:
    data = Word(p("The addict lost his home")).data()
    document = read("a.docx", data)
    wide = Suggestion("A person who uses drugs", start=0, end=10)
    copy = reviewed(data, [finding(document, 0, 4, 10, suggestions=(wide,))])
    assert body_texts(copy.data, True) == ["A person who uses drugs lost his home"]


def test_advice_is_told_and_never_tracked() -> None:
    data = Word(p("First words here")).data()
    advice = Suggestion("Ask the person what they want", advice=True)
    copy = reviewed(data, [finding(read("a.docx", data), 0, 0, 5, suggestions=(advice,))])
    assert copy.changes == 0
    assert "Ask the person what they want." in comment_texts(copy.data)[1]


def test_the_comment_says_why_on_whose_word_and_by_which_rule() -> None:
    copy = review_words(Word(p("People who suffer here")).data(), "suffer", "live", "are")
    assert comment_texts(copy.data)[1].splitlines() == [
        "Leads with what is missing.",
        "What people can do comes first.",
        "Or: “are”",
        "Source: WMASS, values.",
        "Warning · PL301 suffers-from",
    ]


def test_the_first_comment_sums_up_and_names_what_is_missing() -> None:
    data = Word(p("First words here")).data()
    document = read("a.docx", data)
    missing = finding(
        document, 0, 0, 0, kind="structure", rule="PS101", message="No supervisor is named"
    )
    copy = reviewed(data, [finding(document, 0, 0, 5, "Last"), missing])
    first = comment_texts(copy.data)[0]
    assert "a job description" in first
    assert "2 passages" in first
    assert "1 rewording is in the text as tracked changes" in first
    assert "No supervisor is named. (PS101)" in first
    assert copy.comments == 2


def test_comments_only_and_changes_only() -> None:
    data = Word(p("People who suffer here")).data()
    comments = review_words(data, "suffer", "live", changes=False)
    changes = review_words(data, "suffer", "live", comments=False)
    assert (comments.changes, comments.comments) == (0, 2)
    assert "Instead: “live”" in comment_texts(comments.data)[1]
    assert (changes.changes, changes.comments) == (1, 0)
    assert "word/comments.xml" not in unzipped(changes.data)


def test_severity_and_rules_choose_the_findings() -> None:
    data = Word(p("People who suffer here")).data()
    document = read("a.docx", data)
    grave = on_words(document, "People", "All", severity=Severity.ERROR, rule="PD101")
    light = on_words(document, "here", "there", severity=Severity.SUGGESTION)
    assert reviewed(data, [grave, light], min_severity=Severity.ERROR).changes == 1
    assert body_texts(reviewed(data, [grave, light], rules=("PD",)).data, True) == [
        "All who suffer here"
    ]
    assert body_texts(reviewed(data, [grave, light], rules=("deficit",)).data, True) == [
        "All who suffer there"
    ]


def test_author_and_date_stand_on_every_mark() -> None:
    data = Word(p("People who suffer here")).data()
    copy = review_words(data, "suffer", "live", author="Jo & Ann")
    parts = unzipped(copy.data)
    for name in ("word/document.xml", "word/comments.xml"):
        assert 'w:author="Jo &amp; Ann"' in parts[name].decode()
        assert 'w:date="2025-01-01T00:00:00Z"' in parts[name].decode()


def test_the_date_comes_from_the_option_then_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert ReviewOptions(written_date()).stamp == "1970-01-02T00:00:00Z"
    assert ReviewOptions(written_date("2025-03-31")).stamp == "2025-03-31T00:00:00Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(UserError, match="SOURCE_DATE_EPOCH"):
        written_date()
    with pytest.raises(UserError, match="tomorrow"):
        written_date("tomorrow")


def test_comments_of_others_stay_and_ours_have_new_ids() -> None:
    theirs = f'<w:comment w:id="7" w:author="Ann">{p("Is this right?")}</w:comment>'
    body = p('<w:commentRangeStart w:id="7"/>', "People", '<w:commentRangeEnd w:id="7"/>',
             '<w:r><w:commentReference w:id="7"/></w:r>', " who suffer here")  # fmt: skip
    data = Word(body, comments=theirs).data()
    copy = review_words(data, "suffer", "live")
    assert comment_texts(copy.data)[0] == "Is this right?"
    assert unzipped(copy.data)["word/comments.xml"].startswith(
        unzipped(data)["word/comments.xml"].partition(b"</w:comments>")[0]
    )
    assert set(anchored(copy.data)) == {"7", "8", "9"}


def test_a_new_comments_part_is_made_known() -> None:
    parts = unzipped(review_words(Word(p("People")).data(), "People", "All").data)
    assert b'PartName="/word/comments.xml"' in parts["[Content_Types].xml"]
    assert b'Target="comments.xml"' in parts["word/_rels/document.xml.rels"]


def test_strict_files_get_a_strict_comments_part() -> None:
    data = Word(p("People who suffer"), strict=True).data()
    copy = review_words(data, "suffer", "live")
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in unzipped(copy.data)["word/comments.xml"]
    assert [b.text for b in read("a.docx", copy.data).blocks] == ["People who live"]


def test_untouched_parts_stay_byte_identical_and_in_order() -> None:
    word = Word(
        p("People who suffer"),
        {"header1": p("Top")},
        HEADER,
        extra={
            "word/vbaProject.bin": b"\0macro",
            "customXml/item1.xml": b"<a/>",
            "word/x.bin": b"",
        },
    )
    data = word.data()
    before, after = unzipped(data), unzipped(review_words(data, "suffer", "live").data)
    touched = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert list(after) == [*before, "word/comments.xml"]
    assert {name for name in before if before[name] != after[name]} == touched


def test_the_same_input_gives_the_same_bytes() -> None:
    data = Word(CONTAINERS["several runs"]).data()
    first = review_words(data, "suffer from", "live with").data
    assert first == review_words(data, "suffer from", "live with").data


def test_characters_xml_cannot_carry_are_left_out() -> None:
    copy = review_words(Word(p("People who suffer")).data(), "suffer", "li\x00ve & <work>\ud800")
    assert body_texts(copy.data, True) == ["People who live & <work>"]


def test_a_document_without_findings_gets_the_summing_up_alone() -> None:
    copy = reviewed(Word(p("All is well")).data(), [])
    assert (copy.changes, copy.comments) == (0, 1)
    assert "found nothing to change" in comment_texts(copy.data)[0]


def test_a_document_without_text_is_reviewed() -> None:
    assert reviewed(Word(p("")).data(), []).comments == 1
    assert reviewed(Word("").data(), []).comments == 0


def test_a_report_on_another_document_is_refused() -> None:
    document = read("a.docx", Word(p("People")).data())
    with pytest.raises(UserError, match="changed since"):
        write_review(Word(p("Others")).data(), document, DocumentReport("a"), ReviewOptions(DATE))


def test_signed_and_protected_documents_are_named() -> None:
    signed = Word(p("People who suffer"), extra={"_xmlsignatures/sig1.xml": b"<s/>"})
    protected = Word(
        p("People who suffer"),
        settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
    )
    assert "digital signature" in review_words(signed.data(), "suffer", "live").notices[0]
    copy = review_words(protected.data(), "suffer", "live")
    assert "protected (reading only)" in copy.notices[0]
    assert "protected (reading only)" in comment_texts(copy.data)[0]


def test_a_copy_that_would_not_prove_right_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    from peerlint.review import changes

    monkeypatch.setattr(changes, "text_elements", lambda like, text: [])
    with pytest.raises(UserError, match="no review copy was kept"):
        review_words(Word(p("People who suffer")).data(), "suffer", "live")


def test_parts_packed_without_relationships_of_the_document_get_them() -> None:
    parts = unzipped(Word(p("People who suffer")).data())
    del parts["word/_rels/document.xml.rels"]
    copy = review_words(zipped(parts), "suffer", "live")
    assert copy.comments == 2
    assert b"comments.xml" in unzipped(copy.data)["word/_rels/document.xml.rels"]
