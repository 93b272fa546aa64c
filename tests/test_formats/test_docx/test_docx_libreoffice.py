"""LibreOffice opens every review copy and finds the comments and changes (where installed)."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from peerlint.formats.docx import read

from .build import STYLES, Word, deleted, inserted, item, p, run, table, text_box
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


MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Resolve(source, target, command)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = &quot;Hidden&quot;
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, &quot;_blank&quot;, 0, hidden())
  dispatcher = createUnoService(&quot;com.sun.star.frame.DispatchHelper&quot;)
  Dim none()
  frame = doc.CurrentController.Frame
  dispatcher.executeDispatch(frame, &quot;.uno:&quot; &amp; command, &quot;&quot;, 0, none())
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = &quot;FilterName&quot;
  kind(0).Value = &quot;MS Word 2007 XML&quot;
  doc.storeToURL(target, kind())
  doc.close(True)
End Sub
</script:module>"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>"""


def resolve_all(source: Path, command: str, folder: Path) -> list[str]:
    """The texts of a copy after LibreOffice accepted or rejected all its changes."""
    target = folder / f"{command}.docx"
    basic = folder / "profile" / "user" / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Module1.xba").write_text(MACRO)
    (basic / "script.xlb").write_text(LIBRARY)
    call = f'Resolve("{source.as_uri()}","{target.as_uri()}","{command}")'
    subprocess.run(
        [
            *("timeout", "-k", "5", "120", str(SOFFICE), "--headless"),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            f"macro:///Standard.Module1.{call}",
        ],
        check=True,
        capture_output=True,
    )
    return [block.text for block in read(target.name, target.read_bytes()).blocks]


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


MANY_PLACES = Word(
    p("Plain people who suffer", style="H1")
    + p("People ", run("who suffer", "<w:b/>"), run(" much", "<w:i/>"), " and stay")
    + p("Linked ", f'<w:hyperlink w:anchor="x">{run("people who suffer")}</w:hyperlink>')
    + p("Controlled ", f"<w:sdt><w:sdtContent>{run('people who suffer')}</w:sdtContent></w:sdt>")
    + table(("Heading", "People who suffer"), (item("One who suffers"), "Last"))
    + p("Boxed ", text_box(p("People who suffer in a box")))
    + p("Noted", '<w:r><w:footnoteReference w:id="2"/></w:r>', " people"),
    {"header1": p("Header of people who suffer")},
    '<w:headerReference w:type="default" r:id="rheader1"/>',
    footnotes=f'<w:footnote w:id="2">{p("A note on people who suffer")}</w:footnote>',
)


def test_libreoffice_accepts_to_the_proposal_and_rejects_to_the_original(tmp_path: Path) -> None:
    data = MANY_PLACES.data()
    document = read("a.docx", data)
    findings = [
        finding(document, block.index, start, start + len("who suffer"), "living with much")
        for block in document.blocks
        if (start := block.text.find("who suffer")) >= 0
    ]
    copy = reviewed(data, findings, comments=False)
    source = tmp_path / "copy.docx"
    source.write_bytes(copy.data)
    convert(source, "odt", tmp_path)  # also makes the profile that the macro is put into
    originals = [block.text for block in document.blocks]
    proposals = [text.replace("who suffer", "living with much") for text in originals]
    assert copy.changes == len(findings) == 9
    assert resolve_all(source, "RejectAllTrackedChanges", tmp_path) == originals
    assert resolve_all(source, "AcceptAllTrackedChanges", tmp_path) == proposals
