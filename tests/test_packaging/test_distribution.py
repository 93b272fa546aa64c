"""The packages build, and work where nothing but Python is installed."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "certified-peer-specialist.docx"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--outdir", folder, ROOT], check=True, capture_output=True
    )
    return folder


@pytest.fixture(scope="module")
def python(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment with the wheel installed."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    wheel = next(packages.glob("*.whl"))
    subprocess.run([python, "-m", "pip", "install", "-q", wheel], check=True)
    return python


def test_wheel_holds_rules_schemas_page_and_model_but_no_tests(packages: Path) -> None:
    names = set(zipfile.ZipFile(next(packages.glob("*.whl"))).namelist())
    shipped = [
        path.relative_to(ROOT)
        for folder in ("rules", "peerlint/schemas", "peerlint/reporters/page", "peerlint/nlp")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    missing = [
        path.as_posix()
        for path in shipped
        if (f"peerlint/{path}" if path.parts[0] == "rules" else path.as_posix()) not in names
    ]
    assert shipped
    assert not missing
    assert not [name for name in names if not name.startswith("peerlint")]


def test_source_package_is_complete(packages: Path) -> None:
    with tarfile.open(next(packages.glob("*.tar.gz"))) as package:
        inside = {name.partition("/")[2] for name in package.getnames()}
    for needed in ("LICENSE", "README.md", "pyproject.toml", "rules/sources.yaml"):
        assert needed in inside
    assert any(name.startswith("examples/") for name in inside)


def test_installed_wheel_checks_the_example_far_from_the_checkout(
    python: Path, tmp_path: Path
) -> None:
    command = [python, "-m", "peerlint", "check", "--format", "json", EXAMPLE]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert {one["rule"] for one in json.loads(done.stdout)["findings"]} >= {"PD101"}


def test_installed_command_knows_its_version(python: Path, tmp_path: Path) -> None:
    from peerlint import __version__

    command = [python.parent / "peerlint", "--version"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert __version__ in done.stdout


def test_source_package_installs_too(packages: Path, python: Path, tmp_path: Path) -> None:
    source = next(packages.glob("*.tar.gz"))
    install = [python, "-m", "pip", "install", "-q", "--no-deps", "--force-reinstall", source]
    subprocess.run(install, check=True)
    command = [python, "-m", "peerlint", "check", "-", "--format", "json"]
    done = subprocess.run(
        command, cwd=tmp_path, input="We help addicts.", capture_output=True, text=True, check=False
    )
    assert json.loads(done.stdout)["findings"], done.stderr
