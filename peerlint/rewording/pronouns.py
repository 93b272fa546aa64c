"""Which person a pronoun stands for, and the pronoun in the form asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.passage import Passage
from peerlint.rewording.words import GENDERED_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

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
OBJECT_PRONOUNS = frozenset(["them", "him", "her", "it", "me", "us", "you"])
SUBJECT_PRONOUNS = frozenset(["they", "their", "his", "he", "she"])


def form_of(person: str, pronoun: str) -> str:
    """The form a they-form has for a person: *them* of *she* is *her*."""
    return _FORMS[person][_COLUMN[pronoun]]


def pronoun_for(passage: Passage, pronoun: str) -> str:
    """`{p:their}` and its like: the person of the match's own pronoun, else the they-forms."""
    return form_of(_person(passage), pronoun)


def _person(passage: Passage) -> str:
    words = [token.lower_ for token in passage.doc[passage.start : passage.end]]
    found = [_PERSON_OF[word] for word in words if word in _PERSON_OF]
    if len(set(found)) == 1:
        return found[0]
    return "they"


def pronoun_of(root: Token, passage: Passage) -> str:
    """*her* is *she*; somebody named is what the pronouns after the name say."""
    if root.tag_ in ("PRP", "PRP$"):
        return _alone(root)
    if root.lower_ in GENDERED_NOUNS and not any(child.dep_ == "conj" for child in root.rights):
        return GENDERED_NOUNS[root.lower_]
    if root.tag_ != "NNP" and not is_called_by_it(root):
        return "they"
    found = {_alone(word) for word in passage.doc[min(root.i, passage.start) :]} - {"they"}
    return found.pop() if len(found) == 1 else "they"


def is_called_by_it(root: Token) -> bool:
    """*get Mother to class*: a noun that stands for a name."""
    return bool(root.is_title and root.i > 0 and root.n_lefts == 0)


def _alone(word: Token) -> str:
    """*he* or *she* for a pronoun of one gender that stands without its *or she*."""
    beside = {other.lower_ for other in word.doc[max(0, word.i - 1) : word.i + 2]}
    person = _PERSON_OF.get(word.lower_, "they")
    return person if person in ("he", "she") and not beside & {"or", "/"} else "they"
