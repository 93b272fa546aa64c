"""Fit the network to labelled clauses."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import torch
from torch import nn

from training.encoder.examples import Example, worth_learning
from training.encoder.network import Network
from training.reader.examples import UNSURE

_BATCH = 32
_OF_LIKE_LENGTH = 20  # batches sorted together
RATE = 6e-5
"""The rate at which a pretrained body learns."""
_SCORES_FASTER = 100 / 3
_WARM_UP = 0.1  # share of the training
_SAY_EVERY = 100  # batches


def fit(
    joining: Sequence[Iterable[Example]],
    begun: Callable[[Sequence[str]], Network],
    seed: int,
    rate: float = RATE,
) -> Network:
    """A network trained for as many epochs as there are sets of examples that join.

    `begun` gives it before that, for these circumstances; `rate` is the highest rate at which its body
    learns. Each epoch learns from all that have joined up to then. The same seed gives the same network
    on the same number of threads.
    """
    torch.manual_seed(seed)
    draw = random.Random(seed)
    chosen = worth_learning(list(joining[0]), seed)
    network = begun(_circumstances(chosen))
    optimizer = torch.optim.AdamW(_groups(network, rate), weight_decay=0.01)
    rates = [group["lr"] for group in optimizer.param_groups]
    network.train()
    for epoch, arriving in enumerate([(), *joining[1:]]):
        chosen += worth_learning(list(arriving), seed)
        batches = _batches(chosen, draw)
        for number, batch in enumerate(batches):
            share = _share((epoch + (number + 1) / len(batches)) / len(joining))
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = share * rate
            loss = _step(network, batch, optimizer)
            if number % _SAY_EVERY == 0:
                place = f"epoch {epoch + 1}, batch {number + 1} of {len(batches)}"
                print(f"{place}: loss {loss:.3f}", file=sys.stderr, flush=True)
    network.eval()
    return network


def _circumstances(every: Iterable[Example]) -> list[str]:
    return sorted({name for one in every for clause in one.clauses for name in clause.known})


def _step(network: Network, batch: Sequence[Example], optimizer: torch.optim.Optimizer) -> float:
    tensors = network.batch(batch)
    optimizer.zero_grad()
    loss = _loss(network(tensors), tensors["labels"])
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return float(loss.item())


def _groups(network: Network, rate: float) -> list[dict[str, Any]]:
    body = list(network.encoder.parameters())
    head = [*network.beside.parameters(), *network.scores.parameters()]
    return [{"params": body, "lr": rate}, {"params": head, "lr": _SCORES_FASTER * rate}]


def _share(done: float) -> float:
    """Of the learning rate, by the share of the training that is done: up, then down to nearly nothing."""
    return min(done / _WARM_UP, max(0.02, (1 - done) / (1 - _WARM_UP)))


def _batches(chosen: Sequence[Example], draw: random.Random) -> list[list[Example]]:
    """Batches of about the same length, in random order."""
    mixed = draw.sample(chosen, len(chosen))
    width = _BATCH * _OF_LIKE_LENGTH
    batches = []
    for first in range(0, len(mixed), width):
        alike = sorted(mixed[first : first + width], key=lambda one: len(one.input.pieces))
        batches += [alike[at : at + _BATCH] for at in range(0, len(alike), _BATCH)]
    draw.shuffle(batches)
    return batches


def _loss(scores: Any, labels: Any) -> Any:
    sure = (labels != UNSURE).float()
    losses = nn.functional.binary_cross_entropy_with_logits(
        scores, labels.clamp(min=0).float(), reduction="none"
    )
    return (losses * sure).sum(1).mean()
