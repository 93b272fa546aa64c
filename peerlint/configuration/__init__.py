"""Configuration: which file holds for a document, what it says, and where each value came from."""

from __future__ import annotations

from peerlint.configuration.model import Configuration, Glob, Origin
from peerlint.configuration.resolve import Overrides, Resolver

__all__ = ["Configuration", "Glob", "Origin", "Overrides", "Resolver"]
