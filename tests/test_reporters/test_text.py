"""The text report, as somebody reads it who is no programmer."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from peerlint.document import Position
from peerlint.finding import DocumentReport, Finding, RunReport
from peerlint.reporters.text import Style, plain_lines, render


def _only(*findings: Finding) -> RunReport:
    document = DocumentReport(path="a.md", words=10, findings=findings)
    return RunReport(documents=(document,), version="0")


def _sections(text: str) -> list[str]:
    return text.split("\n\n")


def test_passage_is_marked_under_the_sentence(duty: Finding) -> None:
    lines = render(_only(duty)).splitlines()
    at = next(i for i, line in enumerate(lines) if "Administer" in line)
    assert lines[at + 1] == " " * lines[at].index("Administer") + "^" * len(duty.quote)


def test_finding_tells_severity_place_message_rewording_and_reason(duty: Finding) -> None:
    shown = " ".join(render(_only(duty)).split())
    assert "error Duties, bullet 3 5:3 PD101 Handing out medication" in shown
    assert "Try: Support residents to ask their own questions about evening medications." in shown
    assert "Why: Whoever hands out medication" in shown


def test_reason_of_a_rule_comes_once(duty: Finding) -> None:
    assert render(_only(duty, duty)).count("Why: ") == 1


def test_fourth_hit_of_a_rule_is_only_counted(duty: Finding) -> None:
    hits = [replace(duty, start=Position(line, 3)) for line in (5, 6, 7, 8, 9)]
    shown = render(_only(*hits))
    assert shown.count("Handing out medication") == 3
    assert "PD101 medication-administration: 2 more, at 8:3 and 9:3" in shown


def test_verbose_shows_every_hit_all_rewordings_and_sources(duty: Finding) -> None:
    shown = render(_only(*[duty] * 5), Style(verbose=True))
    assert shown.count("Handing out medication") == 5
    assert "Think of: Ask the director first." in shown
    assert "Sources: WMASS, activity chart, Medications" in shown


def test_verbose_tells_how_sure_the_second_reader_is(duty: Finding) -> None:
    doubted = replace(duty, confidence=0.36)
    found = replace(doubted, learned=True, weighed=("evening",))
    assert "The second reader doubts it: 36% sure" in render(_only(doubted), Style(verbose=True))
    assert "Found by the second reader, 36% sure; above all: evening" in render(
        _only(found), Style(verbose=True)
    )
    assert "second reader" not in render(_only(doubted))


def test_structure_finding_has_no_sentence_and_no_marks(structure: Finding) -> None:
    shown = render(_only(structure))
    assert "The text does not say who supervises the role" in shown
    assert "^" not in shown
    assert "Think of: Name the supervisor." in shown


def test_no_line_is_wider_than_the_terminal(report: RunReport) -> None:
    for width in (24, 40, 80):
        assert max(map(len, render(report, Style(width=width)).splitlines())) <= width


def test_passage_over_two_lines_is_marked_on_both(duty: Finding) -> None:
    marks = [line for line in render(_only(duty), Style(width=40)).splitlines() if "^" in line]
    assert len(marks) == 2


def test_colour_underlines_instead_of_carets(duty: Finding) -> None:
    shown = render(_only(duty), Style(colour=True))
    assert "\x1b[1;4m" in shown
    assert "^" not in shown


def test_plain_report_holds_no_terminal_codes(report: RunReport) -> None:
    assert "\x1b" not in render(report, Style(verbose=True, statistics=True))


def test_document_text_cannot_steer_the_terminal(duty: Finding) -> None:
    hostile = replace(duty, sentence="\x1b[2J\u202e" + duty.sentence, sentence_start=-5)
    shown = render(_only(hostile), Style(colour=False))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_long_sentence_is_cut_around_the_passage(duty: Finding) -> None:
    padding = "and so on " * 60
    long = replace(duty, sentence=padding + duty.sentence, sentence_start=-len(padding))
    shown = render(_only(long))
    assert "Administer" in shown
    assert shown.count("and so on") < 30
    assert render(_only(long), Style(verbose=True)).count("and so") > 30


def test_summary_counts_by_severity_and_names_unread_inputs(report: RunReport) -> None:
    end = " ".join(_sections(render(report))[-1].split())
    assert end.startswith("1 error, 1 warning and 1 suggestion in 2 documents (532 words).")
    assert "1 input could not be checked" in end
    assert "--fix can safely reword one of them." in end


def test_clean_run_says_so_in_one_line() -> None:
    clean = RunReport(documents=(DocumentReport(path="a.md", words=1),), version="0")
    assert render(clean) == "Nothing to change in 1 document (1 word).\n"


def test_quiet_leaves_only_findings(duty: Finding) -> None:
    assert "document (" not in render(_only(duty), Style(quiet=True))
    assert render(_only(), Style(quiet=True)) == ""


def test_statistics_count_each_rule_most_frequent_first(duty: Finding, label: Finding) -> None:
    shown = render(_only(label, duty, duty), Style(statistics=True))
    table = [line.split() for line in shown.splitlines() if line[:6].strip().isdigit()]
    assert table == [["2", "PD101", "medication-administration"], ["1", "PL101", "addict"]]


def test_silenced_matches_show_on_request_with_their_cue(report: RunReport) -> None:
    assert "negation" not in render(report)
    assert "PD102 “count medication”: negation (“do not”)" in render(
        report, Style(explain_silence=True)
    )


def test_note_and_error_of_a_document_are_shown(report: RunReport) -> None:
    shown = render(report)
    assert "note: One picture has no text." in shown
    assert "not checked: save it as .docx" in shown


@given(
    st.text(alphabet="ab.,-“”’…— ", max_size=90),
    st.integers(min_value=3, max_value=40),
)
def test_plain_lines_are_those_of_rich(text: str, width: int) -> None:
    lines = plain_lines(text, width)
    console = Console(width=width, file=StringIO())
    wrapped = [line.plain.rstrip() for line in Text(text).wrap(console, width)]
    if lines is None:
        opening = text[: len(text) - len(text.lstrip())]  # blanks go with the first word
        first, *others = text.split()
        assert any(len(word) > width for word in (opening + first, *others))
    else:
        assert [text[start:end].rstrip() for start, end in lines] == wrapped


def test_wide_characters_are_left_to_rich() -> None:
    assert plain_lines("ナース", 40) is None
    assert plain_lines("cafe\N{COMBINING ACUTE ACCENT}", 40) is None
