"""From the XML of a story to paragraphs with text: one pass, no recursion.

The text is what stands when everybody's tracked changes are accepted. Text boxes come right
after the paragraph that holds them, each of them once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from peerlint.formats.docx.alternatives import chosen_branch
from peerlint.formats.docx.controls import control_flags, control_name, form_entries, list_entries
from peerlint.formats.docx.fields import Field, field_mark_type, paired_marks
from peerlint.formats.docx.names import LOCAL, W14, XML_SPACE, word_namespace
from peerlint.formats.docx.state import Flow, OpenParagraph, Section, WalkState
from peerlint.formats.docx.story import (
    CHARACTER,
    MARK,
    TEXT,
    Cell,
    CommentMark,
    Leaf,
    Story,
    StoryParagraph,
    Table,
)
from peerlint.formats.docx.styles import (
    PLAIN,
    RunFormat,
    child,
    number,
    run_properties,
    value,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLANKS = " \t\r\n"
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FLAGGED = {
    "ins": "inserted",
    "moveTo": "inserted",
    "hyperlink": "hyperlink",
    "smartTag": "smart-tag",
    "dir": "direction",
    "bdo": "direction",
    "ruby": "ruby",
}
_PLAIN_PARENTS = frozenset(
    {"p", "hyperlink", "ins", "moveTo", "sdtContent", "smartTag", "customXml", "dir", "bdo"}
    | {"fldSimple"}
)
_SKIPPED = frozenset(
    {
        *("del", "moveFrom", "rPr", "rt", "rubyPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr"),
        *("sdtEndPr", "smartTagPr", "customXmlPr", "pPr", "delText", "delInstrText"),
    }
)
_NUMBERING_OFF = "0"


class StoryWalker:
    """Walks one story and appends its paragraphs to the state."""

    def __init__(self, story: Story, state: WalkState, preserve: bool) -> None:
        """`preserve`: whether the part's root keeps blanks at the ends of texts."""
        self._story = story
        self._state = state
        self._preserve = preserve
        self._frame = Flow()
        self._frames: list[Flow] = []
        self._closers: list[tuple[_Element, Callable[[], None]]] = []
        self._marks: frozenset[_Element] = frozenset()
        self._flagset: frozenset[str] | None = None
        self._waiting_marks: list[tuple[str, str]] = []
        self._handlers: dict[str, Callable[[_Element], bool | None]] = {
            "p": self._paragraph,
            "r": self._run,
            "t": self._text,
            "sym": self._symbol,
            "tbl": self._table,
            "tr": self._row,
            "tc": self._cell,
            "sdt": self._control,
            "sdtPr": self._skip,
            "sectPr": self._section,
            "txbxContent": self._box,
            "fldChar": self._field_mark,
            "fldSimple": self._simple_field,
            "instrText": self._field_code,
            "mc:AlternateContent": self._alternatives,
            "mc:Choice": self._branch,
            "mc:Fallback": self._branch,
            "drawing": self._mark,
            "object": self._mark,
            "pict": self._mark,
            "footnoteReference": self._note_reference,
            "endnoteReference": self._note_reference,
            "commentRangeStart": self._comment_mark,
            "commentRangeEnd": self._comment_mark,
            "commentReference": self._comment_mark,
            "lastRenderedPageBreak": self._page_break,
            "altChunk": self._other_file,
            "subDoc": self._other_file,
            "?oMath": self._formula,
            "?oMathPara": self._formula,
            **dict.fromkeys(_CHARACTERS, self._character),
            **dict.fromkeys(_FLAGGED, self._flagged),
            **dict.fromkeys(_SKIPPED, self._skip),
        }

    def walk(self, top: _Element) -> None:
        """Read everything below `top`."""
        from lxml import etree

        self._marks = paired_marks(top)
        events = etree.iterwalk(top, events=("start", "end"))
        for event, element in events:
            if event == "end":
                if self._closers and self._closers[-1][0] is element:
                    self._closers.pop()[1]()
                continue
            handler = self._handlers.get(LOCAL[element.tag])
            if handler is not None and handler(element):
                events.skip_subtree()
        self._place_waiting_marks(at_end=True)

    # State

    def _on_close(self, element: _Element, action: Callable[[], None]) -> None:
        self._closers.append((element, action))

    def _push_flag(self, flag: str) -> None:
        self._frame.flags.append(flag)
        self._flagset = None

    def _pop_flags(self, count: int = 1) -> None:
        del self._frame.flags[len(self._frame.flags) - count :]
        self._flagset = None

    def _flags(self) -> frozenset[str]:
        if self._flagset is None:
            names = [f"field:{field.name}" for field in self._frame.fields if field.in_result]
            self._flagset = frozenset([*self._frame.flags, *names])
        return self._flagset

    def _in_code(self) -> bool:
        return any(not field.in_result for field in self._frame.fields)

    def _skip(self, element: _Element) -> bool:
        return True

    def _emit(self, paragraph: StoryParagraph) -> None:
        if self._frame.open:
            self._frame.open[-1].after.append(paragraph)
        elif self._frames:
            self._frames[-1].open[-1].after.append(paragraph)
        else:
            self._state.paragraphs.append(paragraph)

    # Paragraphs and runs

    def _paragraph(self, element: _Element) -> None:
        properties = child(element, "pPr")
        style_id = value(child(properties, "pStyle"))
        style = self._state.styles.paragraph(style_id)
        paragraph = StoryParagraph(self._story, element, style)
        paragraph.heading = style.heading
        paragraph.centred = style.centred
        paragraph.section = len(self._state.sections) + 1
        flags: set[str] = set()
        if properties is not None:
            self._read_properties(paragraph, properties, flags)
        self._number(paragraph, properties, style_id)
        frame = self._frame
        paragraph.cell = frame.cells[-1] if frame.cells else None
        paragraph.box, paragraph.box_anchor = frame.box, frame.box_anchor
        paragraph.key = element.get(f"{{{W14}}}paraId") or ""
        paragraph.page = self._state.page_breaks
        paragraph.flags = frozenset(flags) | self._flags()
        opened = OpenParagraph(paragraph)
        opened.marks = [(comment, role, 0) for comment, role in self._waiting_marks]
        self._waiting_marks.clear()
        frame.open.append(opened)
        self._on_close(element, self._close_paragraph)

    def _read_properties(
        self, paragraph: StoryParagraph, properties: _Element, flags: set[str]
    ) -> None:
        outline = number(value(child(properties, "outlineLvl")))
        if outline is not None:
            paragraph.heading = outline + 1 if 0 <= outline <= 8 else None
        alignment = value(child(properties, "jc"))
        if alignment is not None:
            paragraph.centred = alignment == "center"
        if child(child(properties, "rPr"), "del") is not None:
            flags.add("joins-next")
        section = child(properties, "sectPr")
        if section is not None:
            self._section(section)

    def _number(
        self, paragraph: StoryParagraph, properties: _Element | None, style_id: str | None
    ) -> None:
        direct = child(properties, "numPr")
        style = paragraph.style
        num_id = value(child(direct, "numId")) or style.num_id
        if num_id is None or num_id == _NUMBERING_OFF:
            return
        level = number(value(child(direct, "ilvl")))
        if level is None:
            level = style.num_level
        if level is None:
            level = self._state.numbering.level_of_style(num_id, style_id)
        paragraph.label = self._state.numbering.label(num_id, level)

    def _close_paragraph(self) -> None:
        opened = self._frame.open.pop()
        opened.paragraph.text = "".join(opened.chunks)
        self._emit(opened.paragraph)
        if not self._frame.open and not self._frames:
            place = len(self._state.paragraphs) - 1
            for comment, role, offset in opened.marks:
                self._state.comment_marks.append(CommentMark(comment, role, place, offset))
        for inner in opened.after:
            self._emit(inner)

    def _run(self, element: _Element) -> None:
        if not self._frame.open:
            return
        opened = self._frame.open[-1]
        opened.runs.append(element)
        opened.formats.append(self._format(element, opened.paragraph))
        hidden = bool(opened.formats[-1].hidden)
        if hidden:
            self._push_flag("hidden")
        self._on_close(element, lambda: self._close_run(opened, hidden))

    def _close_run(self, opened: OpenParagraph, hidden: bool) -> None:
        opened.runs.pop()
        opened.formats.pop()
        if hidden:
            self._pop_flags()

    def _format(self, run: _Element, paragraph: StoryParagraph) -> RunFormat:
        properties = child(run, "rPr")
        base = paragraph.style.run
        if properties is None:
            return base
        style_id, direct = run_properties(properties)
        key = (id(base), style_id, direct)
        if key not in self._state.formats:
            below = base if style_id is None else self._state.styles.run(style_id).over(base)
            self._state.formats[key] = direct.over(below)
        return self._state.formats[key]

    # Characters

    def _add(self, element: _Element, text: str, skip: int, kind: str) -> None:
        if not self._frame.open or self._in_code():
            return
        opened = self._frame.open[-1]
        parent = element.getparent()
        run = opened.runs[-1] if opened.runs and parent is opened.runs[-1] else None
        if run is not None and _parent_name(run) not in _PLAIN_PARENTS:
            run = None
        start = opened.length
        opened.length += len(text)
        if text:
            opened.chunks.append(text)
        opened.paragraph.leaves.append(
            Leaf(
                element=element,
                start=start,
                end=opened.length,
                skip=skip,
                kind=kind,
                run=run,
                flags=self._flags(),
                format=opened.formats[-1] if opened.formats else PLAIN,
            )
        )

    def _text(self, element: _Element) -> bool:
        text = element.text or ""
        skip = 0
        if not self._preserve and element.get(XML_SPACE) != "preserve":
            stripped = text.lstrip(_BLANKS)
            skip = len(text) - len(stripped)
            text = stripped.rstrip(_BLANKS)
        if text:
            shown = text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
            self._add(element, shown, skip, TEXT)
        return True

    def _character(self, element: _Element) -> bool:
        # `tab` also names a tab stop in paragraph properties, but those are skipped as a whole.
        self._add(element, _CHARACTERS[LOCAL[element.tag]], 0, CHARACTER)
        return True

    def _symbol(self, element: _Element) -> bool:
        code = element.get(f"{word_namespace(element.tag)}char") or ""
        try:
            char = chr(int(code, 16))
        except (ValueError, OverflowError):
            char = "\ufffc"
        if "\ud800" <= char <= "\uf8ff":
            char = "\ufffc"
        self._add(element, char, 0, CHARACTER)
        return True

    def _mark(self, element: _Element) -> None:
        self._add(element, "", 0, MARK)

    def _formula(self, element: _Element) -> bool:
        self._add(element, "", 0, MARK)
        return True

    def _note_reference(self, element: _Element) -> None:
        self._mark(element)
        kind = LOCAL[element.tag].removesuffix("Reference")
        note = element.get(f"{word_namespace(element.tag)}id") or ""
        if self._story.kind == "body":
            self._state.notes.setdefault((kind, note), element)

    def _page_break(self, element: _Element) -> None:
        if self._story.kind == "body":
            self._state.page_breaks += 1

    def _other_file(self, element: _Element) -> None:
        self._state.other_files = True

    # Comments of others

    def _comment_mark(self, element: _Element) -> None:
        comment = element.get(f"{word_namespace(element.tag)}id") or ""
        role = LOCAL[element.tag].removeprefix("comment").removeprefix("Range").lower()
        if role == "reference":
            self._mark(element)
        if self._story.kind != "body" or self._frames:
            return
        if self._frame.open:
            opened = self._frame.open[-1]
            opened.marks.append((comment, role, opened.length))
        elif role == "start":
            self._waiting_marks.append((comment, role))
        else:
            self._mark_at_end(comment, role)

    def _mark_at_end(self, comment: str, role: str) -> None:
        place = len(self._state.paragraphs) - 1
        if place >= 0:
            offset = len(self._state.paragraphs[place].text)
            self._state.comment_marks.append(CommentMark(comment, role, place, offset))

    def _place_waiting_marks(self, at_end: bool) -> None:
        for comment, role in self._waiting_marks:
            self._mark_at_end(comment, role)
        self._waiting_marks.clear()

    # Wrappers

    def _flagged(self, element: _Element) -> None:
        self._push_flag(_FLAGGED[LOCAL[element.tag]])
        self._on_close(element, self._pop_flags)

    def _alternatives(self, element: _Element) -> None:
        """Read one branch only: they say the same thing to programs of different age."""
        if self._frame.open and self._frame.open[-1].runs:
            self._mark(element)

    def _branch(self, element: _Element) -> bool:
        parent = element.getparent()
        return parent is not None and chosen_branch(parent) is not element

    def _control(self, element: _Element) -> None:
        properties = child(element, "sdtPr")
        flags = control_flags(properties)
        for flag in flags:
            self._push_flag(flag)
        self._on_close(element, lambda: self._pop_flags(len(flags)))
        if properties is None:
            return
        entries = list_entries(properties, child(element, "sdtContent"))
        self._add_entries(entries, "choice", control_name(properties), element)

    def _add_entries(
        self, entries: tuple[str, ...], kind: str, name: str, anchor: _Element
    ) -> None:
        if not entries:
            return
        self._state.choices += 1
        frame = self._frame
        for text in entries:
            self._emit(
                StoryParagraph(
                    self._story,
                    None,
                    self._state.styles.paragraph(None),
                    text=text,
                    kind=kind,
                    name=name or f"form field {self._state.choices}",
                    cell=frame.cells[-1] if frame.cells else None,
                    box=frame.box,
                    box_anchor=frame.box_anchor,
                    anchor=anchor,
                    flags=self._flags() | {kind},
                    page=self._state.page_breaks,
                )
            )

    def _box(self, element: _Element) -> None:
        outer = self._frame
        if not outer.open:
            return  # a text box outside any paragraph: its text flows with the story
        self._state.boxes += 1
        runs = outer.open[-1].runs
        self._frames.append(outer)
        self._frame = Flow(
            flags=["text-box"],
            box=self._state.boxes,
            box_anchor=outer.box_anchor if outer.box_anchor is not None else _first(runs),
        )
        self._flagset = None
        self._on_close(element, self._close_box)

    def _close_box(self) -> None:
        self._frame = self._frames.pop()
        self._flagset = None

    # Fields

    def _field_mark(self, element: _Element) -> None:
        if element not in self._marks:
            return
        fields = self._frame.fields
        kind = field_mark_type(element)
        if kind == "begin":
            self._mark(element)
            self._add_form_data(element)
            fields.append(Field(element))
        elif kind == "separate" and fields:
            fields[-1].in_result = True
        elif kind == "end" and fields:
            fields.pop()
            self._flagset = None
            self._mark(element)
        self._flagset = None

    def _add_form_data(self, element: _Element) -> None:
        form = child(element, "ffData")
        if form is None:
            return
        name, choices, helps = form_entries(form)
        self._add_entries(choices, "choice", name, element)
        self._add_entries(helps, "help", name, element)

    def _field_code(self, element: _Element) -> bool:
        fields = self._frame.fields
        if fields and not fields[-1].in_result:
            fields[-1].code = (fields[-1].code + (element.text or ""))[:200]
        return True

    def _simple_field(self, element: _Element) -> None:
        code = element.get(f"{word_namespace(element.tag)}instr") or ""
        self._mark(element)
        frame = self._frame
        frame.fields.append(Field(element, code[:200], in_result=True))
        self._flagset = None

        def close() -> None:
            if frame.fields:
                frame.fields.pop()
            self._flagset = None
            self._mark(element)

        self._on_close(element, close)

    # Tables and sections

    def _table(self, element: _Element) -> None:
        frame, state = self._frame, self._state
        parent = frame.cells[-1] if frame.cells else None
        state.table_keys += 1
        if parent is not None:
            parent.nested += 1
            count = parent.nested
        elif self._story.kind == "body" and not self._frames:
            state.body_tables += 1
            count = state.body_tables
        else:
            frame.table_count += 1
            count = frame.table_count
        frame.tables.append(Table(state.table_keys, count, parent))
        self._on_close(element, _popper(frame.tables))

    def _row(self, element: _Element) -> bool:
        tables = self._frame.tables
        properties = child(element, "trPr")
        if child(properties, "del") is not None:
            return True
        if tables:
            tables[-1].rows += 1
            before = number(value(child(properties, "gridBefore"))) or 0
            columns = self._frame.columns
            columns.append(1 + max(before, 0))
            self._on_close(element, _popper(columns))
        return False

    def _cell(self, element: _Element) -> bool:
        frame = self._frame
        properties = child(element, "tcPr")
        if child(properties, "cellDel") is not None:
            return True
        if not frame.tables or not frame.columns:
            return False
        span = max(number(value(child(properties, "gridSpan"))) or 1, 1)
        column = frame.columns[-1]
        frame.columns[-1] += span
        cell = Cell(frame.tables[-1], frame.tables[-1].rows, column, span)
        cell.whole_row = column == 1 and _is_last_cell(element)
        frame.cells.append(cell)
        self._on_close(element, _popper(frame.cells))
        return False

    def _section(self, element: _Element) -> bool:
        section = Section()
        for found in element:
            name = LOCAL[found.tag] if isinstance(found.tag, str) else ""
            if name in ("headerReference", "footerReference"):
                kind = found.get(f"{word_namespace(found.tag)}type") or "default"
                link = next((str(v) for k, v in found.items() if str(k).endswith("}id")), "")
                section.references.append((name, kind, link))
        self._state.sections.append(section)
        return True


def _popper(stack: list[Any]) -> Callable[[], None]:
    def pop() -> None:
        stack.pop()

    return pop


def _is_last_cell(cell: _Element) -> bool:
    return all(LOCAL[after.tag] != "tc" for after in cell.itersiblings("*"))


def _parent_name(element: _Element) -> str:
    parent = element.getparent()
    return "" if parent is None else LOCAL[parent.tag]


def _first(elements: list[_Element]) -> _Element | None:
    return elements[0] if elements else None
