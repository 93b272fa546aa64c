"""A rule file to begin with: `peerlint rules new`."""

from __future__ import annotations

from peerlint.errors import RuleError
from peerlint.rulebook.rule import OUR_PREFIXES
from peerlint.rulebook.schema import ID_PATTERN, NAME_PATTERN

SKELETON = """\
# docs/rule-format.md explains every key. Run the examples with `peerlint rules test` and this file.
topic: {title}
sources:
  OUR-HANDBOOK:
    title: "Our handbook, 2026"
rules:
  - id: {id}
    name: {name}
    title: {title}
    kind: language              # language, duty or hiring
    category: stigmatizing      # docs/rule-format.md lists them for each kind
    severity: warning           # error, warning or suggestion
    find:
      - phrase: board of shame  # every form of these words; CAPITALS name a class of words
    reword:
      - text: list of open requests
    why: >
      One or two sentences: what these words do to the people they speak of.
    sources:
      - OUR-HANDBOOK, page 12
    examples:                   # the words to find in brackets; "as" is the whole reworded sentence
      - flag: "The [board of shame] hangs in the office."
        as: "The list of open requests hangs in the office."
      - flag: "Names go on the [board of shame]."
        as: "Names go on the list of open requests."
      - flag: "We keep a [board of shame] for missed groups."
        as: "We keep a list of open requests for missed groups."
      - pass: "The board of directors meets in May."
      - pass: "We took down the notice board."
      - pass: "She felt no shame."
"""


def skeleton(id_: str, name: str) -> str:
    """A whole rule file with one rule that works and is there to be replaced. Raises RuleError."""
    if not ID_PATTERN.match(id_):
        raise RuleError(f"'{id_}' is no id; write capital letters and three digits, as in OURS101")
    if id_.rstrip("0123456789") in OUR_PREFIXES:
        raise RuleError(f"'{id_}' begins as peerlint's own rules do; choose a prefix of your own")
    if not NAME_PATTERN.match(name):
        raise RuleError(f"'{name}' is no name; write lower-case words joined by hyphens")
    return SKELETON.format(id=id_, name=name, title=name.replace("-", " ").capitalize())
