"""What a skeleton is made of; `guidance` becomes a Word comment on the part."""

from __future__ import annotations

from peerlint.values import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 0 is the document's title."""

    text: str
    level: int = 1
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, with a label in bold before it where there is one."""

    text: str
    label: str = ""
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A bulleted list; the guidance stands on its first item."""

    items: tuple[str, ...]
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """A form: a table with a prompt and room to write in each row."""

    prompts: tuple[str, ...]
    guidance: str = ""


Part = Heading | Line | Bullets | Fields
