"""First names that a document tells with a title (*Sam, our peer*; *Nurse: Dee*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peerlint.matching.phrases import TokenView
from peerlint.nlp.classes import Classes, words_of

Title = tuple[int, int, str]
"""Start, end and role of a title."""

_BETWEEN = frozenset(", ( the our my your his her their a an day night – — -".split())
_JOINS_NAMES = frozenset(", and & / +".split())
_BECOMES = frozenset(
    "is are was were joins joined serves works started starts became becomes as".split()
)
_ON_THE_WAY = frozenset("us the our a an new newest as team on with now in one of".split())
_NO_NAMES = frozenset(
    (
        "the this that these those there here and but for from with when while then what who "
        "our your all each she they you his her its not yes are was will shall must may can "
        "does did has have mr ms dr st if in on at by to of or as an it he we my is be do go so up "
        "us am pm id re"
    ).split()
)
_NAME_JOINTS = tuple((joint,) for joint in sorted(_JOINS_NAMES))


class Names:
    """Finds names beside titles."""

    def __init__(self, classes: Classes) -> None:
        self.between = _BETWEEN | words_of("BESIDE_A_NEW_NAME", classes)
        self.after_titles = words_of("AFTER_A_TITLE", classes)
        self.others = (
            _NO_NAMES | words_of("MEANS_OR_TIME", classes) | words_of("GENERIC_WORKER", classes)
        )

    def told(self, view: TokenView, titles: Sequence[Title]) -> Iterator[tuple[int, str]]:
        """Names told with a title: *Nurse: Dee*, *Terrence, our peer*, *Sam (RN)*, *Lu is our coach*."""
        for start, end, role in titles:
            following = view.lower[end : end + 1]
            if following in ((":",), (",",)) and self._is_name(view, end + 1):
                for at in self._from(view, end + 1):
                    yield at, role
            elif view.text[end - 1].islower() and self._is_name(view, end):
                yield end, role
            elif self._is_in_brackets(view, end):
                yield end + 1, role
            before = start - 1
            while before > 0 and view.lower[before] in self.between:
                before -= 1
            told = 0 <= before < start - 1 and view.lower[before + 1] in (",", "(")
            if told and view.lower[before + 1] == "(":
                before = _past_office(view, before)
            if not told:
                before = _before_verb(view, start)
                told = before >= 0
            for at in self._until(view, before) if told else ():
                yield at, role

    def _is_in_brackets(self, view: TokenView, at: int) -> bool:
        """*(Dee)*: a name alone in brackets."""
        return (
            view.lower[at : at + 1] == ("(",)
            and view.lower[at + 2 : at + 3] == (")",)
            and self._is_name(view, at + 1)
        )

    def after_capitals(self, view: TokenView, titles: Sequence[Title]) -> Iterator[tuple[int, str]]:
        """What may be a name after a title in capitals (*Peer Specialist Moe*, but also *… Exam*)."""
        for _, end, role in titles:
            capitals = view.text[end - 1].istitle()
            if capitals and self._is_name(view, end) and view.lower[end] not in self.after_titles:
                yield end, role

    def listed(self, view: TokenView, at: int) -> Iterator[int]:
        """The names of a list that begins there (*Present: Yara, Sid and Kim*)."""
        return self._from(view, at)

    def full(self, view: TokenView, at: int) -> Iterator[int]:
        """The parts of one name that begins there (*M. Ruiz*, *Dana Ruiz*), initials left out."""
        while at < len(view) and view.text[at].istitle():
            if view.lower[at + 1 : at + 2] == (":",):
                return  # the next field's label
            if self._is_name(view, at) and len(view.text[at].rstrip(".")) > 1:
                yield at
            at += 1 + (view.lower[at + 1 : at + 2] == (".",))

    def _from(self, view: TokenView, at: int) -> Iterator[int]:
        """The names of a list that begins there (*Coaches: Marcus, Ilse and Ben*)."""
        while self._is_name(view, at):
            yield at
            if view.lower[at + 1 : at + 2] not in _NAME_JOINTS:
                return
            if view.lower[at + 2 : at + 3] == ("and",):
                at += 1
            at += 2

    def _until(self, view: TokenView, at: int) -> Iterator[int]:
        """The names of a list that ends there (*Marcus and Renny, our coaches*)."""
        while self._is_name(view, at):
            yield at
            at -= 2
            if at < 0 or view.lower[at + 1] not in _JOINS_NAMES - {","}:
                return

    def initials(self, view: TokenView, titles: Sequence[Title]) -> Iterator[tuple[str, str]]:
        """*T. Quill, Certified Peer Specialist* is TQ in the note below."""
        for at, role in self.told(view, titles):
            first = view.text[at - 1].rstrip(".") if at else ""
            dotted = first == "" and at >= 2
            letter = view.text[at - 2] if dotted else first
            if len(letter) == 1 and letter.isupper():
                yield f"{letter}{view.text[at][0]}", role

    def _is_name(self, view: TokenView, at: int) -> bool:
        """A capitalized word of small letters that opens no sentence by chance (*The*)."""
        word = view.text[at] if 0 <= at < len(view) else ""
        return (
            len(word) > 1 and word.istitle() and word.isalpha() and word.lower() not in self.others
        )


def _past_office(view: TokenView, at: int) -> int:
    """Where a name may end before an office (*Odile, drop-in liaison (peer)*), else `at`."""
    comma = at
    while (
        comma > 0
        and at - comma < _OFFICE
        and (view.text[comma].islower() or view.text[comma] == "-")
    ):
        comma -= 1
    return comma - 1 if comma > 0 and view.text[comma] == "," else at


_OFFICE = 5  # words of an office


def _before_verb(view: TokenView, start: int) -> int:
    """Where the subject ends of which *is our new peer* or *joins us as a coach* is said, -1: none."""
    at = start - 1
    while at > 0 and start - at <= 6 and view.lower[at] in _ON_THE_WAY:
        at -= 1
    if at <= 0 or view.lower[at] not in _BECOMES:
        return -1
    return at - 1
