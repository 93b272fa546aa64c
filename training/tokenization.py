"""Bringing treebank words in line with the words that spaCy's English tokenizer makes."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.conllu import ROOT, Sentence, Token

_PREFIXES = frozenset({"non", "pre", "post", "re", "co", "anti", "multi", "ex", "self", "un"})


class Retokenizer:
    """Splits treebank words where spaCy does (*non-essential* is three words to spaCy)."""

    def __init__(self) -> None:
        self._tokenizer = English().tokenizer

    def apply(self, sentence: Sentence) -> Sentence:
        """Return the sentence with every hyphenated word split as spaCy splits it."""
        pieces = [self._pieces(t) for t in sentence.tokens]
        if all(len(p) == 1 for p in pieces):
            return sentence
        starts: list[int] = []
        total = 0
        for parts in pieces:
            starts.append(total)
            total += len(parts)
        last = [s + len(p) - 1 for s, p in zip(starts, pieces, strict=True)]
        tokens: list[Token] = []
        for token, parts, start in zip(sentence.tokens, pieces, starts, strict=True):
            head = ROOT if token.head == ROOT else last[token.head]
            tokens += split_word(token, parts, start, head)
        return Sentence(tuple(tokens), sentence.sent_id, sentence.triples)

    def agrees(self, sentence: Sentence) -> bool:
        """Whether spaCy reads the sentence's text as exactly these words."""
        words = [t.text for t in self._tokenizer(sentence.text)]
        return words == [t.form for t in sentence.tokens]

    def words(self, text: str) -> list[tuple[str, bool]]:
        """The words of a text, each with whether a space follows."""
        return [(t.text, bool(t.whitespace_)) for t in self._tokenizer(text)]

    def _pieces(self, token: Token) -> list[str]:
        if "-" not in token.form[1:-1]:
            return [token.form]
        parts = [t.text for t in self._tokenizer(token.form)]
        joined = "".join(parts) == token.form
        inner = len(parts) >= 3 and parts[0].isalpha() and parts[-1].isalpha()
        return parts if joined and inner else [token.form]


def split_word(token: Token, parts: list[str], start: int, head: int) -> list[Token]:
    """Split one word; the last part keeps its place in the tree, the others hang on it."""
    if len(parts) == 1:
        return [Token(token.form, token.upos, token.xpos, head, token.dep, token.space_after)]
    top = start + len(parts) - 1
    tokens: list[Token] = []
    for offset, part in enumerate(parts[:-1]):
        if part == "-":
            tokens.append(Token(part, "PUNCT", "HYPH", start + offset - 1, "punct", False))
        elif part.lower() in _PREFIXES - {"self"}:
            tokens.append(Token(part, "X", "AFX", top, "compound", False))
        else:
            tokens.append(Token(part, "NOUN", "NN", top, "compound", False))
    tokens.append(Token(parts[-1], token.upos, token.xpos, head, token.dep, token.space_after))
    return tokens


def to_doc(vocab: Vocab, sentence: Sentence) -> Doc:
    """The gold ``Doc`` of one sentence."""
    tokens = sentence.tokens
    heads = [i if t.head == ROOT else t.head for i, t in enumerate(tokens)]
    return Doc(
        vocab,
        words=[t.form for t in tokens],
        spaces=[*(t.space_after for t in tokens[:-1]), False],
        tags=[t.xpos for t in tokens],
        pos=[t.upos for t in tokens],
        heads=heads,
        deps=["ROOT" if t.head == ROOT else t.dep for t in tokens],
        sent_starts=[i == 0 for i in range(len(tokens))],
    )
