"""One file with every construct, a marker word in each of them."""

from __future__ import annotations

from .build import (
    Word,
    cell,
    deleted,
    drop_down,
    field_codes,
    inserted,
    item,
    p,
    run,
    table,
    text_box,
)

_FORM = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Reason"/>'
    '<w:helpText w:type="text" w:val="Markhelp for the form"/><w:ddList>'
    '<w:listEntry w:val="Markentry one"/><w:listEntry w:val="Markentry two"/></w:ddList>'
    "</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_NOTE = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def _reference(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


BODY = "".join(
    (
        p("Marktitle of the file", style="Titel"),
        p("Markheading one", style="H1"),
        p("Plain Markplain words", run("and bold", "<w:b/>"), " after."),
        p("Markhouse heading", style="Own"),
        item("Markbullet item"),
        item("Marknumber item", num=1),
        item("Marknested item", num=1, level=1),
        p("Markquote of somebody", style="Q"),
        p("Split Mark", run("split", "<w:i/>"), " across runs"),
        p("Tabs", "<w:r><w:tab/><w:t>Marktab</w:t><w:br/><w:t>Markbreak</w:t></w:r>"),
        p(
            "<w:r><w:t>Marksoft</w:t><w:softHyphen/><w:t>hyphen</w:t><w:noBreakHyphen/><w:t>x</w:t></w:r>"
        ),
        p(inserted(run("Markinserted words")), deleted("Markdeleted words")),
        p(f'<w:moveTo w:id="905" w:author="A">{run("Markmovedto")}</w:moveTo>'),
        p(f'<w:moveFrom w:id="906" w:author="A">{run("Markmovedfrom")}</w:moveFrom>', "kept"),
        p(f'<w:hyperlink w:anchor="x">{run("Markhyperlink here")}</w:hyperlink>'),
        p(field_codes('HYPERLINK "http://markcode.example"', run("Markfieldlink here"))),
        p(field_codes("REF x", run("Markreference result"))),
        p(f'<w:fldSimple w:instr=" AUTHOR ">{run("Marksimple field")}</w:fldSimple>'),
        p(f'<w:smartTag w:uri="u" w:element="e">{run("Marksmarttag")}</w:smartTag>'),
        p(f'<w:customXml w:uri="u" w:element="e">{run("Markcustomxml")}</w:customXml>'),
        p(f'<w:bdo w:val="ltr">{run("Markdirection")}</w:bdo>'),
        p(
            f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('Markrubytop')}</w:rt>"
            f"<w:rubyBase>{run('Markrubybase')}</w:rubyBase></w:ruby></w:r>"
        ),
        p(run("Markhidden text", "<w:vanish/>")),
        p(run("Marksecret text", '<w:rStyle w:val="Secret"/>')),
        p("Choose: ", drop_down("Markchoice one", "Markchoice two")),
        f'<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>{p("Markcontrol block")}'
        "</w:sdtContent></w:sdt>",
        p("Form: ", _FORM),
        p("Boxed ", text_box(p("Markbox in a text box")), "after the box"),
        p("Noted", _reference("footnote", 2), " and", _reference("endnote", 3), " on."),
        p("<w:r><w:t> Marktrimmed </w:t></w:r>", "<w:r><w:t>next</w:t></w:r>"),
        table(
            ("Markcolumn heading", "Second column"),
            ("Markrow heading", "Markcell text"),
            (cell(p("Outer"), table(("Nested head", "b"), ("c", "Markinner cell")), p("")), "z"),
        ),
        "<w:sdt><w:sdtContent>",
        table(("Controlled", "Markcontrolled cell")),
        "</w:sdtContent></w:sdt>",
        p(
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>Markchosen</w:t></mc:Choice>'
            "<mc:Fallback><w:t>Markfallback</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        p("Broken ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "Markbroken stays"),
        p(
            '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
            run(" Marksymbol"),
        ),
        p("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "Markmath beside"),
    )
)


def kitchen_sink(**changes: object) -> Word:
    references = (
        '<w:headerReference w:type="default" r:id="rheader1"/>'
        '<w:headerReference w:type="first" r:id="rheader2"/>'
        '<w:footerReference w:type="default" r:id="rfooter1"/><w:titlePg/>'
    )
    word = Word(
        BODY,
        headers={
            "header1": p("Markheader of all pages"),
            "header2": p("Markfirst header"),
            "footer1": p("Markfooter line"),
        },
        section=references,
        footnotes=_NOTE
        + '<w:footnote w:id="2">'
        + p("<w:r><w:footnoteRef/></w:r>", " Markfootnote text")
        + "</w:footnote>",
        endnotes=f'<w:endnote w:id="3">{p("Markendnote text")}</w:endnote>',
    )
    for name, value in changes.items():
        setattr(word, name, value)
    return word


SEEN = [
    "title",
    "heading",
    "plain",
    "house",
    "bullet",
    "number",
    "nested",
    "quote",
    "split",
    "tab",
    "break",
    "inserted",
    "movedto",
    "hyperlink",
    "fieldlink",
    "reference",
    "simple",
    "smarttag",
    "customxml",
    "direction",
    "rubybase",
    "hidden",
    "secret",
    "choice",
    "control",
    "help",
    "entry",
    "box",
    "trimmed",
    "column",
    "row",
    "cell",
    "inner",
    "controlled",
    "chosen",
    "broken",
    "symbol",
    "math",
    "header",
    "first",
    "footer",
    "footnote",
    "endnote",
]
UNSEEN = ("deleted", "movedfrom", "code", "rubytop", "fallback")
