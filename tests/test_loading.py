"""Loading spaCy without its command line changes nothing for others."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

from peerlint.loading import collector_paused

SCRIPT = """
import sys
from pathlib import Path
from peerlint.loading import import_spacy
import_spacy()
import spacy
assert "requests" not in sys.modules
assert "spacy.cli" not in sys.modules
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
import spacy.cli
assert spacy.cli.download
"""


def test_spacy_loads_without_its_command_line_and_with_it_on_demand() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


PARTS = """
import sys
from pathlib import Path
from peerlint import loading
loading._KNOWN_VERSIONS = tuple(sys.argv[1:]) or loading._KNOWN_VERSIONS
loading.alone_in_process()
from peerlint.nlp.pipeline import parse
found = [[(t.text, t.tag_, t.dep_, t.head.i) for t in doc] for doc in parse(["We can't give 10mg."])]
assert sys.modules["spacy"].__version__ > "3.7"
print(found, "pydantic" in sys.modules)
"""


def test_spacy_in_part_parses_as_the_whole_and_other_versions_load_whole() -> None:
    part, whole = (
        subprocess.run([sys.executable, "-c", PARTS, *more], capture_output=True, text=True)
        for more in ((), ("3.0.0",))
    )
    assert part.stdout.replace("False", "True") == whole.stdout, part.stderr + whole.stderr
    assert part.stdout.endswith("False\n")


def test_the_collector_runs_again_after_a_pause() -> None:
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_parsing_does_not_need_is_not_imported_though_it_is_installed(tmp_path: Path) -> None:
    (tmp_path / "torch.py").write_text("raise SystemExit('imported')\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PARTS],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])},
    )
    assert done.returncode == 0 and "aux" in done.stdout, done.stderr


NUMPY = """
import sys
from pathlib import Path
from peerlint import loading
loading._KNOWN_NUMPY = tuple(sys.argv[1:]) or loading._KNOWN_NUMPY
loading.alone_in_process()
loading.import_numpy()
assert "numpy" in sys.modules or sys.argv[1:]
import numpy as np
import numpy.typing
import numpy.random
print(np.sort([3, 1]).tolist(), np.linalg.eigh(np.eye(2)).eigenvalues.tolist(), numpy.typing.NDArray)
print(bool(np.bitwise_count.__doc__))
"""


def test_numpy_without_help_texts_computes_as_the_whole_and_other_versions_load_whole() -> None:
    part, whole = (
        subprocess.run([sys.executable, "-c", NUMPY, *more], capture_output=True, text=True)
        for more in ((), ("0.1",))
    )
    assert part.returncode == whole.returncode == 0, part.stderr + whole.stderr
    assert part.stdout.splitlines()[0] == whole.stdout.splitlines()[0]
    assert whole.stdout.splitlines()[1] == "True"
