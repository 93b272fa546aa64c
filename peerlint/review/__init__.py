"""Review copies: findings as tracked changes and comments in a copy of a Word file."""

from peerlint.review.copying import ReviewCopy, write_review
from peerlint.review.options import ReviewOptions

__all__ = ["ReviewCopy", "ReviewOptions", "write_review"]
