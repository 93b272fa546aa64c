"""English inflection for the words of the lexicon: regular rules plus listed exceptions."""

from __future__ import annotations

from dataclasses import dataclass

_VOWELS = "aeiou"
_DOUBLING = frozenset(
    {
        *("admit", "bar", "beg", "cap", "chat", "commit", "control", "drop", "equip", "get", "hit"),
        *("log", "map", "mop", "nap", "occur", "pat", "permit", "plan", "prefer", "prep", "put"),
        *("refer", "rid", "run", "scan", "set", "ship", "shred", "sit", "skip", "spot", "step"),
        *("stop", "strip", "submit", "tag", "tap", "transfer", "wrap"),
    }
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with the two forms that rules cannot always tell."""

    lemma: str
    past: str
    participle: str

    def inflect(self, xpos: str) -> str:
        """The form for a Penn tag."""
        if xpos == "VBZ":
            return third_person(self.lemma)
        if xpos == "VBG":
            return gerund(self.lemma)
        if xpos == "VBD":
            return self.past
        if xpos == "VBN":
            return self.participle
        return self.lemma


def parse_verb(line: str) -> Verb:
    """Read ``lemma`` or ``lemma past participle``."""
    parts = line.split()
    if len(parts) == 3:
        return Verb(*parts)
    past = regular_past(parts[0])
    return Verb(parts[0], past, past)


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if _ends_in_consonant_y(noun):
        return noun[:-1] + "ies"
    return noun + "s"


def third_person(verb: str) -> str:
    """*administer* gives *administers*."""
    if verb in {"do", "go"}:
        return verb + "es"
    if verb == "have":
        return "has"
    return plural(verb)


def regular_past(verb: str) -> str:
    """*monitor* gives *monitored*."""
    if verb.endswith("e"):
        return verb + "d"
    if _ends_in_consonant_y(verb):
        return verb[:-1] + "ied"
    if verb in _DOUBLING:
        return verb + verb[-1] + "ed"
    return verb + "ed"


def gerund(verb: str) -> str:
    """*complete* gives *completing*."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    if verb in _DOUBLING:
        return verb + verb[-1] + "ing"
    return verb + "ing"


def _ends_in_consonant_y(word: str) -> bool:
    return word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS
