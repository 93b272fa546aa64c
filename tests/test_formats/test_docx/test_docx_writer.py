"""Edits in place: the text changes and nothing else."""

from __future__ import annotations

import io
import zipfile

import pytest

from peerlint.errors import UserError
from peerlint.formats.docx import read
from peerlint.formats.docx.writer import apply_edits, cannot_edit, notices
from peerlint.formats.edit import Edit

from .build import Word, inserted, p, run, text_box, unzipped
from .reviewing import characters, story_roots


def edited(word: Word, *edits: Edit) -> bytes:
    return apply_edits(word.data(), edits)


def texts(data: bytes) -> list[str]:
    return [block.text for block in read("a.docx", data).blocks]


def test_an_edit_over_runs_takes_the_first_runs_formatting() -> None:
    word = Word(p("who ", run("suffer", "<w:b/>"), run(" from", "<w:i/>"), " it"))
    data = edited(word, Edit(0, 4, 15, "live with"))
    assert texts(data) == ["who live with it"]
    shown = characters(story_roots(data))["word/document.xml"][0]
    assert [char for char, look in shown if "<w:b/>" in look] == list("live with")


def test_edits_of_one_run_do_not_disturb_each_other() -> None:
    word = Word(p("one two three"))
    assert texts(edited(word, Edit(0, 0, 3, "1"), Edit(0, 8, 13, "3"))) == ["1 two 3"]


def test_breaks_and_tabs_in_a_span_go_and_new_ones_become_elements() -> None:
    word = Word(p("a", "<w:r><w:tab/><w:t>b</w:t><w:br/></w:r>", "c"))
    data = edited(word, Edit(0, 0, 5, "x\ty"))
    assert texts(data) == ["x\ty"]
    assert b"<w:br/>" not in unzipped(data)["word/document.xml"]


def test_an_edit_in_somebodys_insertion_stays_theirs() -> None:
    data = edited(Word(p(inserted(run("who suffer")))), Edit(0, 4, 10, "live"))
    xml = unzipped(data)["word/document.xml"].decode()
    assert xml.count("<w:ins ") == 1
    assert "who live" in xml


def test_both_copies_of_a_text_box_change() -> None:
    data = edited(Word(p("x", text_box(p("who suffer")))), Edit(1, 4, 10, "live"))
    assert unzipped(data)["word/document.xml"].count(b"who live") == 2


def test_no_edits_give_the_same_bytes() -> None:
    data = Word(p("who suffer")).data()
    assert apply_edits(data, ()) == data


def test_entries_keep_order_dates_and_compression() -> None:
    word = Word(p("who suffer"), extra={"word/media/a.bin": b"\0" * 5000})
    data = word.data()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(io.BytesIO(apply_edits(data, [Edit(0, 4, 10, "live")]))) as new,
    ):
        kept = [(i.filename, i.date_time, i.compress_type) for i in old.infolist()]
        assert kept == [(i.filename, i.date_time, i.compress_type) for i in new.infolist()]


def test_a_signed_file_is_refused_with_the_reason() -> None:
    word = Word(p("who suffer"), extra={"_xmlsignatures/sig1.xml": b"<s/>"})
    with pytest.raises(UserError, match="digital signature"):
        edited(word, Edit(0, 4, 10, "live"))


def test_a_protected_file_is_changed_and_named() -> None:
    word = Word(
        p("who suffer"), settings='<w:documentProtection w:edit="forms" w:enforcement="true"/>'
    )
    assert "filling in forms only" in notices(word.data())[0]
    assert texts(edited(word, Edit(0, 4, 10, "live"))) == ["who live"]


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(3, 0, 1, "x")],
        [Edit(0, 4, 99, "x")],
        [Edit(0, 0, 5, "x"), Edit(0, 4, 6, "y")],
    ],
)
def test_edits_that_do_not_fit_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(UserError):
        edited(Word(p("who suffer")), *edits)


def test_what_cannot_be_edited_is_told_in_words() -> None:
    data = Word(p(f'<w:fldSimple w:instr="TITLE">{run("who suffer")}</w:fldSimple>')).data()
    edit = Edit(0, 4, 10, "live")
    assert cannot_edit(data, [edit]) == ((edit, "the result of a TITLE field"),)
    assert texts(apply_edits(data, [edit])) == ["who suffer"]


def test_the_namespace_prefixes_of_the_part_are_kept() -> None:
    word = Word(p("who ", run("suffer", "<w:b/>")))
    before = unzipped(word.data())["word/document.xml"]
    before = before.replace(b"<w:sectPr></w:sectPr>", b"<w:sectPr/>")
    after = unzipped(edited(word, Edit(0, 4, 10, "live")))["word/document.xml"]
    assert before.replace(b"suffer", b"live") == after
