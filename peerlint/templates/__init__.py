"""Skeletons for new documents: what each part is for stands beside it as a Word comment."""

from peerlint.templates.writing import KINDS, write_template

__all__ = ["KINDS", "write_template"]
