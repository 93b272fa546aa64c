"""Finds titles of roles in words that nobody parsed: titles, headings, labels, lead-ins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from peerlint.document import Block
from peerlint.matching.phrases import TokenView, find_all, longest_at
from peerlint.matching.tokens import light_view
from peerlint.nlp.classes import Classes, words_of
from peerlint.nlp.openings import Openings
from peerlint.rulebook.book import RuleBook
from peerlint.rulebook.pattern import Choice, Node
from peerlint.values import dataclass

ROLES = PEER, OTHER, PERSON, UNKNOWN = ("peer", "other", "person", "unknown")

_KEPT_IN_MIND = 2048  # texts: titles of one are asked for several times
_AFTER_SUBJECT = frozenset(
    (
        "will shall must may should can is are do does who that and ( - – — : , 's job duties "
        "duty role tasks"
    ).split()
)
_BEFORE_COMPLEMENT = frozenset(
    "on to by for with from of than under as at in not about via per before after between".split()
)
_BESIDE = frozenset("with to from under by than as about via before after between beside".split())
_AFTER_HEAD = frozenset("( ) - – — : , ; / | . for of in at on with to and & i ii iii iv".split())
_BEFORE_BARE = frozenset(
    (
        "a an the our another one each every any two three four five six seven eight nine ten twelve "
        "2 3 4 5 6 7 8 9 10 12 ( , - – — : ; & /"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Whom a document means by names and short titles, in lower case.

    `shared` are the last words of other roles' titles: *specialist* where there are several kinds.
    """

    peers: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()

    def role(self, word: str) -> str:
        """`peer`, `other` or "" for a name or short title."""
        if word in self.peers:
            return PEER
        return OTHER if word in self.others else ""


NOBODY = Cast()


def says(view: TokenView, phrase: Node) -> bool:
    """Whether the phrase stands in the text."""
    return bool(find_all(phrase, view))


def signal(book: RuleBook, name: str, place: str) -> Node:
    """Any of the phrases that are this signal there."""
    return Choice(tuple(book.signals.get(name, {}).get(place, ())))


def bare_peer(view: TokenView, at: int, classes: Classes) -> bool:
    """*our newest peer*, *(peer)*, *a peer on probation*: the noun that stands for a worker."""
    if view.lower[at] not in ("peer", "peers"):
        return False
    before = view.lower[at - 1] if at else "("
    if before not in _BEFORE_BARE and before not in words_of("BEFORE_A_PEER", classes):
        return False
    following = view.lower[at + 1] if at + 1 < len(view) else "."
    return not following[:1].isalnum() or following in _AFTER_SUBJECT | _BEFORE_COMPLEMENT


def is_peer_support(view: TokenView, at: int) -> bool:
    """*Peer support: …*, *Bree (peer support)*: the work, which stands for who does it."""
    goes_on = any(word[:1].isalpha() for word in view.text[at + 2 : at + 3])
    return view.lower[at : at + 2] == ("peer", "support") and not goes_on


def title_at(
    view: TokenView, at: int, classes: Classes, cast: Cast = NOBODY
) -> tuple[int, str] | None:
    """(end, role) of the longest title that begins at `at`, the document's own short ones too."""
    best: tuple[int, str] | None = None
    for name, role in (("PEER_TITLE", PEER), ("OTHER_TITLE", OTHER), ("PEER_NOUN", PEER)):
        node = classes.get(name)
        found = longest_at(node, view, at) if node is not None else None
        if found is not None and (best is None or found.end > best[0]):
            best = (found.end, role)
    named = (
        view.pos[at] in _OF_NAMES
        or (view.pos[at] == "ADJ" and view.text[at].istitle())
        or _opens_as_plural(view, at)
    )
    known = cast.role(view.lower[at]) if named else ""
    if known and (best is None or best[0] == at + 1):
        return at + 1, known
    alone = best is not None and best[0] == at + 1
    return None if alone and at and view.lower[at - 1] in _SUBJECTS else best


_SUBJECTS = frozenset({"he", "she", "they", "who", "s/he"})
"""Words after which a title is none: *She cooks with the families*."""


def _opens_as_plural(view: TokenView, at: int) -> bool:
    """*Coaches are …*, *Coaches on duty are …*: a subject that the parse takes for a verb."""
    if at or not view.lower[0].endswith("s"):
        return False
    verb = 3 if _WHERE.intersection(view.lower[1:2]) else 1
    return not _PLURAL_VERBS.isdisjoint(view.lower[verb : verb + 1])


_WHERE = frozenset({"on", "in", "at"})
_PLURAL_VERBS = frozenset({"are", "were", "have", "do", "will", "shall", "must", "may"})


class Roles:
    """The role titles of a rule book, and the phrases that tell of roles; made once for all documents."""

    def __init__(self, book: RuleBook) -> None:
        self.book = book
        self.classes = classes = book.classes
        self.managed = signal(book, "about-peers", "title")
        self.peer_word = signal(book, "peer-word", "title")
        self.lived = signal(book, "lived-experience", "body")
        self.lived_duty = signal(book, "lived-experience", "duty")
        self.job_field = signal(book, "job-field", "label")
        self.writer_field = signal(book, "job-field", "writer-label")
        self.post = signal(book, "peer-word", "post")
        self.plain_job_field = signal(book, "job-field", "plain-label")
        self.who_column = signal(book, "who-column", "heading")
        self.asking = signal(book, "asking", "heading")
        self.own_words = signal(book, "own-words", "heading")
        self.staff_fields = signal(book, "own-words", "staff-heading")
        self.denied = signal(book, "no-peer-role", "body")
        self.denied_by_title = signal(book, "no-peer-role", "title")
        self.parties = Choice(tuple(classes[name] for name in _PARTIES if name in classes))
        self.workplaces = words_of("WORKPLACE", book.classes)
        self.departments = words_of("DEPARTMENT", book.classes)
        self.own_duties = words_of("OWN_DUTIES", book.classes)
        self.generic = words_of("GENERIC_WORKER", book.classes)
        self.firsts = _first_words(book.classes, ("PEER_TITLE", "OTHER_TITLE"))
        self.openings = cache(self._openings)
        self._known_titles = lru_cache(maxsize=_KEPT_IN_MIND)(self._titles)

    def _openings(self, name: str, place: str) -> Openings:
        """The phrases that are this signal there."""
        return Openings(self.book.signals.get(name, {}).get(place, ()))

    def titles(self, view: TokenView) -> tuple[tuple[int, int, str], ...]:
        """(start, end, role) of the titles in the text, in order."""
        if self.firsts is not None and self.firsts.isdisjoint(view.words):
            return ()
        return self._known_titles(view)

    def _titles(self, view: TokenView) -> tuple[tuple[int, int, str], ...]:
        found, at = [], 0
        while at < len(view):
            if self.firsts is not None and view.lower[at] not in self.firsts:
                at += 1
                continue
            peer, other = self.length("PEER_TITLE", view, at), self.length("OTHER_TITLE", view, at)
            end = at + max(peer, other)
            if peer or other:
                end = self._reach(view, at, end) if peer >= other else end
                found.append((at, end, PEER if peer >= other else OTHER))
            at = max(end, at + 1)
        return tuple(found)

    def _reach(self, view: TokenView, start: int, end: int) -> int:
        """The end of a peer title, of one that begins inside it too (*our peer*, *peer advocates*)."""
        inside = (at + self.length("PEER_TITLE", view, at) for at in range(start + 1, end))
        return max([end, *inside])

    def of(self, view: TokenView, cast: Cast = NOBODY) -> str:
        """The role a heading is about: not one that is only worked with (*Meeting with the nurse*)."""
        for start, end, role in self.titles(view):
            worked_with = not _BESIDE.isdisjoint(view.lower[max(0, start - 2) : start])
            if role == PEER or not (worked_with or self._is_place(view, start, end)):
                return role
        return self.only(view, cast)

    def _is_place(self, view: TokenView, start: int, end: int) -> bool:
        """*Front desk*, *Court*; and what belongs to somebody (*The director's answer*)."""
        following = view.lower[end : end + 2]
        owned = following[:1] == ("'s",) and self.own_duties.isdisjoint(following[1:])
        return owned or view.lower[end - 1] in self.workplaces

    def heads(self, view: TokenView) -> str:
        """The role a title names, as its head (*Charge Nurse, Unit 3*; not *Nurse Ball Tickets*)."""
        for start, end, role in self.titles(view):
            whole = end >= len(view) or view.lower[end] in _AFTER_HEAD or view.lower[end].isdigit()
            if role == PEER or (whole and self._opens_part(view, start)):
                return role
        return ""

    def _opens_part(self, view: TokenView, start: int) -> bool:
        before = view.lower[max(0, start - 2) : start]
        return not before or (
            _BESIDE.isdisjoint(before)
            and (
                not before[-1][:1].isalnum() or before[-1] in ("for", "of", "the", "a", "an", "our")
            )
        )

    def opens(self, view: TokenView) -> bool:
        """Whether the text begins with a role title (*Peer Specialist, Maple House*)."""
        return any(self.length(name, view, 0) for name in ("PEER_TITLE", "OTHER_TITLE"))

    def opens_peer(self, view: TokenView) -> bool:
        """Whether the text begins with the title of a peer worker."""
        return self.length("PEER_TITLE", view, 0) > 0

    def label(self, view: TokenView, cast: Cast = NOBODY) -> str:
        """The role a label gives its text to (*Nurse (2)*, *For peers*), "" for *Pharmacy run*."""
        if len(view) <= _SHORT and self.says_peer(view) and _SPOKEN.isdisjoint(view.words):
            return PEER
        if view.lower[:1] and view.lower[0] in _ASKED and (asked := self._asked(view, cast)):
            return asked
        if view.lower[:1] == ("under",):
            return ""
        start = 1 if view.lower[:1] in (("the",), ("for",), ("our",), ("each",)) else 0
        for at in range(start, min(start + 2, len(view))):
            found = title_at(view, at, self.classes, cast)
            if found is not None:
                end, role = found
                ends = end >= len(view) or view.lower[end] in _AFTER_SUBJECT | _AFTER_HEAD
                possessive = view.lower[end : end + 1] in (("'s",), ("'",))
                return role if role == PEER or (ends and not possessive) else ""
        return ""

    def _asked(self, view: TokenView, cast: Cast) -> str:
        """The role in *What the navigator does*, *How our coaches help*."""
        for at in range(1, min(3, len(view))):
            found = title_at(view, at, self.classes, cast)
            if found is not None:
                end, role = found
                goes_on = end < len(view) and view.lower[end][:1].isalpha()
                return role if goes_on and view.lower[end] not in _BEFORE_COMPLEMENT else ""
        return ""

    def only(self, view: TokenView, cast: Cast) -> str:
        """The role of a cell that holds titles and names alone (*RN / CPS*, *Nurse only*), else ""."""
        roles, at = [], 0
        if view.lower[:1] in (("dr",), ("doctor",)):
            return OTHER
        while at < len(view):
            found = title_at(view, at, self.classes, cast)
            if found is None and view.lower[at] not in _BESIDE_TITLES:
                return PEER if len(view) <= 3 and self.says_peer(view) else ""
            roles += [found[1]] if found else []
            at = found[0] if found else at + 1
        return PEER if PEER in roles else (OTHER if roles else "")

    def names_peer(self, view: TokenView) -> bool:
        """Whether a peer title stands anywhere in the text."""
        return any(self.length("PEER_TITLE", view, at) for at in range(len(view)))

    def names_peer_worker(self, view: TokenView) -> bool:
        """Whether a peer title stands in the text that is no mere department's (*Peer Services*)."""
        for start, end, role in self.titles(view):
            department = not self.departments.isdisjoint(view.lower[end - 1 : end + 1])
            after_other = any(word in (",", "-", "–", "—", "(") for word in view.lower[:start])
            if role == PEER and not (department and after_other):
                return True
        return False

    def denies_peer(self, blocks: Sequence[Block]) -> bool:
        """Whether the document says that the job is none of a peer worker."""
        views = (light_view(block.text) for block in blocks)
        return any(says(view, self.denied) for view in views)

    def title_denies_peer(self, view: TokenView) -> bool:
        """Whether a title says so itself (*Diversion Specialist (non-peer)*)."""
        return says(view, self.denied_by_title)

    def is_department(self, view: TokenView) -> bool:
        """Whether the text ends in the name of a department (*Lasker County Human Resources*)."""
        last = view.lower[-1:]
        return not self.departments.isdisjoint(last)

    def says_peer(self, view: TokenView) -> bool:
        """Whether the word *peer* stands in the text in the sense of the role (no *peer review*)."""
        return says(view, self.peer_word)

    def says_post(self, view: TokenView) -> bool:
        """Whether the text calls a post a peer's (*Peer position*)."""
        return says(view, self.post)

    def experiences(self, view: TokenView) -> list[tuple[int, int]]:
        """Where somebody's own experience is told of: first token and end, in order.

        A pattern may ask for the stop behind the sentence.
        """
        return [(match.start, match.end) for match in find_all(self.lived, view)]

    def is_known(self, view: TokenView, start: int, end: int) -> bool:
        """Whether the span holds a title, the people served or the organization."""
        names = ("PEER_TITLE", "OTHER_TITLE", "PERSON", "EMPLOYER")
        return any(self.length(name, view, at) for name in names for at in range(start, end))

    def counts(self, view: TokenView) -> tuple[int, int]:
        """How often peer titles and titles of other roles stand in the text."""
        roles = [role for _, _, role in self.titles(view)]
        return roles.count(PEER), roles.count(OTHER)

    def leads(self, view: TokenView, cast: Cast) -> str:
        """The role a lead-in gives its list to (*The peer specialist will:*, *Nurses:*), "" if none.

        None either where it gives it to whoever the place is about (*Under the nurse, the incumbent:*).
        """
        roles, at = [], 0
        while at < len(view):
            found = title_at(view, at, self.classes, cast) or self._own(view, at, cast)
            end, role = found or (at + 1, "")
            ends = end >= len(view) or view.lower[end] in _AFTER_SUBJECT or view.lower[end] == "to"
            if role and ends and not _is_complement(view, at):
                roles.append(role)
            at = end if ends else at + 1
        if PEER in roles:
            return PEER
        named = [role for role in roles if role != _OWN]
        return named[0] if named and roles[-1] != _OWN else ""

    def _own(self, view: TokenView, at: int, cast: Cast) -> tuple[int, str] | None:
        """(end, mark) of words for whoever holds the job (*this post*, *employees in this title*)."""
        end = at + self.length("THIS_ROLE", view, at)
        if any(title_at(view, inner, self.classes, cast) for inner in range(at, end)):
            return None
        return (end, _OWN) if end > at else None

    def names_managed(self, view: TokenView) -> bool:
        """Whether the text is about managing peer workers rather than about their work."""
        return says(view, self.managed)

    def length(self, name: str, view: TokenView, at: int) -> int:
        """How many tokens from `at` make a title of that class, 0 if none."""
        node = self.classes.get(name)
        if node is None:
            return 0
        found = longest_at(node, view, at)
        return found.end - found.start if found else 0


def _is_complement(view: TokenView, at: int) -> bool:
    """*as assigned by the nurse*, *together with nurses*, *not the nurse*."""
    before = at - 1
    if before > 1 and view.text[before].isalpha() and view.lower[before - 1] in _DETERMINERS:
        before -= 1  # "of the intake social worker", of which the last words alone are a title
    while before > 0 and view.lower[before] in _DETERMINERS:
        before -= 1
    if before < 0 or _says_as_what(view, before):
        return False
    return view.lower[before] in _BEFORE_COMPLEMENT or "between" in view.lower[:before]


def _says_as_what(view: TokenView, at: int) -> bool:
    """*As a peer mentor, you …*, *your role as peer mentor*: the title is whose work it is."""
    return view.lower[at] == "as" and (at == 0 or view.lower[at - 1] in _OF_WORK)


_OWN = "own"
_PARTIES = ("PERSON", "ANY_STAFF", "EMPLOYER", "OTHER_TITLE", "PEER_TITLE", "STAFF")
_OF_WORK = frozenset("role roles job jobs work working part duty duties position".split())
_DETERMINERS = frozenset("a an the our your each every any their its".split())
_OF_NAMES = ("", "NOUN", "PROPN")
_SPOKEN = frozenset("we us our i my".split())
_ASKED = frozenset("what how where when".split())
_SHORT = 6  # words of a label or heading in which *peer* alone means the role
_BESIDE_TITLES = frozenset("only and or & / , + ( ) - the a one two three 1 2 3 4 5 6".split())


def _first_words(classes: Classes, names: tuple[str, ...]) -> frozenset[str] | None:
    found = [classes[name].firsts for name in names if name in classes]
    if any(words is None for words in found):
        return None
    return frozenset().union(*(words for words in found if words is not None))
