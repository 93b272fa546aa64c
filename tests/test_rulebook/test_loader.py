"""Rule files: what loads, and what a mistake is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from peerlint.errors import RuleError
from peerlint.rulebook import loader
from peerlint.rulebook.compiler import compile_rulebook
from peerlint.rulebook.loader import builtin_rules, load_rulebook

RULE = """\
rules:
  - id: ACME101
    name: guest-word
    title: A word of our own
    kind: language
    category: deficit
    severity: warning
    find:
      - phrase: hopeless case
    why: Our own house style.
    sources: [FIELD]
    examples:
      - flag: "He is a [hopeless case]."
      - pass: "The case is not hopeless."
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_own_rules_join_the_built_in_ones(tmp_path: Path) -> None:
    book = load_rulebook([write(tmp_path, RULE)], cache=False)
    rule = book.rule("guest-word")
    assert rule is not None
    assert rule.examples[0].span == (8, 21)
    assert len(book.rules) > 1


def test_all_rewordings_but_advice_share_the_conditions_of_the_rule(tmp_path: Path) -> None:
    reword = """\
    reword-when: [sentence]
    reword:
      - {text: person, when: [singular]}
      - hard time
      - {text: Say what is hard., advice: true}
    why:"""
    book = load_rulebook([write(tmp_path, RULE.replace("    why:", reword))], cache=False)
    rule = book.rule("guest-word")
    assert rule is not None
    assert [one.when for one in rule.reword] == [("sentence", "singular"), ("sentence",), ()]


def test_a_folder_of_rules_loads_in_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, RULE)
    (tmp_path / "another.yaml").write_text(
        RULE.replace("101", "100").replace("guest", "host"), encoding="utf-8"
    )
    book = load_rulebook([tmp_path], cache=False)
    assert [rule.id for rule in book.rules if rule.id.startswith("ACME")] == ["ACME100", "ACME101"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "category: deficit",
            "category: deficits",
            "line 2, rule ACME101: 'deficits' is no category of kind language; did you mean 'deficit'?",
        ),
        (
            "severity: warning",
            "severity: high",
            "'high' is no severity; use one of: suggestion, warning, error",
        ),
        ("why:", "whys:", "line 10, rule ACME101: 'whys' is no key of a rule; did you mean 'why'?"),
        ("    why: Our own house style.\n", "", "rule ACME101: 'why:' is missing"),
        ("id: ACME101", "id: acme", "capital letters and three digits"),
        ("phrase: hopeless case", "phrase: (hopeless case", "rule ACME101: ')' is missing"),
        ("[hopeless case]", "hopeless case", "marks the finding in [brackets]"),
        ("id: ACME101", "id: PD101", "is already used by"),
        ("name: guest-word", "name: guest-word\n    name: two", "'name' is given twice"),
        ("title: A word", "title: A: word", "quote texts that hold"),
        ("rules:", "rulez:", "unknown key 'rulez'"),
    ],
)
def test_a_mistake_names_the_place_and_the_mend(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    path = write(tmp_path, RULE.replace(old, new))
    with pytest.raises(RuleError) as error:
        load_rulebook([path], cache=False)
    assert told in error.value.message


def test_an_unknown_class_in_an_include_names_the_nearest(tmp_path: Path) -> None:
    path = write(tmp_path, "classes:\n  OWN:\n    words: [a]\n    includes: [MEDICATIO]\n")
    with pytest.raises(RuleError, match="did you mean MEDICATION"):
        load_rulebook([path], cache=False)


SILENCER = """\
silencers:
  account:
    includes: [disowned]
    cues:
      - phrase: [as ever]
        direction: before
        scope: next
        if: question
  disowned:
    cues: [that is wrong]
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "scope: next",
            "scope: nxt",
            "line 5, silencer account: 'nxt' is no scope; did you mean 'next'?",
        ),
        ("before", "beforehand", "'beforehand' is no direction; did you mean 'before'?"),
        ("if: question", "if: often", "'often' is no condition; use one of: question, past"),
        ("if:", "when:", "line 5, silencer account: 'when' is no key; use one of: phrase"),
        ("includes:", "include:", "line 3, silencer account: 'include' is no key"),
        ("[disowned]", "[disowed]", "'disowed' is no silencer; did you mean 'disowned'?"),
        ("phrase: [as ever]", "scope: next", "'scope' is given twice"),
        ("- phrase: [as ever]\n        ", "- ", "silencer account: 'phrase:' is missing"),
        ("[as ever]", "[(as ever]", "line 5, silencer account: ')' is missing"),
    ],
)
def test_a_mistake_in_a_silencer_names_the_place_and_the_mend(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    path = write(tmp_path, SILENCER.replace(old, new))
    with pytest.raises(RuleError) as error:
        compile_rulebook([path], version="")
    assert told in error.value.message


def test_a_silencer_has_its_own_cues_and_those_it_includes(tmp_path: Path) -> None:
    book = compile_rulebook([write(tmp_path, SILENCER)], version="")
    told = {(cue.silencer, cue.text, cue.scope, cue.when) for cue in book.cues}
    assert told == {
        ("account", "as ever", "next", ("question",)),
        ("account", "that is wrong", "clause", ()),
        ("disowned", "that is wrong", "clause", ()),
    }


def test_a_word_class_can_be_extended(tmp_path: Path) -> None:
    text = RULE.replace("hopeless case", "hopeless ZZZ").replace(
        "rules:", "classes:\n  ZZZ:\n    words: [case]\nrules:", 1
    )
    book = load_rulebook([write(tmp_path, text)], cache=False)
    assert book.class_words["ZZZ"] == ("case",)


def test_a_missing_rule_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="rule-paths"):
        load_rulebook([tmp_path / "nowhere"], cache=False)


@pytest.fixture
def few_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One rule ships, and nothing is kept yet: all rules take ten seconds to compile."""
    folder = tmp_path / "rules"
    folder.mkdir()
    shutil.copyfile(builtin_rules() / "sources.yaml", folder / "sources.yaml")
    write(folder, RULE)
    monkeypatch.setattr(loader, "builtin_rules", lambda: folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("PEERLINT_CACHE_DIR", raising=False)


@pytest.mark.usefixtures("few_rules")
def test_the_cache_gives_the_same_book(tmp_path: Path) -> None:
    first, second = load_rulebook(), load_rulebook()
    assert len(list(tmp_path.rglob("*.rules"))) == 1
    assert first == second
    assert first.rules == load_rulebook(cache=False).rules


@pytest.mark.usefixtures("few_rules")
def test_a_broken_cache_entry_is_ignored(tmp_path: Path) -> None:
    book = load_rulebook()
    (entry,) = tmp_path.rglob("*.rules")
    entry.write_bytes(b"not a pickle")
    assert load_rulebook().rules == book.rules
