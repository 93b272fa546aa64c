"""Questions to the parse of one sentence: subjects, number, auxiliaries, modifiers, possessives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.inflection import (
    VerbForm,
    conjugate,
    is_plural_word,
    is_verb,
    parts_of_speech,
    verb_lemma,
)
from peerlint.rewording.words import DUTY_VERBS, ONE_ONLY, SINGULAR_PRONOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERB_TAGS = frozenset({"VB", "VBZ", "VBP", "VBD", "VBG", "VBN"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
AUXILIARY = frozenset({"aux", "aux:pass", "cop", "auxpass"})
SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj"})
POSSESSIVES = frozenset(["my", "your", "his", "her", "its", "our", "their"])
PLURAL_PRONOUNS = frozenset({"they", "we", "you", "these", "those", "who", "them", "us"})
BE_FORMS = frozenset(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"])
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})


def is_noun(token: Token) -> bool:
    """Whether the token is tagged as a noun."""
    return token.tag_ in NOUN_TAGS


def is_verb_token(token: Token) -> bool:
    """Whether the token is tagged as a verb or auxiliary."""
    return token.tag_ in VERB_TAGS or token.tag_ == "MD"


def verb_tag(token: Token) -> str:
    """The Penn tag of a verb; a finite-looking verb with no subject is a base form."""
    tag = _tag_the_word_can_have(token)
    if tag == "VBD" and token.lower_ == verb_lemma(token.lower_) and _is_in_the_present(token):
        return "VBP"
    if tag == "VBP" and not auxiliaries(token) and subject_of(token) is None:
        return "VB"
    if tag == "VBN" and token.dep_ == "conj" and _is_simple_past(token.head):
        return tag if auxiliaries(token) else "VBD"
    if tag == "VBD" and any(
        aux.lower_ in ("has", "have", "had", "'ve") for aux in auxiliaries(token)
    ):
        return "VBN"
    return tag


def _is_in_the_present(token: Token) -> bool:
    """*Members hit bottom before the program takes them*: what the other verbs say."""
    others = [word for word in token.doc if is_verb_token(word) and word.i != token.i]
    past = any(word.tag_ == "VBD" for word in others)
    return not past and any(word.tag_ in ("VBZ", "VBP") for word in others)


def _is_simple_past(token: Token) -> bool:
    return token.tag_ == "VBD" and not auxiliaries(token)


def _tag_the_word_can_have(token: Token) -> str:
    """The tagger's verb tag where the word's spelling allows it, else what the spelling says."""
    tag, word = str(token.tag_), token.lower_
    if word.endswith("ing") and verb_lemma(word) != word:
        return "VBG"
    if word.endswith("s") and not word.endswith("ss") and verb_lemma(word) != word:
        return "VBZ" if word not in BE_FORMS else tag
    if word == verb_lemma(word):
        return tag if tag in ("VB", "VBP", "VBD", "VBN") and _may_be(word, tag) else "VB"
    return tag if tag in VERB_TAGS else "VBD"


def _may_be(word: str, tag: str) -> bool:
    return tag in ("VB", "VBP") or conjugate(word, VerbForm(tag)) == word


def auxiliaries(token: Token) -> list[Token]:
    """The auxiliaries and copula before a predicate, in order."""
    return [child for child in token.children if child.dep_ in AUXILIARY and child.i < token.i]


def subject_of(token: Token) -> Token | None:
    """The subject of a predicate, shared subjects of coordinated predicates included."""
    seen = 0
    while seen < 20:
        for child in token.children:
            if child.dep_ in SUBJECT:
                return child
        if token.dep_ != "conj" or token.head.i == token.i:
            return None
        token = token.head
        seen += 1
    return None


def is_passive(token: Token) -> bool:
    """Whether a verb stands in the passive with its auxiliary."""
    return any(child.dep_ in ("aux:pass", "auxpass") for child in token.children)


_EITHER_NUMBER = frozenset({"youth", "staff"})


def is_plural_noun(token: Token) -> bool:
    """Whether a noun (or an adjective that stands for people) is plural, its own number alone."""
    low = token.lower_
    one = not low.endswith("s") and any(child.lower_ in ONE_ONLY for child in token.lefts)
    if low in SINGULAR_PRONOUNS or one:
        return False
    if low in PLURAL_PRONOUNS or token.tag_ in ("NNS", "NNPS"):
        return True
    if low in _EITHER_NUMBER:
        return not any(child.dep_ in ("det", "nmod:poss") for child in token.lefts)
    if token.tag_ in ("JJ", "JJR", "JJS", "VBN", "VBG", "VBD"):
        return any(child.lower_ in ("the", "our", "these", "those") for child in token.lefts)
    return is_plural_word(low)


def is_plural_phrase(token: Token) -> bool:
    """Whether the noun phrase with this head is plural, coordination and *each* included."""
    lefts = {child.lower_ for child in token.lefts}
    if lefts & {"each", "every"}:
        return False
    joined = [child for child in token.children if child.dep_ == "conj" and is_nominal(child)]
    if joined:
        return not any(
            child.lower_ in ("or", "nor") for each in joined for child in each.children
        ) or (is_plural_noun(joined[-1]))
    return is_plural_noun(token)


def is_nominal(token: Token) -> bool:
    """Whether the token heads a noun phrase or is a pronoun."""
    return is_noun(token) or token.tag_ in ("PRP", "WP") or token.pos_ in ("NOUN", "PROPN", "PRON")


def phrase_root(doc: Doc, start: int, end: int) -> Token:
    """The head of a span: its first noun where the parse has more than one."""
    tops = [word for word in doc[start:end] if not start <= word.head.i < end]
    named = next((word for word in tops if is_nominal(word)), None)
    root = doc[start:end].root
    return named if named is not None and not is_nominal(root) else root


def modified_noun(token: Token, end: int) -> Token | None:
    """The noun after the match that the match modifies (*patient* in *patient education*)."""
    if _stands_against_noun(token, end):
        return token.head
    if token.dep_ not in ("compound", "amod", "nmod", "nmod:unmarked", "advmod") and (
        token.dep_ != "nmod:poss" or possessive_marker(token) is not None
    ):
        return None
    head = token.head
    noun = is_noun(head) or (token.dep_ == "compound" and head.tag_ == "VBZ")
    if head.i < end or not noun:
        return None
    between = token.doc[end : head.i]
    return None if any(word.is_punct or word.dep_ == "case" for word in between) else head


def _stands_against_noun(token: Token, end: int) -> bool:
    """A noun read as the subject of the noun right after it, which has no verb of its own."""
    head = token.head
    bare = is_noun(head) and not any(child.dep_ == "cop" for child in head.children)
    return token.dep_ == "nsubj" and is_noun(token) and head.i == end and bare


def possessive_marker(token: Token) -> Token | None:
    """The *'s* or *'* after a noun."""
    after = token.i + 1
    if after >= len(token.doc):
        return None
    follower = token.doc[after]
    return follower if follower.tag_ == "POS" and not token.whitespace_ else None


def copula(token: Token) -> Token | None:
    """The *be* before a predicate noun or adjective; None when the token is no predicate."""
    for child in token.children:
        if child.dep_ == "cop" and child.i < token.i:
            return child
    if token.head.lower_ in BE_FORMS and token.dep_ in ("xcomp", "attr", "acomp"):
        return token.head
    return None


def could_be_verb(token: Token) -> bool:
    """Whether a first word tagged as a noun may well be the verb of a bullet."""
    return is_verb(token.lower_)


def may_open_duty(token: Token, like: Token) -> bool:
    """Whether a word after *and* can be the next verb of a list, whatever the parse says.

    True for a word that can be a verb in the form of `like` and has words after it.
    """
    if token.i + 1 >= len(token.doc) or token.doc[token.i + 1].is_punct:
        return False
    parts = parts_of_speech(token.lower_)
    described = token.tag_.startswith("JJ") and "ADJ" in parts and is_noun(token.doc[token.i + 1])
    if described and verb_lemma(token.lower_) not in DUTY_VERBS:
        return False
    tagged = token.tag_ in VERB_TAGS or "NOUN" not in parts
    listed = tagged or verb_lemma(token.lower_) in DUTY_VERBS
    if not is_verb(token.lower_) or not listed or token.doc[token.i + 1].dep_ == "cc":
        return False
    return shape(token.lower_) == shape(like.lower_)


def opens_duty(token: Token, like: Token) -> bool:
    """Whether a word after *and* is the next verb, by its tag or because it is nothing else."""
    sure = token.tag_ in VERB_TAGS or "NOUN" not in parts_of_speech(token.lower_)
    return sure and may_open_duty(token, like)


def shape(word: str) -> str:
    """The form a verb is in by its spelling: base, s, ing or past."""
    base = verb_lemma(word)
    if word == base:
        return "base"
    return "ing" if word.endswith("ing") else "s" if word.endswith("s") else "past"


def next_duty(token: Token, start: int) -> int | None:
    """The index from `start` where the next duty of a list may begin: its *and* or comma."""
    doc = token.doc
    joint = next_joint(token, start)
    for word in doc[start : len(doc) - 1 if joint is None else joint]:
        if word.text == "," and opens_duty(doc[word.i + 1], token):
            return int(word.i)
    return joint


def next_joint(token: Token, start: int) -> int | None:
    """The index of the first *and* from `start` that may join another verb to this one."""
    doc = token.doc
    for word in doc[start : len(doc) - 1]:
        if word.lower_ in ("and", "or", "&") and may_open_duty(doc[word.i + 1], token):
            return int(word.i)
    return None


def governing_verb(verb: Token) -> Token:
    """*shared a story | to show him …*: the verb, also past a noun the parse put between."""
    head = verb.head
    return head.head if is_noun(head) and is_verb_token(head.head) else head


def with_governors(root: Token) -> list[Token]:
    """The root and the verbs it is joined to or governed by."""
    chain = [root]
    while chain[-1].dep_ in ("conj", "xcomp", "ccomp") and len(chain) < 6:
        chain.append(chain[-1].head)
    return chain
