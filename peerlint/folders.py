"""The folder of what is kept between runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """The user's cache folder for this program."""
    if sys.platform == "linux":  # what platformdirs says there, without all that it loads
        told = os.environ.get("XDG_CACHE_HOME", "")
        base = Path(told) if Path(told).is_absolute() else Path.home() / ".cache"
        return base / "peerlint"
    from platformdirs import user_cache_path

    return user_cache_path("peerlint")
