"""Pack a trained network into the arrays that peerlint.learned.clauses loads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from peerlint.learned.clauses import LONGEST, word_table
from peerlint.learned.wordpiece import SPECIAL, WordPieces
from training.encoder.network import Network

_MOST = 127


def pack(network: Network, vocabulary: Sequence[str], kept: Iterable[int], path: Path) -> None:
    """Write the network with those word pieces alone whose numbers are `kept`."""
    state = {name: tensor.numpy() for name, tensor in network.encoder.state_dict().items()}
    numbers = sorted(kept)
    arrays: dict[str, Any] = {
        "vocabulary": _text(vocabulary[number] for number in numbers),
        "positions": state["embeddings.position_embeddings.weight"][:LONGEST],
        "parts": state["embeddings.token_type_embeddings.weight"],
        "circumstances": _text(network.numbers),
        "beside": network.beside.weight.detach().numpy()[1:],
        "table": network.scores.weight.detach().numpy().T,
        "bias": network.scores.bias.detach().numpy(),
    }
    words = _whole("words", state["embeddings.word_embeddings.weight"][numbers])
    np.save(word_table(path), words.pop("words.whole"))
    arrays |= words
    arrays |= _norm("norm", state, "embeddings.LayerNorm")
    for number in range(len(network.encoder.encoder.layer)):
        arrays |= _layer(f"layers.{number}", state, f"encoder.layer.{number}")
    np.savez(path, **arrays)


def kept_pieces(words: WordPieces, texts: Iterable[str]) -> set[int]:
    """The numbers of the pieces of these words, of single characters and of what BERT needs."""
    kept = {number for text in texts for number in words.of(text)}
    for piece, number in words.numbers.items():
        alone = piece.removeprefix("##")
        if piece in SPECIAL or (len(alone) == 1 and alone.isascii()):
            kept.add(number)
    return kept


def _text(lines: Iterable[str]) -> Any:
    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)


def _layer(name: str, state: dict[str, Any], source: str) -> dict[str, Any]:
    own = [f"{source}.attention.self.{part}" for part in ("query", "key", "value")]
    weights = np.concatenate([state[f"{part}.weight"] for part in own])
    bias = np.concatenate([state[f"{part}.bias"] for part in own])
    return {
        **_columns(f"{name}.attention", weights),
        f"{name}.attention.bias": bias,
        **_dense(f"{name}.attended", state, f"{source}.attention.output.dense"),
        **_norm(f"{name}.attention_norm", state, f"{source}.attention.output.LayerNorm"),
        **_dense(f"{name}.widening", state, f"{source}.intermediate.dense"),
        **_dense(f"{name}.narrowing", state, f"{source}.output.dense"),
        **_norm(f"{name}.norm", state, f"{source}.output.LayerNorm"),
    }


def _dense(name: str, state: dict[str, Any], source: str) -> dict[str, Any]:
    return {**_columns(name, state[f"{source}.weight"]), f"{name}.bias": state[f"{source}.bias"]}


def _norm(name: str, state: dict[str, Any], source: str) -> dict[str, Any]:
    return {f"{name}.scale": state[f"{source}.weight"], f"{name}.shift": state[f"{source}.bias"]}


def _columns(name: str, table: Any) -> dict[str, Any]:
    """What `_whole` gives, with rows as columns, as they are multiplied."""
    found = _whole(name, table)
    return found | {f"{name}.whole": np.ascontiguousarray(found[f"{name}.whole"].T)}


def _whole(name: str, table: Any) -> dict[str, Any]:
    """Rows as whole numbers between -127 and 127, each with its scale."""
    scale = np.abs(table).max(axis=1) / _MOST + 1e-12
    return {
        f"{name}.whole": np.round(table / scale[:, None]).astype(np.int8),
        f"{name}.scale": scale.astype(np.float32),
    }
