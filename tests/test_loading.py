"""Loading spaCy without its command line changes nothing for others."""

from __future__ import annotations

import gc
import subprocess
import sys

from peerlint.loading import collector_paused

SCRIPT = """
import sys
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
