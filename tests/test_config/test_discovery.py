"""Which documents a run is about."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from peerlint.discovery import Discovery, discover


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(*paths: str, text: str = "x") -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


def _shown(found: Discovery) -> list[str]:
    return [one.shown for one in found.inputs]


def test_folder_gives_its_documents_in_order_whatever_their_depth() -> None:
    _write("b.md", "a.docx", "sub/c.txt", "sub/deep/d.html", "z.rst", "picture.png")
    expected = ["a.docx", "b.md", "z.rst", "sub/c.txt", "sub/deep/d.html"]
    assert _shown(discover(["."])) == expected


def test_pdf_is_taken_only_when_named() -> None:
    _write("a.md", "a.pdf")
    assert _shown(discover(["."])) == ["a.md"]
    assert _shown(discover(["a.pdf"])) == ["a.pdf"]


def test_ending_counts_without_regard_to_case() -> None:
    _write("A.DOCX")
    assert _shown(discover(["."])) == ["A.DOCX"]


def test_hidden_entries_and_word_lock_files_are_passed_over() -> None:
    _write("a.md", ".hidden/b.md", ".c.md", "~$a.docx")
    assert _shown(discover(["."])) == ["a.md"]


def test_gitignore_holds_in_its_folder_and_below_and_the_deeper_one_wins() -> None:
    _write("a.md", "build/b.md", "sub/old.md", "sub/kept/old.md")
    _write(".gitignore", text="build/\nold.md\n")
    _write("sub/kept/.gitignore", text="!old.md\n")
    assert _shown(discover(["."])) == ["a.md", "sub/kept/old.md"]


def test_gitignore_above_the_folder_holds_within_the_repository() -> None:
    _write("docs/draft.md", "docs/final.md")
    _write(".gitignore", text="draft.md\n")
    assert _shown(discover(["docs"])) == ["docs/draft.md", "docs/final.md"]
    subprocess.run(["git", "init", "-q"], check=True)
    assert _shown(discover(["docs"])) == ["docs/final.md"]


def test_excluded_files_and_folders_are_passed_over_unless_named() -> None:
    _write("a.md", "archive/b.md")

    def is_excluded(path: Path) -> bool:
        return "archive" in path.parts

    assert _shown(discover(["."], is_excluded=is_excluded)) == ["a.md"]
    named = ["archive/b.md"]
    assert _shown(discover(named, is_excluded=is_excluded)) == named
    assert not discover(named, is_excluded=is_excluded, force_exclude=True).inputs


def test_a_document_named_twice_comes_once() -> None:
    _write("docs/a.md")
    assert _shown(discover(["docs/a.md", "docs", "./docs/../docs/a.md"])) == ["docs/a.md"]


def test_paths_are_shown_as_given() -> None:
    _write("docs/a.md")
    absolute = Path("docs").absolute()
    assert _shown(discover([str(absolute)])) == [(absolute / "a.md").as_posix()]


def test_folder_without_documents_is_an_error_and_the_others_still_come() -> None:
    _write("a.md")
    Path("empty").mkdir()
    found = discover(["empty", "a.md"])
    assert _shown(found) == ["a.md"]
    assert [str(error).split(";")[0] for error in found.errors] == [
        "empty: holds no documents to check"
    ]


def test_unreadable_folder_is_an_error_and_the_rest_still_comes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _write("a.md", "locked/b.md")
    real = Path.iterdir

    def guarded(folder: Path) -> Iterator[Path]:
        if folder.name == "locked":
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(Path, "iterdir", guarded)
    found = discover(["."])
    assert _shown(found) == ["a.md"]
    assert str(found.errors[0]).startswith("locked: cannot be read: permission denied")


def test_linked_folders_are_not_followed() -> None:
    _write("docs/a.md")
    Path("docs/loop").symlink_to(Path("docs").absolute())
    assert _shown(discover(["docs"])) == ["docs/a.md"]


def test_standard_input_takes_the_given_name() -> None:
    assert _shown(discover(["-"])) == ["<stdin>"]
    assert _shown(discover(["-", "-"], stdin_filename="a/b.md")) == ["a/b.md"]


def test_impossible_names_reach_the_reader_that_tells_what_is_wrong() -> None:
    assert len(discover(["x" * 5000, "a\0b"]).inputs) == 2
