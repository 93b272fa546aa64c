"""The weights inside the package: they load with spaCy alone and read the genre's plain items."""

import json

import pytest
import spacy

from training.evaluate import parse, score
from training.strings import keep_only_labels
from training.train import MODEL_DIRECTORY


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(MODEL_DIRECTORY)


def first(nlp, text):
    return {t.text.lower(): t for t in parse(nlp, [text])[0]}


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("Administer evening medications", "administer", "medications"),
        ("lack insight", "lack", "insight"),
        ("Client lacks insight.", "lacks", "insight"),
        ("COUNT CONTROLLED MEDICATIONS", "count", "medications"),
        ("The recovery coach counts pills.", "counts", "pills"),
        ("Support members who ask", "support", "members"),
    ],
)
def test_verb_and_object(nlp, text, verb, thing):
    words = first(nlp, text)
    assert words[verb].pos_ == "VERB"
    assert words[thing].dep_ == "obj"
    assert words[thing].head == words[verb]


def test_a_compound_stays_a_compound(nlp):
    words = first(nlp, "Medication Administration")
    assert words["medication"].dep_ == "compound"
    assert words["administration"].tag_ == "NN"


def test_every_item_has_one_root_when_breaks_are_barred(nlp):
    texts = ["Pass meds, 8 a.m.", "Goals: Client will attend. Staff will prompt.", "N/A", "- - -"]
    for doc in parse(nlp, texts):
        assert sum(t.head == t for t in doc) == 1


def test_the_weights_say_what_made_them():
    meta = json.loads((MODEL_DIRECTORY / "meta.json").read_text(encoding="utf-8"))
    assert len(meta["training"]["commit"].rstrip("+")) == 40
    assert meta["license"] == "CC BY-SA 4.0"


def test_the_weights_are_small():
    size = sum(f.stat().st_size for f in MODEL_DIRECTORY.rglob("*") if f.is_file())
    assert size < 12_000_000


def test_scores_on_a_tree_of_its_own_are_perfect(nlp):
    from training.evaluate import to_sentence

    sentence = to_sentence(parse(nlp, ["The nurse gives injections."])[0])
    assert score(nlp, [sentence]).las == 100.0


def test_the_shipped_strings_are_what_its_parts_write(nlp, tmp_path):
    (tmp_path / "vocab").mkdir()
    keep_only_labels(nlp, tmp_path)
    own = (tmp_path / "vocab" / "strings.json").read_text(encoding="utf-8")
    assert own == (MODEL_DIRECTORY / "vocab" / "strings.json").read_text(encoding="utf-8")
