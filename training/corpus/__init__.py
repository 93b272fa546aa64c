"""The labelled documents of the field: load them, check additions to them."""

from training.corpus.cases import GENRES, HELD_OUT, Case, Expected, genre_path, load_cases

__all__ = ["GENRES", "HELD_OUT", "Case", "Expected", "genre_path", "load_cases"]
