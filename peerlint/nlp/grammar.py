"""The closed sets of English grammar that the readers of sentences share, and signs; all in lower case.

Words whose meaning counts are data (`rules/lexicon/`).
"""

from __future__ import annotations

CLAUSE_SIGNS = frozenset({";", ":", ".", "!", "?", "—", "–", "|", "(", ")"})
CONTRAST = frozenset({"but", "yet", "however", "whereas", "although", "though"})
NEGATIONS = frozenset({"not", "n't", "never", "no", "nor", "neither", "nobody", "none", "cannot"})
NEGATIVE_SUBJECTS = frozenset({"nothing", "no", "nobody", "none", "neither", "never"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
THIRD_PERSON = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
BEFORE_NOT = frozenset(
    (
        "shall will may must should can would could do does did is are was were be to has have had "
        "ca wo is need and"
    ).split()
)
"""What a *not* follows that denies a predicate."""
