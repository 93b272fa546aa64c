"""Sentences with a parse written by hand, in Universal Dependencies and in CLEAR labels."""

from __future__ import annotations

from dataclasses import dataclass

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from peerlint.document import Block, BlockKind, whole_piece
from peerlint.nlp.events import Event, NounPhrase
from peerlint.nlp.place import Place
from peerlint.nlp.sentence import Sentence

VOCAB = spacy.blank("en").vocab
SCHEMES = ("ud", "clear")
_POS = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "JJ": "ADJ",
    "DT": "DET",
    "IN": "ADP",
    "CC": "CCONJ",
    "TO": "PART",
    "RB": "ADV",
    "MD": "AUX",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WP": "PRON",
    "WDT": "PRON",
    "RP": "ADP",
    ",": "PUNCT",
    ".": "PUNCT",
    ":": "PUNCT",
}


@dataclass(frozen=True)
class Parse:
    """Words and tags with `label/head` for each word, heads counted from 0."""

    words: str
    tags: str
    ud: str
    clear: str

    def doc(self, scheme: str, vocab: Vocab = VOCAB) -> Doc:
        links = [link.rsplit("/", 1) for link in getattr(self, scheme).split()]
        words, tags = self.words.split(), self.tags.split()
        assert len(words) == len(tags) == len(links), self.words
        deps = [label for label, _ in links]
        pos = [_pos(tag, dep) for tag, dep in zip(tags, deps, strict=True)]
        glued = {".", ",", ":"}
        spaces = [
            index + 1 < len(words) and words[index + 1] not in glued for index in range(len(words))
        ]
        return Doc(
            vocab,
            words=words,
            spaces=spaces,
            tags=tags,
            pos=pos,
            deps=deps,
            heads=[int(head) for _, head in links],
        )


def _pos(tag: str, dep: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if dep in ("aux", "aux:pass", "auxpass", "cop") else "VERB"
    return _POS[tag]


def sentence(
    doc: Doc, *, actor: str = "unknown", before: str = "", type: str = "other", bullet: bool = False
) -> Sentence:
    """The Doc as the engine's sentence; `actor` is who acts where nobody is named."""
    text = doc.text
    kind = BlockKind.LIST_ITEM if bullet else BlockKind.PARAGRAPH
    block = Block(0, kind, text, whole_piece(text, 0), 1, marker="-" if bullet else "")
    place = Place(actor == "peer", actor, role=actor)
    return Sentence(block=block, start=0, doc=doc, place=place, type=type, before=before)


def index_of(doc: Doc, word: str) -> int:
    """The place of the first token that reads `word`."""
    return next(token.i for token in doc if token.lower_ == word.lower())


def words_of(doc: Doc, phrases: tuple[NounPhrase, ...]) -> set[str]:
    """The heads of noun phrases as words."""
    return {doc[phrase.head].lower_ for phrase in phrases}


def event_words(doc: Doc, event: Event | None) -> tuple[str, set[str]] | None:
    """An event as (predicate, heads of its objects)."""
    return None if event is None else (event.lemma, words_of(doc, event.objects))


PARSES = {
    "active": Parse(
        "The coach counts medications .",
        "DT NN VBZ NNS .",
        "det/1 nsubj/2 root/2 obj/2 punct/2",
        "det/1 nsubj/2 ROOT/2 dobj/2 punct/2",
    ),
    "passive": Parse(
        "Medications are counted by the coach .",
        "NNS VBP VBN IN DT NN .",
        "nsubj:pass/2 aux:pass/2 root/2 case/5 det/5 obl:agent/2 punct/2",
        "nsubjpass/2 auxpass/2 ROOT/2 agent/2 det/5 pobj/3 punct/2",
    ),
    "short passive": Parse(
        "Medications are counted .",
        "NNS VBP VBN .",
        "nsubj:pass/2 aux:pass/2 root/2 punct/2",
        "nsubjpass/2 auxpass/2 ROOT/2 punct/2",
    ),
    "shared object": Parse(
        "Coaches administer and count medications .",
        "NNS VBP CC VBP NNS .",
        "nsubj/1 root/1 cc/3 conj/1 obj/1 punct/1",
        "nsubj/1 ROOT/1 cc/1 conj/1 dobj/3 punct/1",
    ),
    "two objects": Parse(
        "Coaches count pills and money .",
        "NNS VBP NNS CC NN .",
        "nsubj/1 root/1 obj/1 cc/4 conj/2 punct/1",
        "nsubj/1 ROOT/1 dobj/1 cc/2 conj/2 punct/1",
    ),
    "of nominalization": Parse(
        "Responsible for the administration of medication",
        "JJ IN DT NN IN NN",
        "root/0 case/3 det/3 obl/0 case/5 nmod/3",
        "ROOT/0 prep/0 det/3 pobj/1 prep/3 pobj/4",
    ),
    "compound nominalization": Parse(
        "The coach performs medication administration .",
        "DT NN VBZ NN NN .",
        "det/1 nsubj/2 root/2 compound/4 obj/2 punct/2",
        "det/1 nsubj/2 ROOT/2 compound/4 dobj/2 punct/2",
    ),
    "noun of a noun": Parse(
        "The coach reads administration policies .",
        "DT NN VBZ NN NNS .",
        "det/1 nsubj/2 root/2 compound/4 obj/2 punct/2",
        "det/1 nsubj/2 ROOT/2 compound/4 dobj/2 punct/2",
    ),
    "passive control": Parse(
        "Coaches are expected to count medications .",
        "NNS VBP VBN TO VB NNS .",
        "nsubj:pass/2 aux:pass/2 root/2 mark/4 xcomp/2 obj/4 punct/2",
        "nsubjpass/2 auxpass/2 ROOT/2 aux/4 xcomp/2 dobj/4 punct/2",
    ),
    "object control": Parse(
        "The nurse asks the coach to count medications .",
        "DT NN VBZ DT NN TO VB NNS .",
        "det/1 nsubj/2 root/2 det/4 obj/2 mark/6 xcomp/2 obj/6 punct/2",
        "det/1 nsubj/2 ROOT/2 det/4 dobj/2 aux/6 xcomp/2 dobj/6 punct/2",
    ),
    "subject relative": Parse(
        "The coach who counts medications leaves .",
        "DT NN WP VBZ NNS VBZ .",
        "det/1 nsubj/5 nsubj/3 acl:relcl/1 obj/3 root/5 punct/5",
        "det/1 nsubj/5 nsubj/3 relcl/1 dobj/3 ROOT/5 punct/5",
    ),
    "object relative": Parse(
        "Medications coaches count vanish .",
        "NNS NNS VBP VBP .",
        "nsubj/3 nsubj/2 acl:relcl/0 root/3 punct/3",
        "nsubj/3 nsubj/2 relcl/0 ROOT/3 punct/3",
    ),
    "pronoun": Parse(
        "They count medications .",
        "PRP VBP NNS .",
        "nsubj/1 root/1 obj/1 punct/1",
        "nsubj/1 ROOT/1 dobj/1 punct/1",
    ),
    "excluded conjunct": Parse(
        "The coach , not the nurse , counts medications .",
        "DT NN , RB DT NN , VBZ NNS .",
        "det/1 nsubj/7 punct/5 advmod/5 det/5 conj/1 punct/7 root/7 obj/7 punct/7",
        "det/1 nsubj/7 punct/5 neg/5 det/5 conj/1 punct/7 ROOT/7 dobj/7 punct/7",
    ),
    "excluded coach": Parse(
        "The nurse , not the coach , counts medications .",
        "DT NN , RB DT NN , VBZ NNS .",
        "det/1 nsubj/7 punct/5 advmod/5 det/5 conj/1 punct/7 root/7 obj/7 punct/7",
        "det/1 nsubj/7 punct/5 neg/5 det/5 conj/1 punct/7 ROOT/7 dobj/7 punct/7",
    ),
    "two actors": Parse(
        "Nurses and coaches count medications .",
        "NNS CC NNS VBP NNS .",
        "nsubj/3 cc/2 conj/0 root/3 obj/3 punct/3",
        "nsubj/3 cc/0 conj/0 ROOT/3 dobj/3 punct/3",
    ),
    "order": Parse(
        "Count medications .",
        "VB NNS .",
        "root/0 obj/0 punct/0",
        "ROOT/0 dobj/0 punct/0",
    ),
    "recipient": Parse(
        "Give residents pills .",
        "VB NNS NNS .",
        "root/0 iobj/0 obj/0 punct/0",
        "ROOT/0 dative/0 dobj/0 punct/0",
    ),
    "preposition": Parse(
        "Assist with medications .",
        "VB IN NNS .",
        "root/0 case/2 obl/0 punct/0",
        "ROOT/0 prep/0 pobj/1 punct/0",
    ),
    "participle before a noun": Parse(
        "The coach stores controlled medications .",
        "DT NN VBZ VBN NNS .",
        "det/1 nsubj/2 root/2 amod/4 obj/2 punct/2",
        "det/1 nsubj/2 ROOT/2 amod/4 dobj/2 punct/2",
    ),
    "noun read for a verb": Parse(
        "Count the pills .",
        "NN DT NNS .",
        "root/0 det/2 dep/0 punct/0",
        "ROOT/0 det/2 dep/0 punct/0",
    ),
}
