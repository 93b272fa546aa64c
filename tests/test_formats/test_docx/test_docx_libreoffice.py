"""LibreOffice opens every review copy and finds the comments and changes (where installed)."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from peerlint.formats.docx import read

from .build import STYLES, Word, deleted, inserted, item, p, run, table
from .kitchen_sink import kitchen_sink
from .reviewing import finding, reviewed

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

ONE_TABLE = Word(
    table(
        ("Title", "Peer specialist"),
        ("Duties", item("Administer medications") + item("Transport clients")),
    )
)
OTHERS_CHANGES = Word(
    p("People ", inserted(run("who suffer ")), deleted("badly "), "here")
    + p(run("Bold line", "<w:b/>"))
    + p("More words follow"),
    styles=STYLES,
)
CASES = {"kitchen sink": kitchen_sink(), "one table": ONE_TABLE, "changes": OTHERS_CHANGES}


def convert(source: Path, kind: str, folder: Path) -> Path:
    subprocess.run(
        [
            *("timeout", "-k", "5", "120", str(SOFFICE), "--headless"),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--convert-to", kind, "--outdir", str(folder / "out"), str(source)),
        ],
        check=True,
        capture_output=True,
    )
    return folder / "out" / f"{source.stem}.{kind}"


def content(odt: Path) -> etree._Element:
    with zipfile.ZipFile(odt) as archive:
        return etree.fromstring(archive.read("content.xml"))


@pytest.mark.parametrize("case", CASES)
def test_every_comment_and_change_arrives(case: str, tmp_path: Path) -> None:
    data = CASES[case].data()
    document = read("a.docx", data)
    findings = [
        finding(document, block.index, 0, len(block.text.split()[0]), "New")
        for block in document.blocks
        if "header" not in block.attributes and "choice" not in block.attributes
    ]
    copy = reviewed(data, findings)
    source = tmp_path / "copy.docx"
    source.write_bytes(copy.data)
    root = content(convert(source, "odt", tmp_path))
    assert len(list(root.iter("{*}annotation"))) == copy.comments
    authors = [
        creator.text
        for region in root.iter("{*}changed-region")
        for creator in region.iter("{*}creator")
    ]
    # LibreOffice drops tracking in block controls, and keeps that of headers in another part.
    assert authors.count("peerlint") >= copy.changes
