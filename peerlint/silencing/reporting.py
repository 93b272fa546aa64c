"""Control that is told of by the one it happens to."""

from __future__ import annotations

from peerlint.nlp.sentence import Sentence
from peerlint.silencing.cues import Cues
from peerlint.silencing.silence import Target

_MY = frozenset({"my", "me", "i"})


def endured(sentence: Sentence, target: Target, _cues: Cues) -> str:
    """Whether people tell in the past of control over themselves (*they made me earn my shoes*)."""
    words = sentence.doc[max(0, target.start - 2) : target.end]
    head = sentence.doc[target.head]
    spoken = any(word.lower_ in _MY for word in words)
    past = spoken and any(word.tag_ == "VBD" for word in (head, head.head, *words))
    return "told by the person" if past else ""
