"""Configuration: which file holds, what it says, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerlint.configuration import Configuration, Overrides, Resolver
from peerlint.configuration.keys import KEYS, NAMES
from peerlint.configuration.template import TEMPLATE
from peerlint.errors import ConfigError
from peerlint.finding import Severity


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def _configuration(document: str = "a.md") -> Configuration:
    return Resolver().configuration(Path(document))


def _problem(text: str, name: str = "peerlint.toml") -> str:
    _write(name, text)
    with pytest.raises(ConfigError) as raised:
        _configuration()
    return str(raised.value)


def test_without_a_file_the_defaults_hold() -> None:
    assert _configuration() == Configuration()


def test_nearest_file_wins_and_does_not_mix_with_those_above() -> None:
    _write("peerlint.toml", 'ignore = ["PL1"]\naccept = ["x"]\n')
    _write("sub/.peerlint.toml", 'ignore = ["PL2"]\n')
    assert _configuration("a.md").ignore == ("PL1",)
    assert _configuration("sub/deep/a.md").ignore == ("PL2",)
    assert _configuration("sub/a.md").accept == ()


def test_pyproject_counts_only_with_a_table_for_peerlint() -> None:
    _write("peerlint.toml", 'ignore = ["PL1"]\n')
    _write("sub/pyproject.toml", "[tool.other]\nx = 1\n")
    assert _configuration("sub/a.md").ignore == ("PL1",)
    _write("sub/pyproject.toml", '[tool.peerlint]\nignore = ["PL2"]\n')
    assert _configuration("sub/a.md").ignore == ("PL2",)


def test_extend_starts_from_another_file_key_by_key() -> None:
    _write("house/base.toml", 'ignore = ["PL1"]\nfail-on = "error"\nexclude = ["old/"]\n')
    _write("peerlint.toml", 'extend = "house/base.toml"\nignore = ["PL2"]\n')
    configuration = _configuration()
    assert configuration.ignore == ("PL2",)
    assert configuration.fail_on is Severity.ERROR
    assert str(configuration.origins["fail-on"]) == "house/base.toml, line 2"
    assert Resolver().is_excluded(Path("house/old"))
    assert not Resolver().is_excluded(Path("old"))


def test_extend_in_a_circle_is_told() -> None:
    _write("b.toml", 'extend = "peerlint.toml"\n')
    assert "leads back" in _problem('extend = "b.toml"\n')


def test_extend_of_a_missing_file_is_told() -> None:
    assert _problem('extend = "no.toml"') == (
        "peerlint.toml: line 1: `extend` names no.toml, which does not exist"
    )


def test_isolated_looks_for_no_file_and_config_holds_everywhere() -> None:
    _write("peerlint.toml", 'ignore = ["PL1"]\n')
    _write("other.toml", 'ignore = ["PL3"]\n')
    assert Resolver(isolated=True).configuration(Path("a.md")).ignore == ()
    assert Resolver(file=Path("other.toml")).configuration(Path("a.md")).ignore == ("PL3",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = []", "line 1: `selct` is not a known key; did you mean `select`?"),
        ("\nfail_on = 'error'", "line 2: `fail_on` is not a known key; did you mean `fail-on`?"),
        (
            "fail-on = 'eror'",
            'line 1: `fail-on` must be one of "error", "warning", "suggestion", "never", '
            'not "eror"; did you mean `error`?',
        ),
        (
            "ignore = 'PL1'",
            'line 1: `ignore` must be a list of texts such as ["one", "two"], not "PL1"',
        ),
        ("[severity]\nPL1 = 3", 'entry "PL1" must be one of "error", "warning", "suggestion"'),
        ("[document-types]\n'*.md' = 'policies'", "did you mean `policy`?"),
        ("rule-paths = ['nowhere']", "which does not exist"),
        ("names = [1]", "must be a list of texts"),
        ("severity = []", "must be a table"),
        ("min-severity = true", "not true"),
        ("ignore = [", "this is not valid TOML"),
    ],
)
def test_mistake_is_told_with_line_and_mend(text: str, message: str) -> None:
    problem = _problem(text)
    assert problem.startswith("peerlint.toml: ")
    assert message in problem


def test_line_in_pyproject_is_that_of_the_right_table() -> None:
    text = "[tool.ruff]\nselect = 1\n[tool.peerlint]\nselect = 1\n"
    assert "line 4: `select`" in _problem(text, "pyproject.toml")


def test_file_that_is_not_utf8_is_told() -> None:
    Path("peerlint.toml").write_bytes(b"accept = ['\xff']")
    with pytest.raises(ConfigError, match="save it as UTF-8"):
        _configuration()


def test_byte_order_mark_of_windows_editors_does_no_harm() -> None:
    Path("peerlint.toml").write_bytes(b"\xef\xbb\xbfignore = ['PL1']")
    assert _configuration().ignore == ("PL1",)


def test_command_line_replaces_select_and_adds_to_ignore() -> None:
    _write("peerlint.toml", 'select = ["duty"]\nignore = ["PD1"]\nmin-severity = "error"\n')
    overrides = Overrides(
        select=("PL1",), ignore=("PL2",), extend_select=("X1",), min_severity=Severity.WARNING
    )
    settings = Resolver(overrides=overrides).settings(Path("a.md"))
    assert settings.select == ("PL1",)
    assert settings.ignore == ("PD1", "PL2")
    assert settings.extend_select == ("X1",)
    assert settings.min_severity is Severity.WARNING


def test_per_file_ignores_and_document_types_follow_the_pattern() -> None:
    _write(
        "peerlint.toml",
        '[per-file-ignores]\n"legal/**" = ["PL2"]\n"*.txt" = ["PL3"]\n'
        '[document-types]\n"jobs/" = "job-description"\n"*.md" = "policy"\n',
    )
    resolver = Resolver()
    assert resolver.settings(Path("legal/deep/a.txt")).ignore == ("PL2", "PL3")
    assert resolver.settings(Path("a.md")).ignore == ()
    assert resolver.settings(Path("jobs/a.md")).document_type == "job-description"
    assert resolver.settings(Path("legal/a.md")).document_type == "policy"
    assert resolver.settings(Path("legal/a.docx")).document_type is None
    forced = Resolver(overrides=Overrides(document_type="other"))
    assert forced.settings(Path("jobs/a.md")).document_type == "other"


def test_patterns_and_paths_count_from_the_file_that_holds_them() -> None:
    Path("sub/rules").mkdir(parents=True)
    _write("sub/peerlint.toml", 'exclude = ["/old"]\nrule-paths = ["rules"]\n')
    assert Resolver().is_excluded(Path("sub/old/"))
    assert not Resolver().is_excluded(Path("old"))
    assert Resolver().settings(Path("sub/a.md")).rule_paths == (Path("sub/rules").absolute(),)


def test_installed_rule_pack_is_found_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("site/acme_rules/__init__.py", "")
    _write("site/acme_rules/own.yaml", "topic: x\nrules: []\n")
    _write("site/acme-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: acme\nVersion: 1\n")
    _write("site/acme-1.dist-info/entry_points.txt", "[peerlint.rules]\nacme = acme_rules\n")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    _write("peerlint.toml", 'rule-paths = ["package:acme"]\n')
    assert _configuration().rule_paths == (tmp_path / "site" / "acme_rules",)
    problem = _problem('rule-paths = ["package:acmee"]\n')
    assert "did you mean `acme`?" in problem


def test_every_key_has_a_field() -> None:
    assert {key.field for key in KEYS} <= set(Configuration.__dataclass_fields__)


def test_template_is_valid_and_shows_every_key() -> None:
    _write("peerlint.toml", TEMPLATE)
    assert _configuration().fail_on is Severity.WARNING
    for name in NAMES[1:]:
        assert f"{name} = " in TEMPLATE or f"[{name}]" in TEMPLATE


def test_template_holds_with_every_example_switched_on() -> None:
    lines = [
        line[2:] if line.startswith("# ") and (" = " in line or line[2] == "[") else line
        for line in TEMPLATE.splitlines()
    ]
    Path("our-rules").mkdir()
    _write("peerlint.toml", "\n".join(line for line in lines if not line.startswith("#")))
    assert set(_configuration().origins) == set(NAMES[1:])


def test_documentation_names_every_key() -> None:
    text = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")
    assert [line.split("`")[1] for line in text.splitlines() if line.startswith("| `")] == list(
        NAMES
    )
