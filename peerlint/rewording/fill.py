"""The words of a template, filled from one passage."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from peerlint.rewording.grammar import (
    POSSESSIVES,
    is_noun,
    is_plural_noun,
    is_plural_phrase,
    phrase_root,
)
from peerlint.rewording.inflection import (
    article,
    conjugate,
    is_plural_word,
    is_verb,
    noun_lemma,
    pluralize,
    present,
    verb_lemma,
)
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.template import Kind, Part, follows_match
from peerlint.rewording.verbs import VerbSite
from peerlint.rewording.words import (
    CONTESTED,
    DETERMINERS,
    GENDERED_NOUNS,
    MASS,
    MODALS,
    ONE_ONLY,
    POSTMODIFIERS,
    TITLES,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


_AFTER_POSSESSIVE = re.compile(
    r"(?:\b(?:their|our|your|his|her|its|my)|['’]s|s['’])(?: own)?\s+$", re.IGNORECASE
)
_WHERE_KEPT = re.compile(
    r"\s+(?:in|at|on|inside|under|behind|&|of (?:each|every|any|all|new|incoming|recent))\s"
)
_OBJECT_PRONOUNS = frozenset(["them", "him", "her", "it", "me", "us", "you"])
_SUBJECT_PRONOUNS = frozenset(["they", "their", "his", "he", "she"])
_ONE_FORMS = {"are": "is", "were": "was", "have": "has"}
_COLLECTIVE = frozenset(
    {"staff", "youth", "someone", "anyone", "everyone", "whoever", "anybody", "everybody", "family"}
)


@dataclass
class Filled:
    """The text so far.

    `plural` is the number of the phrase last written, `used` the slots filled so far, `names` all
    slots of the template, `one` whether the phrase last written means one particular person,
    `person` the pronoun the sentence has for that person (*he*, *she*), else *they*.
    """

    text: str = ""
    plural: bool = False
    used: list[str] = field(default_factory=list)
    verbs: int = 0
    following: bool = False
    after_slot: bool = False
    one: bool = False
    person: str = "they"
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Source:
    """What the parts of a template draw on.

    `plural` is the number of the matched noun; `modified` the span of the noun it modifies.
    """

    passage: Passage
    verb: VerbSite | None
    plural: bool
    modified: tuple[int, int] | None = None


def fill(parts: tuple[Part, ...], source: Source) -> Filled:
    """All parts written one after the other; raises UnfitError when a slot cannot be filled."""
    names = frozenset(part.value for part in parts if part.kind is Kind.SLOT)
    filled = Filled(plural=source.plural, names=names)
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        filled.following = follows_match(parts, index)
        filled.after_slot = index > 0 and parts[index - 1].kind is Kind.SLOT
        filled.text += _written(part, following, source, filled)
        filled.one = filled.one and part.kind is Kind.SLOT
    filled.text = re.sub(r" {2,}", " ", filled.text).strip()
    return filled


def phrase_core(words: str) -> list[str]:
    """The words of a noun phrase up to its noun, without what follows the noun."""
    core: list[str] = []
    for word in words.split():
        if core and word.lower() in POSTMODIFIERS:
            break
        core.append(word.strip(",.;:"))
    return core


def phrase_is_plural(words: str) -> bool:
    """Whether a noun phrase given as words is plural, by its noun."""
    core = phrase_core(words)
    joined = any(word.lower() == "and" for word in core[:-1])
    return joined or (bool(core) and is_plural_word(core[-1]))


def is_mass(words: str) -> bool:
    """Whether a noun phrase given as words is headed by a mass noun."""
    core = phrase_core(words)
    return bool(core) and core[-1].lower() in MASS


def _written(part: Part, following: Part | None, source: Source, filled: Filled) -> str:
    match part.kind:
        case Kind.WORDS:
            return _words(part.value, following, filled)
        case Kind.VERB | Kind.ACTIVE:
            return _verb(part, source, filled)
        case Kind.NOUN:
            filled.plural = source.plural
            return pluralize(part.value) if source.plural else part.value
        case Kind.AGREEING:
            return present(part.value, plural=filled.plural)
        case Kind.ARTICLE:
            return "" if filled.plural else "\0"
        case Kind.THEY:
            filled.plural = filled.person == "they"
            return _FORMS[filled.person][_COLUMN[part.value]]
        case Kind.PRONOUN:
            pronoun = pronoun_for(source.passage, part.value)
            filled.plural = pronoun not in ("he", "she")
            return pronoun
        case Kind.MATCH:
            return span_text(source.passage, source.passage.start, source.passage.end)
        case Kind.MODIFIED:
            return _modified(source, filled)
        case Kind.SLOT:
            return _slot(part, following, source, filled)


def settle_articles(text: str) -> str:
    """Puts a or an where `{det:a}` left its mark, by the word that follows."""
    while (at := text.find("\0")) >= 0:
        text = text[:at] + article(text[at + 1 :].lstrip()) + text[at + 1 :]
    return text


def _words(words: str, following: Part | None, filled: Filled) -> str:
    plain_article = re.search(r"(?:^|\s)(an?) $", words)
    if plain_article and following is not None and following.kind is not Kind.WORDS:
        words = words[: plain_article.start(1)] + "\0 "
    if filled.one and words.startswith(" who "):
        filled.plural = filled.person == "they"
        words = f" if {filled.person} {words.removeprefix(' who ')}"
    elif filled.after_slot:
        words = _be_agreeing(words, plural=filled.plural)
    if re.search(r"(?:^|\s)s?he$", filled.text):
        words = _agreeing_after_he_or_she(words)
    if re.search(r"[a-z]", words):
        head = re.match(r"\s*([\w' -]+)", words)
        if not filled.text and head:
            filled.plural = phrase_is_plural(words)
    return words


def _be_agreeing(words: str, *, plural: bool) -> str:
    """*is*, *was*, *has* right after a slot, in the slot's number."""
    forms = {"is": "are", "was": "were", "has": "have"}
    first, blank, rest = words.lstrip(" ").partition(" ")
    if not words.startswith(" ") or not plural or first not in forms:
        return words
    return f" {forms[first]}{blank}{rest}"


def _agreeing_after_he_or_she(words: str) -> str:
    blank, first, rest = re.match(r"(\s*)([a-z]*)(.*)", words, re.DOTALL).groups()  # type: ignore[union-attr]
    if first in _ONE_FORMS:
        return f"{blank}{_ONE_FORMS[first]}{rest}"
    verb = is_verb(first) and first not in MODALS
    return f"{blank}{present(first, plural=False)}{rest}" if verb else words


def _verb(part: Part, source: Source, filled: Filled) -> str:
    site = source.verb
    if site is None or not filled.following:
        return present(part.value, plural=filled.plural)
    filled.verbs += 1
    verb = conjugate(part.value, site.form)
    if filled.verbs > 1:
        return verb
    return " ".join((*site.lead, verb, *site.trail))


def _modified(source: Source, filled: Filled) -> str:
    if source.modified is None:
        raise UnfitError("the match modifies no noun")
    start, end = source.modified
    filled.plural = is_plural_phrase(source.passage.doc[end - 1])
    return span_text(source.passage, start, end)


def _slot(part: Part, following: Part | None, source: Source, filled: Filled) -> str:
    span = source.passage.slots.get(part.value)
    text = _captured(part, span, following, source, filled) if span else ""
    if text:
        filled.used.append(part.value)
        return text
    if part.default is None:
        raise UnfitError(f"nothing captured for {part.value}")
    if part.value == "people" and source.passage.named:
        raise UnfitError("somebody's name would be lost")
    if part.value == "people" and part.default == "people" and source.passage.single:
        filled.plural, filled.one = False, True
        return _possessive_before("the person", following)
    if part.value == "people" and "before" in source.passage.slots:
        known = _pronoun_for_the_known(following, filled)
        if known:
            return known
    return _default(part.default, following, filled)


def _pronoun_for_the_known(following: Part | None, filled: Filled) -> str:
    """*them*, *they* for whom the sentence has spoken of; "" where a pronoun reads badly."""
    words = following.value if following is not None and following.kind is Kind.WORDS else ""
    if words.startswith(("'s", " who ")) and words != " who ":
        return ""
    filled.plural = filled.one = True
    agreeing = following is not None and (following.kind is Kind.AGREEING or words.isspace())
    return "they" if agreeing else "them"


def _default(default: str, following: Part | None, filled: Filled) -> str:
    filled.plural, filled.one = phrase_is_plural(default), False
    if _AFTER_POSSESSIVE.search(filled.text):
        default = _without_determiner(default)
    return _possessive_before(default, following)


def _captured(
    part: Part,
    span: tuple[int, int],
    following: Part | None,
    source: Source,
    filled: Filled,
) -> str:
    passage = source.passage
    root = phrase_root(passage.doc, *span)
    if _ends_before_a_clause(passage, span[1]):
        raise UnfitError("the phrase ends before what its verb says")
    if passage.doc[span[0]].tag_ == "POS" or passage.doc[span[0]].lower_ in ("&", "and", "or"):
        raise UnfitError("the phrase begins inside another")
    if part.value == "team" and any(word.lower_ == "who" for word in passage.doc[slice(*span)]):
        raise UnfitError("what the team is told, read as a clause about it")
    last = passage.doc[span[1] - 1]
    if last.dep_ == "acl:relcl" and verb_lemma(last.lower_) in _LINKING:
        raise UnfitError("the clause about the people is cut")
    if root.lower_ == "them" and _follows_who(following) and _one_is_named_before(root):
        raise UnfitError("one person, of whom a clause has spoken")
    if part.value == "person" and any(word.tag_ == "POS" for word in passage.doc[slice(*span)]):
        raise UnfitError("the phrase holds a possessor")
    if part.value == "object" and _default_is_better(part, root, passage):
        return ""
    filled.plural = is_plural_phrase(root)
    if part.value == "people" and _names_nobody(part, span, root, following):
        return ""
    filled.one = part.value == "people" and _is_one_person(root, passage.doc[span[0]])
    if part.value in ("people", "person", "role", "team"):
        return _people(part.value, span, root, following, source, filled)
    text = span_text(passage, *span, without=_taken(part, span, passage, filled))
    if part.value == "object" and not text:
        return ""
    if _lost_its_possessor(part, span, passage, text, filled):
        text = f"the {text}"
    bare = part.value == "object" and _needs_the(root, span)
    if _AFTER_POSSESSIVE.search(filled.text):
        text = _without_determiner(_WHERE_KEPT.split(text)[0])
        if not (bare or _is_one_of_many(root)):
            return text
        before = text[: text.lower().find(root.lower_)]
        return _pluralized(f"{before}{root.lower_}")
    return f"the {text}" if bare else text


_LINKING = frozenset({"look", "seem", "appear", "feel", "sound", "become", "get", "go"})


def _follows_who(following: Part | None) -> bool:
    return following is not None and following.value.startswith(" who")


def _one_is_named_before(pronoun: Token) -> bool:
    """*If a guest won't get up, the companion wakes | them*."""
    return any(
        word.tag_ == "NN" and any(child.lower_ in ("a", "an") for child in word.lefts)
        for word in pronoun.doc[: pronoun.i]
        if word.dep_ == "nsubj" and word.head.dep_ == "advcl"
    )


def _ends_before_a_clause(passage: Passage, end: int) -> bool:
    """*men who swear | they'd never go*."""
    last, after = passage.doc[end - 1], passage.doc[end : end + 1]
    says = any(child.dep_ == "ccomp" and child.i >= end for child in last.children)
    return says or (last.dep_ == "acl:relcl" and any(word.dep_ == "nsubj" for word in after))


def _is_one_of_many(root: Token) -> bool:
    """*each dose*, *the med closet*: after *their* there are many."""
    if root.tag_ != "NN" or root.lower_ in MASS or root.text.isupper():
        return False
    each = any(child.lower_ in ("each", "every", "any") for child in root.lefts)
    return each or (root.dep_ == "compound" and any(c.dep_ == "det" for c in root.lefts))


def _lost_its_possessor(
    part: Part, span: tuple[int, int], passage: Passage, text: str, filled: Filled
) -> bool:
    """*read the person's file* -> *read the file*."""
    taken = _taken(part, span, passage, filled)
    if taken is None or taken[0] != span[0] or _AFTER_POSSESSIVE.search(filled.text):
        return False
    return text.split(" ", 1)[0].lower() not in DETERMINERS | POSSESSIVES


def _pluralized(text: str) -> str:
    """*plan* from *plan compliance* stands for many: *their plans*."""
    before, blank, last = text.rpartition(" ")
    return f"{before}{blank}{pluralize(noun_lemma(last))}"


def _default_is_better(part: Part, root: Token, passage: Passage) -> bool:
    return part.default is not None and (
        part.default in passage.unlike or root.lower_ in _OBJECT_PRONOUNS
    )


def _names_nobody(part: Part, span: tuple[int, int], root: Token, following: Part | None) -> bool:
    """*someone*, *them* before *who*, the *client* of *client funds*: the default reads better."""
    if part.default is None or span[1] - span[0] > 1:
        return False
    if noun_lemma(root.lower_) in CONTESTED and _stands_for_many(root) and not is_plural_noun(root):
        return True
    before_who = following is not None and following.value.startswith(" who")
    pronoun = root.tag_ == "PRP$" and root.lower_ not in ("his", "her")
    return root.lower_ in ("someone", "anyone", "somebody", "anybody") or (pronoun and before_who)


def _is_one_person(root: Token, first: Token) -> bool:
    """*him*, *Ms. Dao*, *the client*, *her son*: words after which *who* would pick out another."""
    if root.lower_ in ("him", "her", "he", "she", "his") or first.lower_ in TITLES:
        return True
    if is_plural_phrase(root) or root.tag_ in ("PRP", "PRP$"):
        return False
    if _stands_for_many(root):
        return False
    if _stands_bare(root):
        return True
    called = root.lower_ in GENDERED_NOUNS and _is_called_by_it(root)
    named = called or (root.tag_ == "NNP" and first.lower_ not in ONE_ONLY)
    return named or first.lower_ in {"the", "this", "that"} | POSSESSIVES


def _taken(
    part: Part, span: tuple[int, int], passage: Passage, filled: Filled
) -> tuple[int, int] | None:
    """The people inside this slot that the new text already names, with their preposition."""
    people = passage.slots.get("people")
    if part.value == "people" or people is None or "people" not in filled.names:
        return None
    start, end = people
    if not (span[0] <= start and end <= span[1]) or (start, end) == span:
        return None
    doc = passage.doc
    if end < span[1] and doc[end].tag_ == "POS":
        end += 1
    while start > span[0] and doc[start - 1].dep_ in ("case", "cc"):
        start -= 1
    if end < span[1] and (doc[end].dep_ == "case" or start > span[0]):
        end = span[1]  # "the files of residents | on the team": that too was said of the people
    return start, end


def _people(
    name: str,
    span: tuple[int, int],
    root: Token,
    following: Part | None,
    source: Source,
    filled: Filled,
) -> str:
    start, end = span
    passage = source.passage
    next_words = following.value if following is not None and following.kind is Kind.WORDS else ""
    agreeing = following is not None and (
        following.kind is Kind.AGREEING or bool(re.match(r"\s*$", next_words))
    )
    if name == "people" and filled.one:
        filled.person = _pronoun_of(root, passage)
    if end - start == 1 and root.lower_ in _OBJECT_PRONOUNS | _SUBJECT_PRONOUNS:
        if filled.person != "they":
            return filled.person if agreeing else _FORMS[filled.person][1]
        filled.plural = True
        if next_words.startswith(" who") and not filled.one:
            return "those"
        return "they" if agreeing else "them"
    text = re.sub(r"^its (?=\w)", "the ", span_text(passage, start, end))
    one = text.split(" ", 1)[0].lower() in ONE_ONLY
    if name == "people" and _stands_for_many(root) and not is_plural_noun(root) and not one:
        text = f"{text[: len(text) - len(root.text)]}{pluralize(noun_lemma(root.text))}"
        filled.plural = True
    elif name == "people" and _stands_bare(root):
        text = f"the {text}"
    if name in ("role", "team") and _needs_the(root, span):
        text = f"the {text}"
    if next_words.startswith(" who") and _ends_in_clause(passage, span, root):
        raise UnfitError("two clauses about the people, one after the other")
    return _possessive_before(text, following)


def _pronoun_of(root: Token, passage: Passage) -> str:
    """*her* is *she*; somebody named is what the pronouns after the name say."""
    if root.tag_ in ("PRP", "PRP$"):
        return _alone(root)
    if root.lower_ in GENDERED_NOUNS and not any(child.dep_ == "conj" for child in root.rights):
        return GENDERED_NOUNS[root.lower_]
    if root.tag_ != "NNP" and not _is_called_by_it(root):
        return "they"
    found = {_alone(word) for word in passage.doc[root.i :]} - {"they"}
    return found.pop() if len(found) == 1 else "they"


def _is_called_by_it(root: Token) -> bool:
    """*get Mother to class*: a noun that stands for a name."""
    return bool(root.is_title and root.i > 0 and root.n_lefts == 0)


def _alone(word: Token) -> str:
    """*he* or *she* for a pronoun of one gender that stands without its *or she*."""
    beside = {other.lower_ for other in word.doc[max(0, word.i - 1) : word.i + 2]}
    person = _PERSON_OF.get(word.lower_, "they")
    return person if person in ("he", "she") and not beside & {"or", "/"} else "they"


def _stands_for_many(root: Token) -> bool:
    """A singular beside another noun, as in *client funds*."""
    after = root.doc[root.i + 1] if root.i + 1 < len(root.doc) else None
    beside = after is not None and is_noun(after) and root.dep_ not in ("obj", "iobj")
    return beside or root.dep_ in ("compound", "amod")


def _stands_bare(root: Token) -> bool:
    """A singular without determiner where shorthand left out its *the*, as in *remind client*."""
    own = any(child.dep_ in ("det", "nmod:poss", "nummod") for child in root.lefts)
    called = root.is_title and root.i > 0  # "get Mother to class"
    return root.tag_ == "NN" and not own and not called and root.lower_ not in _COLLECTIVE


def _ends_in_clause(passage: Passage, span: tuple[int, int], root: Token) -> bool:
    return any(
        child.dep_ == "acl:relcl" and child.i < span[1] and root.i < child.i
        for child in root.children
    )


def _possessive_before(text: str, following: Part | None) -> str:
    """A plural before a literal *'s* loses nothing here; `finish_possessives` mends the mark."""
    return text if following is None or not following.value.startswith("'s") else f"{text}\1"


def finish_possessives(text: str) -> str:
    """*peer workers's* -> *peer workers'* where a slot met a literal *'s*."""
    return text.replace("s\1's", "s'").replace("\1", "")


def span_text(
    passage: Passage, start: int, end: int, *, without: tuple[int, int] | None = None
) -> str:
    """The words of a span as they read in the middle of a sentence."""
    doc = passage.doc
    kept = [
        token.text_with_ws
        for token in doc[start:end]
        if without is None or not without[0] <= token.i < without[1]
    ]
    text = " ".join("".join(kept).split())
    first = doc[start]
    if without is not None and without[0] == start:
        return text
    return f"{text[:1].lower()}{text[1:]}" if _loses_capital(first) else text


def _loses_capital(token: Token) -> bool:
    if not token.is_title or not _opens_sentence(token):
        return False
    if token.lower_ in DETERMINERS or token.lower_ in POSSESSIVES:
        return True
    follower = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if follower is not None and follower.is_title and is_noun(follower):
        return False
    return str(token.tag_) not in ("NNP", "NNPS") or is_verb(token.lower_)


def _opens_sentence(token: Token) -> bool:
    return not any(word.is_alpha for word in token.doc[: token.i])


def _without_determiner(text: str) -> str:
    text = re.sub(r"^[^,]*(?:['’]s|s['’]) (?=\w)", "", text)
    words = text.split(" ")
    while len(words) > 1 and (words[0].lower() in DETERMINERS | POSSESSIVES or words[0].isdigit()):
        words = words[1:]
    return " ".join(words)


def _needs_the(root: Token, span: tuple[int, int]) -> bool:
    """Whether the phrase was bare only because it modified another noun."""
    modifies = root.dep_ in ("compound", "amod")
    plain = root.tag_ == "NN" and root.lower_ not in MASS and not root.text.isupper()
    has_own = any(child.dep_ in ("det", "nmod:poss") for child in root.children)
    return modifies and plain and not has_own and not root.lower_.endswith("ing")


_FORMS = {
    "they": ("they", "them", "their", "theirs", "themselves"),
    "you": ("you", "you", "your", "yours", "yourself"),
    "i": ("I", "me", "my", "mine", "myself"),
    "we": ("we", "us", "our", "ours", "ourselves"),
    "he": ("he", "him", "his", "his", "himself"),
    "she": ("she", "her", "her", "hers", "herself"),
}
_COLUMN = {"they": 0, "them": 1, "their": 2, "theirs": 3, "themselves": 4, "themself": 4}
_PERSON_OF = {form.lower(): person for person, forms in _FORMS.items() for form in forms}


def pronoun_for(passage: Passage, pronoun: str) -> str:
    """`{p:their}` and its like: the person of the match's own pronoun, else the they-forms."""
    person = _person(passage)
    return _FORMS[person][_COLUMN[pronoun]]


def _person(passage: Passage) -> str:
    words = [token.lower_ for token in passage.doc[passage.start : passage.end]]
    found = [_PERSON_OF[word] for word in words if word in _PERSON_OF]
    if len(set(found)) == 1:
        return found[0]
    return "they"
