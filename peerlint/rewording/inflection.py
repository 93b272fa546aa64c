"""Forms of verbs and nouns, and a or an."""

from __future__ import annotations

import re
from functools import lru_cache

from peerlint.dictionary import dictionary
from peerlint.values import dataclass

FINITE = frozenset({"VBZ", "VBP", "VBD"})

_BE = {"VB": "be", "VBG": "being", "VBN": "been", "VBZ": "is", "VBP": "are", "VBD": "was"}
_VERBS = {
    ("have", "VBZ"): "has",
    ("do", "VBZ"): "does",
    ("focus", "VBG"): "focusing",
    ("focus", "VBD"): "focused",
    ("focus", "VBN"): "focused",
    ("get", "VBN"): "got",
}
_PLURALS = {"person": "people", "someone": "people", "staff": "staff", "family": "families"}
_FORMED_VERB = re.compile(r"(\w{3,}(?:[iy][sz]e|ify))[sd]?")  # *breathalyze* is in no dictionary
_NOT_MEN = frozenset(
    {"specimen", "regimen", "abdomen", "omen", "semen", "acumen", "amen", "ramen", "lumen", "hymen"}
)
_PLURAL_WORDS = frozenset(
    {"people", "they", "them", "those", "these", "we", "us", "children", "both"}
)


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A Penn tag (VB, VBZ, VBP, VBD, VBG, VBN), with what *be* needs to agree."""

    tag: str
    plural: bool = False
    first: bool = False


def conjugate(lemma: str, form: VerbForm) -> str:
    """The verb in that form."""
    if lemma == "be":
        return _conjugate_be(form)
    if form.tag in ("VB", "VBP"):
        return lemma
    known = _VERBS.get((lemma, form.tag))
    return known or _inflect(lemma, form.tag)


def present(lemma: str, *, plural: bool) -> str:
    """The verb in the present, third person."""
    return conjugate(lemma, VerbForm("VBP" if plural else "VBZ", plural=plural))


def pluralize(noun: str) -> str:
    """The plural of a noun given in the singular; *person* has the plural *people*."""
    return _PLURALS.get(noun) or _inflect(noun, "NNS")


@lru_cache(maxsize=4096)
def noun_lemma(word: str) -> str:
    """The singular of a noun."""
    if word.lower() == "people":
        return "person"
    found = dictionary().getLemma(word.lower(), upos="NOUN")
    return str(found[0]) if found else word.lower()


def same_noun(word: str, other: str) -> bool:
    """Whether two words are forms of one noun."""
    return noun_lemma(word) == noun_lemma(other)


@lru_cache(maxsize=4096)
def verb_lemma(word: str) -> str:
    """The dictionary form of a verb."""
    ask, word = dictionary().getLemma, word.lower()
    found = ask(word, upos="VERB") or ask(word, upos="AUX")
    if found:
        return str(found[0])
    formed = _FORMED_VERB.fullmatch(word)
    return formed[1] if formed and not dictionary().getAllLemmas(word) else word


def is_verb(word: str) -> bool:
    """Whether the dictionary knows the word as a form of a verb."""
    return not {"VERB", "AUX"}.isdisjoint(parts_of_speech(word))


@lru_cache(maxsize=4096)
def parts_of_speech(word: str) -> frozenset[str]:
    """What a word can be by the dictionary: NOUN, VERB, ADJ, …"""
    known = frozenset(dictionary().getAllLemmas(word.lower()))
    return known or frozenset({"VERB"} if _FORMED_VERB.fullmatch(word.lower()) else ())


@lru_cache(maxsize=4096)
def is_plural_word(word: str) -> bool:
    """Whether a noun or pronoun reads as a plural."""
    low = word.lower()
    if low in _PLURAL_WORDS or (low.endswith("men") and low not in _NOT_MEN):
        return True
    return low.endswith("s") and not low.endswith(("ss", "us", "is")) and noun_lemma(low) != low


def _conjugate_be(form: VerbForm) -> str:
    if form.first and not form.plural:
        return {"VBP": "am", "VBZ": "am", "VBD": "was"}.get(form.tag, _BE[form.tag])
    if form.tag == "VBD" and form.plural:
        return "were"
    return _BE[form.tag]


@lru_cache(maxsize=4096)
def _inflect(lemma: str, tag: str) -> str:
    first, hyphen, last = lemma.rpartition("-")
    found = dictionary().getInflection(last, tag=tag)
    return first + hyphen + (str(found[0]) if found else last)


# Own code, because the library at hand (inflect) loads slowly and says "a 8" and "a SMI".
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)")
_YOU_SOUND = re.compile(
    r"eu|ewe|once\b|one\b|unanim|uni(?![dmn])|us[aeu]|usi|ut[aeio]|ur[aio](?!c)|ukr|ubiq"
)
_LETTERS_WITH_AN = frozenset("AEFHILMNORSX")
_SPOKEN_AS_WORD = frozenset(
    {"MAP", "LOCUS", "SAMHSA", "NAMI", "MAT", "SOAP", "RAP", "SSI", "HIPAA", "NASMHPD", "LEAP"}
)


def article(following: str) -> str:
    """`a` or `an` before a text, by the sound of its first word."""
    word = following.lstrip("\"'“‘([").split(" ", 1)[0]
    return "an" if _vowel_sound(word) else "a"


def _vowel_sound(word: str) -> bool:
    first = re.split(r"[-/–]", word, maxsplit=1)[0]
    if first[:1].isdigit():
        return _number_vowel_sound(first)
    letters = first.rstrip("'’s.,;:") if first[:2].isupper() else first
    if (
        (len(letters) > 1 or letters != word)
        and letters.isupper()
        and letters not in _SPOKEN_AS_WORD
    ):
        return letters[0] in _LETTERS_WITH_AN
    low = word.lower()
    if _SILENT_H.match(low):
        return True
    return low[:1] in tuple("aeiou") and not _YOU_SOUND.match(low)


def _number_vowel_sound(number: str) -> bool:
    digits = re.match(r"[\d,]+", number)
    whole = digits.group().replace(",", "") if digits else ""
    return whole.startswith("8") or (whole[:2] in ("11", "18") and len(whole) % 3 == 2)
