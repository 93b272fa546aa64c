"""What surrounds the text of a block."""

from __future__ import annotations

from peerlint.nlp.roles import NOBODY, Cast
from peerlint.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """What surrounds the text of one block.

    `actor`: who does what a sentence without a subject says: `peer`, `other`, `person` or
    `unknown`; `actor_cue` is the text that says so. `prohibited`, `mention`: the heading, column
    or lead-in that silences the block, else "". `own_words`: a field for somebody's own words.
    `role` is whose job the section or document describes, lead-ins and labels aside; `titles` are the
    lower-case words of the titles and headings above, by which a text may call that worker, and
    `cast` whom the document means by names and short titles.
    """

    peer_context: bool
    actor: str
    actor_cue: str = ""
    prohibited: str = ""
    own_words: str = ""
    role: str = "unknown"
    titles: frozenset[str] = frozenset()
    cast: Cast = NOBODY
