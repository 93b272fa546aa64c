from __future__ import annotations

import stat

import pytest

from peerlint.errors import DocumentError
from peerlint.formats.writing import write_text_atomically


def test_the_file_is_replaced_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_text_atomically(path, b"new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]


def test_a_link_is_followed(tmp_path):
    target = tmp_path / "real.md"
    target.write_bytes(b"old")
    link = tmp_path / "link.md"
    link.symlink_to(target)
    write_text_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_failed_write_is_told_and_leaves_nothing_behind(tmp_path):
    path = tmp_path / "taken"
    path.mkdir()
    with pytest.raises(DocumentError, match="cannot be written"):
        write_text_atomically(path, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["taken"]


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(DocumentError, match="cannot be written"):
        write_text_atomically(tmp_path / "none" / "a.md", b"new")
