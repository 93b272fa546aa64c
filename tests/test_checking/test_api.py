"""The programming interface: a text or a file goes in, a report comes out."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import peerlint
from peerlint import Settings, Severity
from peerlint.checking import Checker
from peerlint.errors import DocumentError
from peerlint.finding import DocumentReport
from peerlint.formats import read_text
from peerlint.rulebook import RuleBook

JOB = "# Certified Peer Specialist\n\n## Duties\n\n- Administer medication to clients\n- Listen\n"


def check(text: str, book: RuleBook, **choices: object) -> DocumentReport:
    settings = Settings(**choices)  # type: ignore[arg-type]
    return Checker(settings, book).check(read_text(text))


def rules(report: DocumentReport) -> set[str]:
    return {finding.rule for finding in report.findings if finding.quote}


def test_check_text_and_check_file_agree(tmp_path: Path) -> None:
    path = tmp_path / "job.md"
    path.write_text(JOB, encoding="utf-8")
    from_file, from_text = peerlint.check_file(path), peerlint.check_text(JOB, path=str(path))
    assert from_file == from_text
    assert from_file.type == "job-description" and from_file.peer_role
    assert "PD101" in rules(from_file)


def test_a_finding_tells_all_it_should(shipped_book: RuleBook) -> None:
    report = check(JOB, shipped_book)
    found = next(finding for finding in report.findings if finding.rule == "PD101")
    assert found.quote == report.blocks[found.block][slice(*found.span)]
    assert (found.kind, found.category, found.severity) == (
        "duty",
        "power-imbalance",
        Severity.ERROR,
    )
    assert (found.start.line, found.start.column) == (5, 3)
    assert found.location == "Duties, bullet 1"
    assert found.why and found.sources and found.message
    assert found.suggestions and not found.suggestions[0].advice


def test_a_missing_file_is_one_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="does not exist"):
        peerlint.check_file(tmp_path / "none.md")


def test_an_empty_text_has_no_findings(shipped_book: RuleBook) -> None:
    report = check("", shipped_book)
    assert (report.findings, report.words, report.error) == ((), 0, None)


def test_severity_follows_the_document(shipped_book: RuleBook) -> None:
    rule = shipped_book.rule("PL201")
    assert rule is not None
    shown = {}
    for name, text in {
        "peer": "# Peer Specialist\n\n## Duties\n\n- Greets each patient\n",
        "policy": "# Visiting Policy\n\n## Purpose\n\nEach patient may have guests.\n",
    }.items():
        found = [one for one in check(text, shipped_book).findings if one.rule == "PL201"]
        shown[name] = found[0].severity if found else None
    expected = {
        "peer": rule.severity_in.get("peer-context", rule.severity),
        "policy": rule.severity_in.get("policy", rule.severity),
    }
    assert shown == expected
    assert shown["peer"] != shown["policy"]


def test_severity_may_be_set_by_id_or_name(shipped_book: RuleBook) -> None:
    for key in ("PD101", "medication-administration"):
        report = check(JOB, shipped_book, severity={key: Severity.SUGGESTION})
        assert [one.severity for one in report.findings if one.rule == "PD101"] == [
            Severity.SUGGESTION
        ]


def test_minimum_severity_drops_the_rest(shipped_book: RuleBook) -> None:
    report = check(JOB, shipped_book, min_severity=Severity.ERROR)
    assert rules(report) and {one.severity for one in report.findings} == {Severity.ERROR}


def test_scope_keeps_a_rule_to_its_documents(shipped_book: RuleBook) -> None:
    number = next(
        i
        for i, rule in enumerate(shipped_book.rules)
        if rule.id == "PL106" or "addict" in rule.name
    )
    rule = replace(shipped_book.rules[number], scope=("treatment-plan",))
    book = replace(
        shipped_book,
        rules=(*shipped_book.rules[:number], rule, *shipped_book.rules[number + 1 :]),
    )
    flagged = next(example for example in rule.examples if example.span)
    policy = f"# Service Policy\n\n## Purpose\n\n{flagged.text}\n"
    assert rule.id in rules(check(policy, shipped_book))
    assert rule.id not in rules(check(policy, book))
    assert rule.id in rules(check(policy, book, document_type="treatment-plan"))


@pytest.mark.parametrize(
    "label", ["PD101", "PD1", "medication-administration", "power-imbalance", "duty"]
)
def test_select_and_ignore_by(label: str, shipped_book: RuleBook) -> None:
    assert rules(check(JOB, shipped_book, select=(label,))) == {"PD101"}
    assert "PD101" not in rules(check(JOB, shipped_book, ignore=(label,)))
    assert rules(check(JOB, shipped_book, ignore=(label,))), "the other rules go on"


def test_the_most_specific_label_wins(shipped_book: RuleBook) -> None:
    assert "PD101" in rules(check(JOB, shipped_book, select=("PD101",), ignore=("PD1",)))
    assert "PD101" not in rules(check(JOB, shipped_book, select=("PD1",), ignore=("PD101",)))
    assert "PD101" not in rules(check(JOB, shipped_book, select=("PD1",), ignore=("PD1",)))


def test_extend_select_adds_a_rule_that_is_off(shipped_book: RuleBook) -> None:
    off = [rule for rule in shipped_book.rules if not rule.default and rule.kind == "language"]
    assert off
    rule = off[0]
    flagged = next(example for example in rule.examples if example.span)
    text = f"# Service Policy\n\n## Purpose\n\n{flagged.text}\n"
    if flagged.document or rule.scope:
        from peerlint.rulebook.trial import place_of

        text = place_of(rule, flagged).replace("{}", flagged.text)
    assert rule.id not in rules(check(text, shipped_book))
    assert rule.id in rules(check(text, shipped_book, extend_select=(rule.id,)))


POLICY = "# Service Policy\n\n## Purpose\n\nEvery addict may call Addict Aid House at any hour.\n"


def test_accepted_phrases_are_no_findings(shipped_book: RuleBook) -> None:
    assert "addict" in {
        one.quote.lower().split()[-1] for one in check(POLICY, shipped_book).findings
    }
    report = check(POLICY, shipped_book, accept=("ADDICT",))
    assert not [one for one in report.findings if "addict" in one.quote.lower()]
    assert {one.silencer for one in report.silenced} >= {"accepted"}


def test_names_silence_only_where_they_stand(shipped_book: RuleBook) -> None:
    report = check(POLICY, shipped_book, names=("Addict Aid House",))
    found = [one for one in report.findings if "addict" in one.quote.lower()]
    assert [one.start.column for one in found] in ([1], [7])


def test_peer_titles_make_a_role_a_peer_role(shipped_book: RuleBook) -> None:
    text = (
        "# Hope Neighbor\n\n## Duties\n\n- Administer medication\n\n## Qualifications\n\n- None\n"
    )
    assert not check(text, shipped_book).peer_role
    assert "PD101" in rules(check(text, shipped_book, peer_titles=("hope neighbor",)))


def test_used_and_unused_suppressions(shipped_book: RuleBook) -> None:
    text = (
        "# Service Policy\n\nHe is an addict. <!-- peerlint: ignore[stigmatizing] -->\n\n"
        "<!-- peerlint: ignore[PD101] -->\nShe came by.\n"
    )
    report = check(text, shipped_book)
    assert not rules(report)
    assert [one.silencer for one in report.silenced if "addict" in one.quote] == ["suppression"]
    assert [warning for warning in report.warnings if "PD101" in warning and "line 5" in warning]
    assert not [warning for warning in report.warnings if "stigmatizing" in warning]


def test_fingerprints_survive_moved_paragraphs(shipped_book: RuleBook) -> None:
    first, second = "He is an addict.", "She lacks insight."
    before = check(f"# Service Policy\n\n{first}\n\n{second}\n", shipped_book)
    after = check(f"# Service Policy\n\nNew.\n\n{second}\n\nMore.\n\n{first}\n", shipped_book)
    marks = {(one.quote, one.fingerprint) for one in before.findings if one.quote}
    assert len(marks) == 2
    assert marks == {(one.quote, one.fingerprint) for one in after.findings if one.quote}


def test_the_same_sentence_twice_has_two_fingerprints(shipped_book: RuleBook) -> None:
    report = check("# Service Policy\n\nHe is an addict.\n\nHe is an addict.\n", shipped_book)
    marks = [one.fingerprint for one in report.findings if one.quote]
    assert len(marks) == len(set(marks)) == 2


def test_findings_of_a_kind_never_overlap(shipped_book: RuleBook) -> None:
    text = (
        "# Peer Specialist\n\n## Duties\n\n- Ensure that mentally ill substance abusers are compliant with "
        "their prescribed medication and administer medication to non-compliant patients\n"
    )
    found = [one for one in check(text, shipped_book).findings if one.quote]
    assert len(found) >= 3
    for one in found:
        for other in found:
            if one is not other and (one.block, one.kind) == (other.block, other.kind):
                assert one.span[1] <= other.span[0] or other.span[1] <= one.span[0]
    assert [one.span for one in found] == sorted(one.span for one in found)


_TOLD = """\
import sys
from peerlint import check_text
report = check_text(sys.stdin.read())
print(repr(report))
"""


def test_the_same_input_gives_the_same_report(shipped_book: RuleBook) -> None:
    text = JOB + "\nHe is an addict who lacks insight. Residents are non-compliant patients.\n"
    assert check(text, shipped_book) == check(text, shipped_book)
    runs = []
    for seed in ("0", "42"):
        ran = subprocess.run(
            [sys.executable, "-c", _TOLD],
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        )
        runs.append(ran.stdout)
    assert runs[0] == runs[1]
    assert "PD101" in runs[0]
