"""The hook in a real repository with real pre-commit."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
import yaml

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with this checkout as it stands, committed or not."""
    folder = tmp_path_factory.mktemp("hooks") / "peerlint"
    listed = _git(ROOT, "ls-files", "-co", "--exclude-standard", "-z").stdout.split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    _git(folder, "init", "-q")
    _git(folder, "add", "-A")
    assert _git(folder, "commit", "-qm", "x").returncode == 0
    return folder


@pytest.fixture(scope="module")
def repository(hooks: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A policy repository with the hook installed."""
    folder = tmp_path_factory.mktemp("policies")
    _git(folder, "init", "-q")
    revision = _git(hooks, "rev-parse", "HEAD").stdout.strip()
    config = {"repos": [{"repo": str(hooks), "rev": revision, "hooks": [{"id": "peerlint"}]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRE_COMMIT_HOME", str(tmp_path_factory.mktemp("pre-commit")))
        command = [sys.executable, "-m", "pre_commit", "install", "--install-hooks"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        yield folder


def _job_description(path: Path, duty: str) -> None:
    document = docx.Document()
    document.add_heading("Certified Peer Specialist", 0)
    document.add_heading("Duties", 1)
    document.add_paragraph(duty, style="List Bullet")
    document.save(str(path))


def test_commit_with_a_conflicting_duty_in_a_word_file_is_stopped(repository: Path) -> None:
    _job_description(repository / "job.docx", "Administer evening medications to residents.")
    _git(repository, "add", "job.docx")
    done = _git(repository, "commit", "-m", "Add job description")
    assert done.returncode == 1
    assert "PD101" in done.stdout + done.stderr
    _git(repository, "rm", "-qf", "job.docx")


def test_clean_commit_passes(repository: Path) -> None:
    duty = "Support residents to ask their own questions about evening medications."
    _job_description(repository / "clean.docx", duty)
    _git(repository, "add", "clean.docx")
    done = _git(repository, "commit", "-m", "Add job description")
    assert done.returncode == 0, done.stdout + done.stderr


def test_other_files_are_none_of_the_hooks_business(repository: Path) -> None:
    (repository / "script.py").write_text("# We help addicts.\n")
    _git(repository, "add", "script.py")
    done = _git(repository, "commit", "-m", "Add script")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Skipped" in done.stdout + done.stderr
