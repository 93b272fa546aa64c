"""Loading spaCy without its command line changes nothing for others."""

from __future__ import annotations

import gc
import subprocess
import sys

from peerlint.loading import collector_paused

SCRIPT = """
import sys
from peerlint.loading import import_spacy
spacy = import_spacy()
assert "requests" not in sys.modules
assert "spacy.cli" not in sys.modules
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
import spacy.cli
assert spacy.cli.download
"""


def test_spacy_loads_without_its_command_line_and_with_it_on_demand() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_collector_runs_again_after_a_pause() -> None:
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()
