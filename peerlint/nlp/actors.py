"""Who acts: the role of the subject of a predicate, said in the sentence or taken from around it."""

from __future__ import annotations

from collections.abc import Mapping

from peerlint.matching.phrases import TokenView, longest_at
from peerlint.matching.tokens import light_view
from peerlint.nlp import syntax
from peerlint.nlp.roles import OTHER, PEER, PERSON, UNKNOWN, Cast, bare_peer, title_at
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.sentences import goes_on, last_sentence
from peerlint.nlp.syntax import Token
from peerlint.rulebook.pattern import Node

_CLASSES = (
    ("PEER_TITLE", PEER),
    ("OTHER_TITLE", OTHER),
    ("THIS_ROLE", "role"),
    ("ROLE_MATTER", "role"),
    ("PEER_NOUN", PEER),
    ("PERSON", PERSON),
    ("EMPLOYER", OTHER),
    ("ANY_STAFF", "staff"),
)
_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "they",
        "it",
        "s/he",
        "who",
        "that",
        "which",
        "him",
        "her",
        "them",
        "we",
        "i",
        "one",
    }
)
_CLIMB = frozenset(
    {
        "conj",
        "xcomp",
        "advcl",
        "ccomp",
        "acl",
        "parataxis",
        "appos",
        "obj",
        "obl",
        "nmod",
        "compound",
        "iobj",
        "dep",
        "amod",
        "pobj",
        "prep",
        "pcomp",
        "dislocated",
        "list",
        "obl:agent",
        "nmod:desc",
        "advcl:relcl",
        "flat",
        "root",
        "ROOT",
        "nsubj:pass",
    }
)
_CONTROL_AWAY = frozenset({"ask", "asks", "asked", "tell", "tells", "told"})


Span = tuple[int, int]
_NOWHERE: Span = (0, 0)


def actor_of(
    sentence: Sentence,
    token: Token,
    classes: Mapping[str, Node],
    *,
    predicate: bool = True,
    span: Span = _NOWHERE,
) -> str:
    """`peer`, `other`, `person` or `unknown`: who does what the token names.

    Where the token is no predicate but the head of a phrase (*are assigned to their own team*), the
    subject of a passive counts too: the phrase is said of it. `span` holds the words of the duty: a
    title among them (*medication aide class*) is what is done, not who does it.
    """
    key = ("actor", token.i, predicate, span)
    if key not in sentence.memo:
        role = _find_actor(sentence, token, classes, span, predicate)
        if not predicate and role in (UNKNOWN, PERSON, OTHER):
            role = _said_of(sentence, token, classes) or _by_peer(sentence, classes) or role
        sentence.memo[key] = role
    found: str = sentence.memo[key]
    return found


def _by_peer(sentence: Sentence, classes: Mapping[str, Node]) -> str:
    """`peer` where a passive says who acts further on (*are persuaded to sign by the coach*)."""
    view = sentence.view
    passive = any(label in ("aux:pass", "auxpass") for label in (t.dep_ for t in sentence.doc))
    for at, word in enumerate(view.lower if passive else ()):
        if word != "by":
            continue
        for start in (at + 1, at + 2):
            found = _title(sentence, start, classes) if start < len(view) else None
            if found is not None:
                return PEER if found[1] == PEER else ""
    return ""


def _said_of(sentence: Sentence, token: Token, classes: Mapping[str, Node]) -> str:
    """`peer` where the nearest passive above has a peer worker as its subject, else ""."""
    for at in (token, *syntax.ancestors(token)):
        subjects = syntax.children(at, "nsubj:pass")
        if subjects:
            return PEER if role_of(sentence, subjects[-1], classes) == PEER else ""
        if syntax.children(at, "nsubj"):
            return ""
    return ""


def _find_actor(
    sentence: Sentence, token: Token, classes: Mapping[str, Node], span: Span, predicate: bool
) -> str:
    if not predicate and (taken := _falls_to(sentence, span, classes)):
        return taken
    role = _parsed_actor(sentence, token, classes, _NOWHERE if predicate else span)
    if role == UNKNOWN and token.pos_ in ("VERB", "AUX") and not _is_passive_form(token):
        return _nearest_before(sentence, token, classes, span) or UNKNOWN
    if role == UNKNOWN and syntax.is_passive(token):
        return _by_peer(sentence, classes) or UNKNOWN
    return role


def _falls_to(sentence: Sentence, span: Span, classes: Mapping[str, Node]) -> str:
    """*bed checks stay with the coaches*, *pill counts are assigned to nurses*: who gets the task."""
    view = sentence.view
    for at in range(span[1], min(span[1] + 6, len(view) - 2)):
        if view.lower[at] in _FALLING and view.lower[at + 1] in ("with", "to", "on"):
            for start in range(at + 2, min(at + 5, len(view))):
                if (found := _title(sentence, start, classes)) is not None:
                    return found[1]
    return ""


_FALLING = frozenset(
    [
        "stay",
        "stays",
        "fall",
        "falls",
        "go",
        "goes",
        "belong",
        "belongs",
        "move",
        "moves",
        "rest",
        "rests",
        "remain",
        "remains",
        "left",
        "assigned",
        "given",
        "handed",
        "shift",
        "shifts",
        "pass",
        "passes",
        "passed",
        "delegated",
    ]
)


def _is_passive_form(token: Token) -> bool:
    return syntax.is_passive(token) or token.tag_ == "VBN"


def _nearest_before(
    sentence: Sentence, verb: Token, classes: Mapping[str, Node], span: Span
) -> str:
    """The last role title before a verb in its clause, for parses that lost the subject."""
    view = sentence.view
    start = verb.i
    while start > 0 and view.lower[start - 1] not in _CLAUSE_STARTS:
        start -= 1
    roles = []
    at = start
    while at < verb.i:
        found = _title(sentence, at, classes)
        if found is None:
            at += 1
            continue
        end, role = found
        denied = any(
            word in ("not", "never", "than") for word in view.lower[max(start, at - 2) : at]
        )
        within = at < span[1] and end > span[0]
        beside = _in_phrase(view, at, start) or _is_complement(sentence, end, verb)
        if not (denied or within or beside):
            roles.append(role)
        at = end
    return roles[-1] if roles else ""


def _is_complement(sentence: Sentence, end: int, verb: Token) -> bool:
    """Whether the title that ends there is an object or part of another noun (*assist nurses in …*).

    Or the subject of a clause that the verb's own comes after (*when nurses are out, counts pills*).
    """
    last = sentence.doc[end - 1]
    while syntax.label(last) in ("compound", "nmod:poss", "flat") and not syntax.is_root(last):
        last = last.head
    if syntax.label(last) in ("nsubj", "nsubj:pass", "nsubj:outer"):
        return (
            last.head.i < verb.i
            and syntax.label(last.head) == "advcl"
            and last.head.head.i in {verb.i, *(above.i for above in syntax.ancestors(verb))}
        )
    return last.head.i < last.i and syntax.label(last) in ("obj", "iobj", "obl", "nmod", "pobj")


_CLAUSE_STARTS = frozenset(
    {";", ":", ".", "—", "–", "while", "when", "because", "if", "although", "but", "so", "(", ")"}
)
_PREPOSITIONS = frozenset(
    [
        "to",
        "by",
        "for",
        "with",
        "from",
        "of",
        "than",
        "on",
        "at",
        "in",
        "under",
        "before",
        "after",
        "between",
        "among",
        "alongside",
        "without",
        "via",
        "through",
        "per",
        "until",
        "beside",
        "near",
        "behind",
        "about",
        "like",
    ]
)


def _in_phrase(view: TokenView, at: int, start: int) -> bool:
    """Whether a preposition opens the phrase the title stands in (*under the nurse*)."""
    before = view.lower[max(start, at - 2) : at]
    return any(word in _PREPOSITIONS for word in before)


def _title(sentence: Sentence, at: int, classes: Mapping[str, Node]) -> tuple[int, str] | None:
    return title_at(sentence.view, at, classes, sentence.place.cast)


def _parsed_actor(sentence: Sentence, token: Token, classes: Mapping[str, Node], span: Span) -> str:
    agent = _agent(token) or _caused(token)
    if agent is not None:
        return role_of(sentence, agent, classes)
    at, previous = token, None
    for _ in range(20):
        if previous is not None and _colon_between(previous, at):
            return _before_colon(sentence, previous, classes)
        found = _said_with(sentence, at, previous, classes, span)
        if found is not None:
            return found
        if syntax.is_root(at):
            break
        previous, at = at, at.head
    return _nearest_before(sentence, token, classes, span) or _unsaid(sentence, classes)


def _colon_between(below: Token, above: Token) -> bool:
    return above.i < below.i and any(t.text == ":" for t in below.doc[above.i : below.i])


def _before_colon(sentence: Sentence, below: Token, classes: Mapping[str, Node]) -> str:
    """Who stands before the colon (*Here is what I want the coaches to do: count pills*)."""
    view = sentence.view
    colon = next(at for at in range(below.i, -1, -1) if view.text[at] == ":")
    for at in range(colon):
        found = _title(sentence, at, classes)
        if found is not None and not _in_phrase(view, at, 0) and _acts(view, found[0]):
            return found[1]
    return _document_actor(sentence)


def _acts(view: TokenView, end: int) -> bool:
    """Whether a title that ends there is what is spoken of (not *pharmacy run*, *the nurse's fridge*)."""
    return not view.text[end][:1].isalpha() or view.pos[end] in ("VERB", "AUX", "ADV", "ADP")


def _agent(verb: Token) -> Token | None:
    """The *by* phrase of a passive verb or of a noun that names an act."""
    named = syntax.children(verb, "obl:agent", "agent")
    for noun in named:
        inner = [child for child in noun.children if child.dep_ == "pobj"]
        agent = inner[0] if inner else noun
        return None if _is_means_or_time(agent) else agent
    if verb.tag_ in ("VBN", "VBD") or verb.pos_ == "NOUN":
        by = [
            noun
            for prep, noun in syntax.prepositional(verb)
            if prep == "by" and noun.pos_ != "VERB" and not _is_means_or_time(noun)
        ]
        return by[0] if by else None
    return None


def _is_means_or_time(noun: Token) -> bool:
    """*by phone*, *by Friday*, *by 9:00* name nobody."""
    return noun.lower_ in _MEANS_AND_TIMES or noun.pos_ == "NUM"


_MEANS_AND_TIMES = frozenset(
    [
        "phone",
        "telephone",
        "text",
        "email",
        "e-mail",
        "mail",
        "fax",
        "hand",
        "van",
        "bus",
        "car",
        "foot",
        "video",
        "zoom",
        "name",
        "noon",
        "midnight",
        "night",
        "morning",
        "evening",
        "afternoon",
        "today",
        "tomorrow",
        "deadline",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "end",
        "close",
        "week",
        "month",
        "pm",
        "am",
        "a.m.",
        "p.m.",
        "law",
        "policy",
        "rotation",
    ]
)


def _caused(verb: Token) -> Token | None:
    """*had her count pills*, for parses that take the pronoun as a possessive."""
    if verb.tag_ != "VB" or verb.i < 2:
        return None
    pronoun, causing = verb.doc[verb.i - 1], verb.doc[verb.i - 2]
    caused = pronoun.lower_ in ("her", "him", "them") and causing.lower_ in _CAUSING
    return pronoun if caused else None


_CAUSING = frozenset({"have", "has", "had", "having", "let", "lets", "make", "makes", "made"})


def _said_with(
    sentence: Sentence, at: Token, below: Token | None, classes: Mapping[str, Node], span: Span
) -> str | None:
    """The role that a subject at this predicate gives to the token below it, None: go on climbing.

    A subject within `span` is part of what is done (*van runs are a daily task*).
    """
    controlled = _controller(at, below)
    if controlled is not None:
        role = role_of(sentence, controlled, classes)
        if role != OTHER or at.lower_ not in _HELPING:
            return role
    subject = syntax.subject(at)
    if subject is None or (below is not None and subject.i == below.i):
        return _of_relative(sentence, at, classes)
    if below is not None and _disagrees(below, subject):
        return None
    if span[0] <= subject.i < span[1] and subject.pos_ != "PRON":
        agent = _agent(at)
        return role_of(sentence, agent, classes) if agent is not None else None
    if subject.lower_ in ("who", "that", "which") and syntax.label(at) == "acl:relcl":
        return role_of(sentence, at.head, classes)
    if syntax.is_passive(at) and below is None:
        return UNKNOWN if subject.pos_ != "VERB" and not _is_seen_to(at) else None
    role = role_of(sentence, subject, classes)
    return None if role == UNKNOWN and _is_note(at) else role


def _is_note(verb: Token) -> bool:
    """*pills counted*: a participle that heads a note, of whoever the place is about."""
    return verb.tag_ == "VBN" and syntax.is_root(verb) and not syntax.children(verb, "aux")


def _disagrees(verb: Token, subject: Token) -> bool:
    """*meetings at which patients are discussed and writes plans*: another subject's verb."""
    return (
        verb.tag_ == "VBZ"
        and syntax.label(verb) == "conj"
        and subject.tag_ in ("NNS", "NNPS")
        and subject.lower_ not in _PRONOUNS
    )


_SEEING_TO = frozenset(
    [
        "ensure",
        "ensures",
        "ensuring",
        "see",
        "sees",
        "seeing",
        "make",
        "makes",
        "making",
        "sure",
        "certain",
        "assure",
        "assures",
        "verify",
        "verifies",
        "confirm",
        "confirms",
        "check",
        "checks",
        "get",
        "gets",
        "have",
        "has",
        "certify",
        "certifies",
    ]
)


def _is_seen_to(verb: Token) -> bool:
    """*sees to it that rooms are cleaned*: who sees to it acts."""
    return syntax.label(verb) in ("ccomp", "advcl", "acl", "xcomp", "conj", "parataxis") and any(
        above.lower_ in _SEEING_TO for above in syntax.ancestors(verb)
    )


def _of_relative(sentence: Sentence, at: Token, classes: Mapping[str, Node]) -> str | None:
    if syntax.label(at) in ("acl", "acl:relcl") and at.tag_ == "VBG":
        role = role_of(sentence, at.head, classes)
        return role if role in (PEER, OTHER) else None
    if at.tag_ == "VB" and syntax.label(at) == "acl" and syntax.is_root(at.head):
        role = role_of(sentence, at.head, classes)  # "Peer specialist to feed back", in note style
        return role if role in (PEER, OTHER) else None
    if at.tag_ == "VBN" and syntax.label(at) in ("acl", "acl:relcl"):
        return UNKNOWN
    return None


def _controller(at: Token, below: Token | None) -> Token | None:
    """*ask the coach to count*, *peer workers are expected to count*, *have the peer worker count*."""
    if below is None or syntax.label(below) not in ("xcomp", "ccomp", "advcl", "acl"):
        return None
    if at.lower_ in ("by", "after", "before") or below.tag_ == "VBG":
        return None
    objects = [noun for noun in syntax.children(at, "obj", "iobj") if noun.i < below.i]
    if objects and syntax.label(below) in ("xcomp", "ccomp", "acl"):
        return objects[-1]
    if objects and syntax.label(below) == "advcl" and at.lower_ in _SENDING:
        return objects[-1]
    passive = syntax.children(at, "nsubj:pass")
    return passive[-1] if passive else None


_HELPING = frozenset(
    [
        "help",
        "helps",
        "helped",
        "helping",
        "assist",
        "assists",
        "assisted",
        "assisting",
        "support",
        "supports",
        "supported",
        "supporting",
        "aid",
        "aids",
    ]
)
"""Verbs whose subject keeps a hand in what other staff do: *assist the nurse to pass medications*."""
_SENDING = frozenset(
    [
        "send",
        "sends",
        "sent",
        "sending",
        "ask",
        "asks",
        "asked",
        "assign",
        "assigns",
        "assigned",
        "use",
        "uses",
        "used",
        "have",
        "has",
        "had",
        "let",
        "lets",
        "need",
        "needs",
        "train",
        "trains",
        "trained",
        "require",
        "requires",
        "required",
        "expect",
        "expects",
        "expected",
        "allow",
        "allows",
    ]
)


def role_of(sentence: Sentence, noun: Token, classes: Mapping[str, Node]) -> str:
    """The role of a noun phrase, its conjuncts included (one peer among several is enough)."""
    named = [*syntax.conjuncts(noun), *syntax.children(noun, "appos")]
    roles = [_single_role(sentence, member, classes) for member in named if not _excluded(member)]
    for wanted in (PEER, OTHER, PERSON):
        if wanted in roles:
            return wanted
    return UNKNOWN


def _excluded(noun: Token) -> bool:
    """*the nurse, not the peer specialist*: a conjunct that is denied."""
    before = noun.doc[max(0, noun.left_edge.i - 2) : noun.i]
    return (
        any(word.lower_ in ("not", "never", "than") for word in before)
        and syntax.label(noun) == "conj"
    )


def _single_role(sentence: Sentence, noun: Token, classes: Mapping[str, Node]) -> str:
    if noun.lower_ in _PRONOUNS:
        return _pronoun_role(sentence, noun, classes)
    start, end = syntax.phrase_bounds(noun)
    end = max(end, noun.i + 1)
    role = role_in(sentence.view, start, end, noun.i, classes)
    known = _known(sentence, noun, start, end, role, classes)
    if known:
        return known
    if role in ("", PERSON, "staff", "role") and _called_by_title(sentence, noun):
        return sentence.place.role
    if noun.lower_ == "you":
        return _document_actor(sentence)
    if role == "role":
        # "the specialist": whoever the document is about, else the other kind of specialist
        if sentence.place.role == PEER and noun.lower_ not in sentence.place.cast.shared:
            return PEER
        known = _pronoun_antecedent(sentence, classes)
        return known if known in (PEER, OTHER) else sentence.place.role
    if role == "staff":
        definite = (
            any(word.lower_ in ("the", "this") for word in noun.children) and noun.tag_ == "NN"
        )
        return _document_actor(sentence) if definite and sentence.place.actor == PEER else OTHER
    if not role and _is_named_person(sentence, noun):
        return _named_person_role(sentence)
    return role or UNKNOWN


def _known(
    sentence: Sentence, noun: Token, start: int, end: int, role: str, classes: Mapping[str, Node]
) -> str:
    """The role of a noun that the document uses for one: a name, *the coaches*, *employees in peer jobs*."""
    known = sentence.place.cast.role(noun.lower_)
    if known and (role in ("", PERSON, "staff", "role") or noun.i == start or _bare(noun)):
        return known
    if role == "staff" and (node := classes.get("PEER_TITLE")) is not None:
        found = longest_at(node, sentence.view, noun.i)
        if found is not None:
            return PEER
    return ""


def _bare(noun: Token) -> bool:
    """Whether nothing but articles stands before the noun in its phrase (*the manager*)."""
    return all(child.i > noun.i or child.pos_ == "DET" for child in noun.children)


def _named_person_role(sentence: Sentence) -> str:
    """In a plan a name is the person served; in a text about one peer worker, that worker."""
    if sentence.type != "treatment-plan" and sentence.place.actor == PEER:
        return PEER
    return PERSON


def _called_by_title(sentence: Sentence, noun: Token) -> bool:
    """*the greeter*, *operators*: a word of the title that names the worker of this section."""
    place = sentence.place
    if place.role != PEER or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    word = noun.lower_
    return (
        word in place.titles or word.removesuffix("s") in place.titles or f"{word}s" in place.titles
    )


def _is_named_person(sentence: Sentence, noun: Token) -> bool:
    """*Mr. Okafor*, or in a plan any name at all."""
    if noun.pos_ != "PROPN":
        return False
    titled = any(word.lower_.rstrip(".") in ("mr", "mrs", "ms", "miss") for word in noun.subtree)
    return titled or sentence.type == "treatment-plan" or sentence.place.actor == PEER


_ARTICLES = frozenset({"the", "this", "our", "your", "each", "every"})


def role_in(view: TokenView, start: int, end: int, head: int, classes: Mapping[str, Node]) -> str:
    """The role named by the tokens `start` to `end`, a title that ends at `head` first; "" if none."""
    best: tuple[bool, int, int, str] | None = None
    for rank, (name, role) in enumerate(_CLASSES):
        node = classes.get(name)
        if node is None:
            continue
        for at in range(start, end):
            found = longest_at(node, view, at)
            if found is None or found.end > end:
                continue
            articles = view.lower[found.start] in _ARTICLES
            score = (found.end == head + 1, found.end - found.start - articles, -rank, role)
            if best is None or score > best:
                best = score
    if best is None or (not best[0] and best[3] in (PERSON, "staff", "role")):
        return ""
    return best[3]


def _pronoun_role(sentence: Sentence, noun: Token, classes: Mapping[str, Node]) -> str:
    if noun.lower_ in ("we", "i", "one", "it"):
        return _document_actor(sentence) if noun.lower_ in ("we", "i") else UNKNOWN
    earlier = sentence.doc[: noun.left_edge.i].text
    for text in (earlier, sentence.before):
        role = last_role(light_view(text[-400:]), classes, sentence.place.cast)
        if role:
            return role
    actor = _document_actor(sentence)
    return PERSON if actor == UNKNOWN else actor


def _pronoun_antecedent(sentence: Sentence, classes: Mapping[str, Node]) -> str:
    return last_role(light_view(sentence.before[-400:]), classes, sentence.place.cast)


def last_role(view: TokenView, classes: Mapping[str, Node], cast: Cast) -> str:
    """The role that a pronoun after this text most likely means: peer or other title, else a person."""
    found = ""
    for at in range(len(view)):
        title = title_at(view, at, classes, cast)
        if title is None or (title[0] == at + 1 and _is_loose_peer(view, at)):
            continue
        if title[1] == PEER:
            return PEER
        found = OTHER
    return found


def _is_loose_peer(view: TokenView, at: int) -> bool:
    """Whether the word is *peer*, but no worker (*peer review*)."""
    return view.lower[at] in ("peer", "peers") and not bare_peer(view, at)


def _unsaid(sentence: Sentence, classes: Mapping[str, Node]) -> str:
    """Nobody is named: a bullet or order speaks of whoever the place is about.

    After a semicolon, and in a finite sentence (*Ensures compliance*), the subject said before goes on.
    """
    actor = _document_actor(sentence)
    before = sentence.before.rstrip()
    if goes_on(before):
        cast = sentence.place.cast
        said = first_role(light_view(last_sentence(before)), classes, cast, _OPENING)
        return said or actor
    if actor == UNKNOWN and before and sentence.doc[0].tag_ in ("VBZ", "MD", "VBD"):
        return last_role(light_view(before[-400:]), classes, sentence.place.cast) or actor
    return PERSON if actor == UNKNOWN and sentence.type == "treatment-plan" else actor


_OPENING = 8  # words of a sentence in which its subject is looked for


def first_role(view: TokenView, classes: Mapping[str, Node], cast: Cast, within: int) -> str:
    """The role title that opens the text as its subject, "" when there is none."""
    for at in range(min(within, len(view))):
        found = title_at(view, at, classes, cast)
        if found is not None:
            opening = view.lower[:at]
            return found[1] if all(word in _BEFORE_SUBJECT for word in opening) else ""
    return ""


_BEFORE_SUBJECT = frozenset(
    [
        "the",
        "a",
        "an",
        "each",
        "every",
        "all",
        "any",
        "our",
        "this",
        "these",
        "both",
        "no",
        "only",
        "lead",
        "senior",
        "assigned",
        "on",
        "duty",
        "and",
        "-",
        "*",
        "•",
        "(",
        ")",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        ".",
    ]
)


def _document_actor(sentence: Sentence) -> str:
    return sentence.place.actor


def is_actor(sentence: Sentence, index: int, wanted: str, classes: Mapping[str, Node]) -> bool:
    """Whether the actor of token `index` is `peer`, `person-served`, `other-role` or `any`."""
    if wanted == "any":
        return True
    return actor_of(sentence, sentence.doc[index], classes) == _WANTED[wanted]


_WANTED = {"peer": PEER, "person-served": PERSON, "other-role": OTHER}
