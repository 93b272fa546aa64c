"""What keeps a match silent: shared, data-driven, with direction and scope (rules/lexicon/silencers.yaml)."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from peerlint.matching.phrases import PhraseMatch, TokenView, find_all, first_within, longest_at
from peerlint.matching.tokens import light_view
from peerlint.nlp import syntax
from peerlint.nlp.actors import actor_of
from peerlint.nlp.beside import BESIDE, said_beside
from peerlint.nlp.reporting import endured, listed_words
from peerlint.nlp.roles import PEER
from peerlint.nlp.said_of import other_subject
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.sentences import CROSSES, TICKS, goes_on, last_sentence
from peerlint.nlp.syntax import Token
from peerlint.nlp.telling import holds, told
from peerlint.rulebook.book import Cue, RuleBook
from peerlint.rulebook.pattern import Node

_CLAUSE_SIGNS = frozenset({";", ":", ".", "!", "?", "—", "–", "|", "(", ")"})
_CONTRAST = frozenset({"but", "yet", "however", "whereas", "although", "though"})
_NOT_ONLY = frozenset(
    {
        "fewer",
        "less",
        "more",
        "later",
        "only",
        "just",
        "merely",
        "limited",
        "simply",
        "necessarily",
        "solely",
    }
)


@dataclass(frozen=True, slots=True)
class Silence:
    """Which silencer spoke and the words that made it speak."""

    silencer: str
    cue: str


@dataclass(frozen=True, slots=True)
class Target:
    """What may be silenced: tokens `start` to `end`, headed by `head`.

    `event`: the head is the predicate of an event; `negated`: the words themselves hold a *not*
    that belongs to what is meant.
    """

    start: int
    end: int
    head: int
    event: bool = False
    negated: bool = False


class Silencers:
    """All silencers of a rule book."""

    def __init__(self, book: RuleBook) -> None:
        self.classes = book.classes
        self.by_name: dict[str, list[Cue]] = {}
        self.beside: dict[str, list[Cue]] = {}
        """Of each silencer the cues that stand beside the sentence or above it."""
        for cue in book.cues:
            where = self.beside if cue.scope in BESIDE else self.by_name
            where.setdefault(cue.silencer, []).append(cue)

    def first(self, names: Iterable[str], sentence: Sentence, target: Target) -> Silence | None:
        """The first of the named silencers that speaks for the target."""
        for name in names:
            found = self._check(name, sentence, target)
            if found is not None:
                return found
        return None

    def _check(self, name: str, sentence: Sentence, target: Target) -> Silence | None:
        start, end, head = target.start, target.end, target.head
        if name == "quotation":
            return _quotation(sentence, start, end)
        if name == "prohibition":
            place = sentence.place
            lead = (
                place.prohibited
                or self._excluding_lead(sentence, start)
                or _crossed_out(sentence, start)
            )
            return Silence(name, lead) if lead else None
        if name == "other-actor":
            actor = actor_of(
                sentence,
                sentence.doc[head],
                self.classes,
                predicate=target.event,
                span=(start, end),
            )
            if actor != PEER:
                return Silence(name, actor)
        if name == "name" and (word := _of_one_named(sentence, start, end)):
            return Silence(name, word)
        if name == "name":
            return _name(sentence, start, end, self.classes)
        if name == "negation":
            return self._negation(sentence, target)
        if name == "account" and (word := told(sentence, head, self.classes)):
            return Silence(name, word)
        if name in _SAID_OF:
            active = name in BLAME_ALWAYS
            noun = other_subject(sentence, start, end, self.classes, active)
            return Silence("other-subject", noun) if noun else None
        if name == "report" and (word := endured(sentence, start, end, head)):
            return Silence(name, word)
        if name == "mention" and (word := _quoted_beside(sentence, start, end)):
            return Silence(name, word)
        if name == "mention" and (word := listed_words(sentence, start, self.classes)):
            return Silence(name, word)
        if name == "mention" and _is_defined(sentence, start, end):
            return Silence(name, "a term and its definition")
        if name == "mention" and _is_called(sentence, sentence.doc[head], self.classes):
            return Silence(name, "what somebody is called")
        for cue, match in self._cues(name, sentence):
            if name in ("request", "agreement") and _overridden(sentence.view, match, self.classes):
                continue
            if name == "all-staff" and _served(sentence.view, match, target):
                continue
            if name == "other-actor" and _of_another(sentence.view, match, end):
                continue
            if not self._holds(cue, sentence, head):
                continue
            if _reaches(cue, sentence.view, match, start, end, listing=name == "mention"):
                return Silence(name, _text(sentence, match))
        return self._said_beside(name, sentence, head)

    def _said_beside(self, name: str, sentence: Sentence, head: int) -> Silence | None:
        """What stands beside the sentence or above it."""
        for cue in self.beside.get(name, ()):
            words = said_beside(cue, sentence)
            if words and self._holds(cue, sentence, head):
                return Silence(name, words)
        return None

    def _holds(self, cue: Cue, sentence: Sentence, head: int) -> bool:
        return all(holds(condition, sentence, head, self.classes) for condition in cue.when)

    def _excluding_lead(self, sentence: Sentence, start: int) -> str:
        """*Things that cost people their jobs: lending money*: a lead within the sentence, else ""."""
        words = sentence.view.lower
        if words[:1] and words[0] in _LEAD_OPENINGS and ":" in words[: min(start, _LEAD)]:
            lead = str(sentence.doc[: words.index(":")].text)
            for cue in self.beside.get("prohibition", ()):
                if find_all(cue.node, light_view(lead)):
                    return lead
        return ""

    def _negation(self, sentence: Sentence, target: Target) -> Silence | None:
        """A negation that governs the match, if no second of the other kind undoes it.

        *never … without counting* says that counting is done.
        """
        if answer := self._said_beside("negation", sentence, target.head):
            return answer
        if _refused_beside(sentence):
            return Silence("negation", "the answer is no")
        if (carried := _carried(sentence)) is not None:
            return carried
        start, end, head = target.start, target.end, target.head
        governing: list[str] = []
        last_end = -1
        for cue, match in sorted(self._cues("negation", sentence), key=lambda pair: pair[1].start):
            if match.start < last_end or _not_only(sentence.view, match):
                continue
            if match.start and sentence.view.lower[match.start - 1] in ("nothing", "nobody"):
                continue  # nothing prevents you from it
            if cue.direction == "after" and head < match.start < end:
                reached = _above(_cue_head(sentence, match), sentence.doc[head], match)
            elif cue.direction == "after":
                reached = _reaches(cue, sentence.view, match, start, end) and not _new_subject(
                    sentence, end, match.start
                )
            elif start <= match.start and match.end <= end:
                reached = (
                    not target.negated
                    and _denies_inside(sentence, match, head)
                    and (match.start > head or match.start < start + _INSIDE)
                )
            elif cue.scope == "sentence":
                reached = _reaches(cue, sentence.view, match, start, end)
            else:
                reached = match.end <= start + _INSIDE and _governs(sentence, match, start, head)
            if reached:
                governing.append(_text(sentence, match))
                last_end = match.end
        denying = _NEGATIONS | {"nothing"}
        plain = [cue for cue in governing if not denying.isdisjoint(cue.lower().split())]
        if not governing or (plain and len(plain) < len(governing)):
            return None
        return Silence("negation", governing[0])

    def _cues(self, name: str, sentence: Sentence) -> list[tuple[Cue, PhraseMatch]]:
        key = ("cues", name)
        if key not in sentence.memo:
            sentence.memo[key] = list(_matching_cues(self.by_name.get(name, ()), sentence.view))
        found: list[tuple[Cue, PhraseMatch]] = sentence.memo[key]
        return found


def _crossed_out(sentence: Sentence, start: int) -> str:
    """The sign of refusal before the match (*✗ hand out pills*), if no sign of assent follows it."""
    at = sentence.start + sentence.chars(start, start + 1)[0]
    before = sentence.block.text[max(0, at - _REACH) : at]
    signs = [sign for sign in before if sign in CROSSES or sign in _ASSENT]
    return signs[-1] if signs and signs[-1] in CROSSES else ""


_REACH = 3_000
"""Characters of a block around a match that bear on it: a block may be a whole book."""

_ASSENT = TICKS | {"☑"}
_LEAD = 14  # words of a lead-in within a sentence
_LEAD_OPENINGS = frozenset(
    "what things thing not never no off out outside nothing none stuff tasks duties work do please".split()
)


def _overridden(view: TokenView, match: PhraseMatch, classes: Mapping[str, Node]) -> bool:
    """*regardless of whether the member wants*, *until they agree*: the opposite of a request.

    *who has asked us to close their file* as well: what was asked is to be left alone.
    """
    end = match.end
    if first_within(classes["OVERRIDING"], view, max(0, match.start - _BEFORE_REQUEST), end):
        return True
    asked = view.lower[end : end + 1] in (("us",), ("you",), ("to",), ("not",), ("staff",))
    return asked and first_within(classes["LEAVING_ALONE"], view, end, end + _REQUESTED) is not None


_BEFORE_REQUEST, _REQUESTED = 4, 5  # words before a request, and words of it


def _of_another(view: TokenView, match: PhraseMatch, end: int) -> bool:
    """*decide which are crises and which go to nursing*: what goes there is no duty."""
    return match.start > end and view.lower[match.start - 1] in ("which", "who", "that")


def _served(view: TokenView, match: PhraseMatch, target: Target) -> bool:
    """*Answer phones for all staff*, *read everyone's mail*: whom the work is for, or whose it is."""
    owns = view.lower[match.end : match.end + 1] == ("'s",)
    acts = target.event or view.pos[target.head] == "VERB"
    gets = acts and match.start == target.end + 1 and view.lower[target.end] == "for"
    return owns or gets


def _refused_beside(sentence: Sentence) -> bool:
    """*You are asked to count pills. (No.)*"""
    opening = sentence.next.lower[:2]
    return opening[:1] == ("(",) and not _NEGATIONS.isdisjoint(opening)


_OPENING = 18  # words of a sentence in which a negation reaches over its semicolons
# *illustrative, not exhaustive*; *including, but not limited to*
_ONLY_SO_FAR = frozenset(
    {"restrictive", "exhaustive", "exclusive", "inclusive", "all", "limited", "confined", "only"}
)
_NEGATIONS = frozenset({"not", "n't", "never", "no", "nor", "neither", "nobody", "none", "cannot"})


def _carried(sentence: Sentence) -> Silence | None:
    """*shall not administer medication; write plans; or act as payee*: the negation goes on."""
    before = sentence.before.rstrip()
    if not goes_on(before) or any(
        syntax.label(token) in ("nsubj", "nsubj:pass") and token.i < 4 for token in sentence.doc
    ):
        return None
    opening = light_view(_ASIDE.sub(" ", last_sentence(before))).lower[:_OPENING]
    if ";" in opening:
        opening = opening[: opening.index(";")]
    found = next((at for at, word in enumerate(opening) if word in _NEGATIONS), None)
    if found is None or not _denies_all(opening, found):
        return None
    return Silence("negation", opening[found])


def _denies_all(opening: Sequence[str], at: int) -> bool:
    """Whether the negative word belongs to the sentence's first predicate, not to one of its parts.

    *shall not …; …* does; *(illustrative, not restrictive)* and *tags nobody has to wear; …* do not.
    """
    before = opening[at - 1] if at else ""
    if not _ONLY_SO_FAR.isdisjoint(opening[at + 1 : at + 2]):
        return False
    if not _RELATIVES.isdisjoint(opening[:at]) or (":" in opening[:at] and before not in _MODALS):
        return False
    return before in _MODALS or at <= _FIRST_WORDS


_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_FIRST_WORDS = 3
_MODALS = frozenset(
    (
        "shall will may must should can would could do does did is are was were be to has have had "
        "ca wo is need and"
    ).split()
)


_ASIDE = re.compile(r"\([^()]*\)")


_INSIDE = 2  # a cue may be the first words of the match itself (*not comply*)


_DEFINING = frozenset(
    {
        "slang",
        "jargon",
        "shorthand",
        "clinical",
        "medical",
        "legal",
        "short",
        "code",
        "label",
        "vague",
        "a",
        "an",
        "any",
        "the",
        "old",
        "say",
        "use",
        "once",
        "word",
        "term",
        "not",
        "we",
        "this",
        "refers",
        "means",
        "used",
        "outdated",
    }
)


def _is_defined(sentence: Sentence, start: int, end: int) -> bool:
    """*Addict. An old word for …*: the match is the whole label, and a definition follows."""
    label = sentence.block.label
    if not label or sentence.doc[start:end].text.lower() != label.lower():
        return False
    rest = sentence.block.text[len(label) :].lstrip(" .:—–-*").split()
    return len(rest) > 2 and rest[0].lower() in _DEFINING


def _is_called(sentence: Sentence, noun: Token, classes: Mapping[str, Node]) -> bool:
    """*the article calls my neighbors addicts*: somebody is called so, and somebody else says it."""
    if noun.head.tag_ == "VB" or noun.pos_ == "VERB":
        return False
    if longest_at(classes["CALLING"], sentence.view, noun.head.i) is None:
        return False
    between = [word for word in noun.head.children if noun.head.i < word.i < noun.i]
    return syntax.label(noun) in ("xcomp", "obj") and any(
        syntax.label(word) in ("obj", "iobj") for word in between
    )


def own_cue(nodes: Sequence[Node], sentence: Sentence) -> Silence | None:
    """A cue of the rule's own anywhere in the sentence."""
    for node in nodes:
        for match in find_all(node, sentence.view)[:1]:
            return Silence("unless", _text(sentence, match))
    return None


def _matching_cues(cues: Sequence[Cue], view: TokenView) -> Iterator[tuple[Cue, PhraseMatch]]:
    for cue in cues:
        if cue.anchors is None or cue.anchors & view.words:
            for match in find_all(cue.node, view):
                yield cue, match


def _text(sentence: Sentence, match: PhraseMatch) -> str:
    return str(sentence.doc[match.start : match.end].text)


def _denies_inside(sentence: Sentence, match: PhraseMatch, head: int) -> bool:
    """*give no opinion*: a negative word inside the match that belongs to its head or object."""
    cue = sentence.doc[match.start]
    if sentence.view.lower[match.start] not in _NEGATIONS:
        return False
    at = cue
    for _ in range(_NEAR):
        at = at.head
        if at.i == head:
            return True
        if at.pos_ == "VERB":
            return False
    return False


_NEAR = 4  # steps up the parse from a negative word to the head of what it denies


def _not_only(view: TokenView, match: PhraseMatch) -> bool:
    if view.lower[match.start] not in ("not", "n't"):
        return False
    following = view.lower[match.end : match.end + 1]
    before = view.lower[max(0, match.start - 2) : match.start]
    if before[-1:] == ("if",) or before == ("whether", "or") or before[-1:] == ("or",):
        return True
    return bool(following) and following[0] in _NOT_ONLY


def _reaches(
    cue: Cue, view: TokenView, match: PhraseMatch, start: int, end: int, listing: bool = False
) -> bool:
    """Whether the cue's direction and scope let it speak for the match.

    `listing`: the cue may open a list after a colon (*search it for: …*).
    """
    before, after = match.end <= start, match.start >= end
    overlaps = not before and not after
    if cue.direction == "before" and not (before or (overlaps and match.start < start)):
        return False
    if cue.direction == "after" and not after:
        return False
    if cue.direction == "inside" and not overlaps:
        return False
    if overlaps:
        return True
    between = view.lower[match.end : start] if before else view.lower[end : match.start]
    if cue.scope == "sentence":
        return ";" not in between and not _enumerates(between)
    if listing and before and ":" in between[:_BEFORE_LIST]:
        between = between[between.index(":") + 1 :]
    return not any(word in _CLAUSE_SIGNS or word in _CONTRAST for word in between)


_BEFORE_LIST = 3  # words that may stand between a cue and the colon of the list it opens


def _enumerates(between: tuple[str, ...]) -> bool:
    """Whether an entry such as *(b)* opens between cue and match."""
    return any(
        between[at] == "(" and len(between[at + 1]) == 1 and between[at + 2] == ")"
        for at in range(len(between) - 2)
    )


def _new_subject(sentence: Sentence, end: int, cue_start: int) -> bool:
    """Whether between match and a later cue another subject or predicate begins."""
    return "and" in sentence.view.lower[end:cue_start] or any(
        syntax.label(token) in ("nsubj", "nsubj:pass") and token.i >= end
        for token in sentence.doc[end:cue_start]
    )


def _opens_sentence(view: TokenView, at: int) -> bool:
    """Whether nothing but a number or a run-in heading (*6. Visits.*) stands before."""
    return at == 0 or view.text[at - 1] == "." or not any(t[:1].isalpha() for t in view.lower[:at])


_NEGATIVE_SUBJECTS = frozenset({"nothing", "no", "nobody", "none", "neither", "never"})


def _governs(sentence: Sentence, match: PhraseMatch, start: int, head: int) -> bool:
    """Whether the cue's word, or the word it modifies, stands above the match in the parse."""
    target = sentence.doc[head]
    if _closed_before(sentence.view, match.end, start):
        return False
    if _opens_sentence(sentence.view, match.start) and (
        sentence.view.lower[match.start] in _NEGATIVE_SUBJECTS
    ):
        return not any(
            word in _CONTRAST or word == ";" for word in sentence.view.lower[match.end : start]
        )
    cue = _cue_head(sentence, match)
    governor = (
        cue.head
        if syntax.label(cue)
        in (
            "advmod",
            "det",
            "mark",
            "case",
            "cc",
            "neg",
            "cc:preconj",
            "aux",
            "prep",
            "discourse",
            "preconj",
            "fixed",
        )
        else cue
    )
    if governor.i == cue.i and syntax.label(cue) in ("nsubj", "nsubj:pass"):
        governor = cue.head
    if (
        syntax.label(governor) in ("nsubj", "nsubj:pass", "obl", "nmod")
        and syntax.label(cue) == "det"
    ):
        governor = governor.head if syntax.label(governor) != "nmod" else governor.head.head
    if syntax.label(governor) == "acl:relcl" and ";" in sentence.view.lower[match.end : start]:
        return False
    if _above(governor, target, match, start):
        return True
    return _adjacent(sentence.view, match, start)


def _closed_before(view: TokenView, first: int, end: int) -> bool:
    """Whether a parenthesis open at `first` closes before `end`: *(samples, not limits) Counts pills*."""
    between = view.lower[first:end]
    if ")" not in between:
        return False
    closing = between.index(")")
    return "(" not in between[:closing]


def _cue_head(sentence: Sentence, match: PhraseMatch) -> Token:
    inside = list(sentence.doc[match.start : match.end])
    for token in inside:
        if syntax.is_root(token) or not match.start <= token.head.i < match.end:
            return token
    return inside[0]


def _above(governor: Token, target: Token, match: PhraseMatch, start: int = sys.maxsize) -> bool:
    """Whether the path from target up meets the governor without crossing a contrast or another clause.

    From `start` on are the words of the match itself, whose own clauses count for nothing
    (*aren't matched with anyone they have dated*).
    """
    at = target
    for _ in range(25):
        if at.i == governor.i:
            return True
        if syntax.is_root(at):
            return False
        name = syntax.label(at)
        if name == "conj" and syntax.coordinator(at) in _CONTRAST:
            return False
        if name == "conj" and at.head.tag_ == "VB" and at.tag_ in ("VBZ", "VBD", "VBP"):
            return False  # "who cannot sleep, and performs rounds": not joined under the negation
        if (
            name in ("parataxis", "advcl", "acl:relcl", "conj")
            and _own_subject(at)
            and at.i > match.end
            and at.head.i < start
        ):
            return False
        at = at.head
    return False


def _own_subject(verb: Token) -> bool:
    subject = syntax.subject(verb)
    return subject is not None and subject.lower_ not in ("who", "which", "that")


def _adjacent(view: TokenView, match: PhraseMatch, start: int) -> bool:
    """The fallback where the parse went astray: nothing but a few modifiers between."""
    between = view.lower[match.end : start]
    return len(between) <= 2 and not any(
        word in _CLAUSE_SIGNS or word in _CONTRAST or word == "," for word in between
    )


def quote_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Spans inside quotation marks, marks included; unclosed marks are ignored."""
    spans = [match.span() for match in _CURLY.finditer(text)]
    spans += [match.span() for match in _STRAIGHT.finditer(text) if _looks_paired(text, match)]
    return tuple(sorted(spans))


_CURLY = re.compile(r"“[^“”]{1,600}”|«[^«»]{1,600}»|(?<!\w)‘[^‘]{2,300}?’(?!\w)")
_STRAIGHT = re.compile(r'(?<!\w)"[^"\n]{1,600}"(?!\w)|(?<![\w’\'])\'[^\'\n]{2,200}\'(?!\w)')


def _looks_paired(text: str, match: re.Match[str]) -> bool:
    return not text[match.start() + 1].isspace()


_LONGEST_QUOTE = 602  # characters that `_CURLY` and `_STRAIGHT` can match


def _quotes_near(spans: Sequence[tuple[int, int]], at: int) -> Sequence[tuple[int, int]]:
    """Of sorted spans those that can hold the character at `at`."""
    return _between(spans, at - _LONGEST_QUOTE, at + 1)


def _between(spans: Sequence[tuple[int, int]], low: int, high: int) -> Sequence[tuple[int, int]]:
    """Of sorted spans those that begin at `low` or after it, and before `high`."""
    return spans[bisect_left(spans, (low, 0)) : bisect_left(spans, (high, 0))]


_SCARE = 20  # characters of a single word in quotation marks, said with a raised eyebrow


# what opens a text that the author gives as a model: its words are the author's own
_MODEL_TEXT = re.compile(
    r"\b(?:good (?:note|narrative|example|entry)|example of an? (?:good|strong|clear|complete)|"
    r"(?:model|sample) (?:note|text|entry|script|wording|narrative)|script|read (?:this )?aloud|"
    r"say the following|use (?:this|the following)(?: \w+)?)\b[^.!?]*$",
    re.IGNORECASE,
)


def _quotation(sentence: Sentence, start: int, end: int) -> Silence | None:
    if sentence.place.own_words:
        return Silence("quotation", sentence.place.own_words)
    first, last = sentence.chars(start, end)
    first, last = first + sentence.start, last + sentence.start
    for left, right in (*_quotes_near(sentence.quotes, first), *sentence.block.quoted):
        scare = left < last and first < right and right - left < _SCARE
        if not scare and _MODEL_TEXT.search(sentence.block.text[max(0, left - 80) : left]):
            continue
        runs_out = left <= first < right < last and not scare
        if scare or runs_out or (left <= first and last <= right):
            return Silence("quotation", sentence.block.text[left:right])
    return None


_CONNECTORS = frozenset(
    {
        "with",
        "against",
        "from",
        "by",
        "a",
        "an",
        "at",
        "of",
        "and",
        "for",
        "the",
        "in",
        "on",
        "to",
        "&",
        "'s",
        "-",
        "'",
        "/",
    }
)


def _quoted_beside(sentence: Sentence, start: int, end: int) -> str:
    """A phrase set in quotation marks elsewhere in the block that the match repeats, or "".

    *"Make sure" stands on every page. Make sure they eat, make sure he signs.*
    """
    phrases = [_plain(sentence.doc[at:end].text) for at in {start, max(0, start - 1)}]
    phrases = [words for words in phrases if len(words.partition(" ")[0]) > _ARTICLE < len(words)]
    first, last = sentence.chars(start, end)
    near = sentence.start + first - _REACH, sentence.start + last + _REACH
    for left, right in _between(sentence.quotes, *near):
        quoted = _plain(sentence.block.text[left:right]) if right - left < _LONGEST_PHRASE else ""
        if " " not in quoted:
            continue
        again = re.compile(r"\W+".join(map(re.escape, quoted.split())), re.IGNORECASE)
        repeated = any(
            found.start() < last and first < found.end()
            for found in again.finditer(sentence.doc.text)
        )
        if repeated or any(" " in words and f" {words} " in f" {quoted} " for words in phrases):
            return str(sentence.block.text[left:right])
    return ""


_LONGEST_PHRASE = 60
_ARTICLE = 3


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w'’-]+", text.lower()))


def _name(sentence: Sentence, start: int, end: int, classes: Mapping[str, Node]) -> Silence | None:
    """A known name, or a run of capitalized words in a sentence that is not all capitalized."""
    view = sentence.view
    for name in ("KNOWN_NAME",):
        node = classes.get(name)
        for match in find_all(node, view) if node is not None else ():
            if (
                match.start < end
                and start < match.end
                and _capitalized(view, match.start, match.end)
            ):
                return Silence("name", _text(sentence, match))
    if not _capitalized(view, start, end):
        return None
    left, right = _capital_run(view, start, end)
    if _capitals(view, left, right) >= _NAME_LENGTH and _has_name_word(view, left, right, classes):
        return Silence("name", str(sentence.doc[left:right].text))
    return None


_PRONOUNS = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Sgt)\.? [A-Z][\w'’-]+")


def _of_one_named(sentence: Sentence, start: int, end: int) -> str:
    """Whom a pronoun that opens its sentence stands for, where the text before names somebody."""
    if end - start != 1 or start > 1 or sentence.view.lower[start] not in _PRONOUNS:
        return ""
    named = _TITLED.findall(sentence.before)
    return str(named[-1]) if named else ""


_NAME_LENGTH = 2


def _capitals(view: TokenView, left: int, right: int) -> int:
    return sum(_is_capital(view, at) for at in range(left, right))


def _capitalized(view: TokenView, start: int, end: int) -> bool:
    """Whether every word but the connecting ones begins with a capital."""
    return all(
        _is_capital(view, at) or view.lower[at] in _CONNECTORS or not view.text[at][:1].isalpha()
        for at in range(start, end)
    )


def _capital_run(view: TokenView, start: int, end: int) -> tuple[int, int]:
    left, right = start, end
    while left > 0 and (_is_capital(view, left - 1) or view.lower[left - 1] in _CONNECTORS):
        left -= 1
    while right < len(view) and (_is_capital(view, right) or view.lower[right] in _CONNECTORS):
        right += 1
    while left < start and view.lower[left] in _CONNECTORS:
        left += 1
    while right > end and view.lower[right - 1] in _CONNECTORS:
        right -= 1
    return left, right


def _is_capital(view: TokenView, at: int) -> bool:
    return view.text[at][:1].isupper()


def _has_name_word(view: TokenView, left: int, right: int, classes: Mapping[str, Node]) -> bool:
    node = classes.get("NAME_WORD")
    if node is None:
        return False
    return any(
        left <= match.start and match.end <= right and _is_capital(view, match.start)
        for match in find_all(node, view)
    )


ALWAYS = ("suppression", "prohibition", "mention", "name", "quotation")
BLAME_ALWAYS = ("other-subject", "disowned")
CONTROL_ALWAYS = ("other-subject-of-passive", "report")
_SAID_OF = frozenset({"other-subject", "other-subject-of-passive"})
BLAME = frozenset({"deficit", "stigmatizing", "clinicalized"})
DUTY_ALWAYS = ("request", "agreement", "account")
