"""The strings that ship with the pipeline: what its parts write on words.

Training leaves every word of the treebank in them; a text brings its own words along.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import srsly


def keep_only_labels(nlp: Any, directory: Path) -> None:
    """Leave nothing but the labels of its parts among the strings of a pipeline that was written there."""
    labels = {label for _, part in nlp.pipeline for label in getattr(part, "labels", ())}
    for label in frozenset(labels):
        features = [feature for feature in label.split("|") if "=" in feature]
        labels.update(features, *(feature.split("=") for feature in features))
        labels.add("|".join(one for one in features if not one.startswith("POS=")))
    srsly.write_json(directory / "vocab" / "strings.json", sorted(labels - {""}))
