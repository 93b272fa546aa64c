from pathlib import Path

import pytest

from training.conllu import ConlluError, Triple, parse_block, read_conllu, write_conllu

SAMPLE = Path(__file__).parent / "sample.conllu"


def test_fused_words_are_written_without_a_space():
    first = next(read_conllu(SAMPLE))
    assert first.text == "She doesn't give injections."
    assert first.triples == (Triple("give", "injection", "nurse"),)


def test_writing_and_reading_again_changes_nothing(tmp_path):
    sentences = list(read_conllu(SAMPLE))
    write_conllu(tmp_path / "copy.conllu", sentences)
    assert list(read_conllu(tmp_path / "copy.conllu")) == sentences


@pytest.mark.parametrize(
    "heads", [("0", "0"), ("2", "1"), ("0", "9")], ids=["two roots", "circle", "outside"]
)
def test_a_block_that_is_no_tree_is_an_error(heads):
    lines = [f"{i}\tword\t_\tX\tFW\t_\t{h}\tdep\t_\t_" for i, h in enumerate(heads, 1)]
    with pytest.raises(ConlluError):
        parse_block(lines)
