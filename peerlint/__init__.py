"""peerlint: a linter for the words that shape people's care."""

__version__ = "0.1.0"
