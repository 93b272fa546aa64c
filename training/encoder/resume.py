"""Go on from a packed encoder: its arrays back into the network that they came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from peerlint.learned.clauses import lines_of, load_arrays
from training.encoder.network import Network

_ATTENTION = ("query", "key", "value")


def resumed(pretrained: Path, packed: Path, vocabulary: Sequence[str]) -> Network:
    """The network that `training.encoder.pack` wrote to `packed`.

    Word pieces that were not kept there are as in the pretrained encoder; weights are as they were rounded.
    """
    arrays = load_arrays(packed)
    network = Network(pretrained, lines_of(arrays["circumstances"]))
    numbers = {word: number for number, word in enumerate(vocabulary)}
    kept = [numbers[word] for word in lines_of(arrays["vocabulary"])]
    state = network.encoder.state_dict()
    state["embeddings.word_embeddings.weight"][kept] = _rows(arrays, "words")
    state["embeddings.position_embeddings.weight"][: len(arrays["positions"])] = _tensor(
        arrays["positions"]
    )
    state["embeddings.token_type_embeddings.weight"] = _tensor(arrays["parts"])
    state |= _norm(arrays, "norm", "embeddings.LayerNorm")
    for number in range(len(network.encoder.encoder.layer)):
        state |= _layer(arrays, f"layers.{number}", f"encoder.layer.{number}")
    network.encoder.load_state_dict(state)
    with torch.no_grad():
        network.beside.weight[1:] = _tensor(arrays["beside"])
        network.scores.weight.copy_(_tensor(arrays["table"].T))
        network.scores.bias.copy_(_tensor(arrays["bias"]))
    return network


def pieces_in(packed: Path) -> list[str]:
    """The word pieces that a packed encoder keeps."""
    return lines_of(load_arrays(packed)["vocabulary"])


def _layer(arrays: Mapping[str, Any], name: str, target: str) -> dict[str, Any]:
    weights = _columns(arrays, f"{name}.attention").chunk(len(_ATTENTION))
    bias = _tensor(arrays[f"{name}.attention.bias"]).chunk(len(_ATTENTION))
    own = [f"{target}.attention.self.{part}" for part in _ATTENTION]
    return {
        **{f"{part}.weight": some for part, some in zip(own, weights, strict=True)},
        **{f"{part}.bias": some for part, some in zip(own, bias, strict=True)},
        **_dense(arrays, f"{name}.attended", f"{target}.attention.output.dense"),
        **_norm(arrays, f"{name}.attention_norm", f"{target}.attention.output.LayerNorm"),
        **_dense(arrays, f"{name}.widening", f"{target}.intermediate.dense"),
        **_dense(arrays, f"{name}.narrowing", f"{target}.output.dense"),
        **_norm(arrays, f"{name}.norm", f"{target}.output.LayerNorm"),
    }


def _dense(arrays: Mapping[str, Any], name: str, target: str) -> dict[str, Any]:
    return {
        f"{target}.weight": _columns(arrays, name),
        f"{target}.bias": _tensor(arrays[f"{name}.bias"]),
    }


def _norm(arrays: Mapping[str, Any], name: str, target: str) -> dict[str, Any]:
    return {
        f"{target}.weight": _tensor(arrays[f"{name}.scale"]),
        f"{target}.bias": _tensor(arrays[f"{name}.shift"]),
    }


def _rows(arrays: Mapping[str, Any], name: str) -> Any:
    return _tensor(arrays[f"{name}.whole"] * arrays[f"{name}.scale"][:, None])


def _columns(arrays: Mapping[str, Any], name: str) -> Any:
    """Outputs by inputs, as torch keeps a linear layer."""
    return _tensor((arrays[f"{name}.whole"] * arrays[f"{name}.scale"]).T)


def _tensor(array: Any) -> Any:
    return torch.tensor(np.ascontiguousarray(array, dtype=np.float32))
