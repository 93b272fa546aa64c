"""Fit the network to labelled clauses."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.encoder.examples import Example, worth_learning
from training.encoder.network import Network
from training.reader.examples import UNSURE

_BATCH = 32
_OF_LIKE_LENGTH = 20  # batches sorted together
_RATE, _RATE_OF_SCORES = 6e-5, 2e-3
_WARM_UP = 0.1  # share of the steps
_SAY_EVERY = 100  # steps


def fit(every: Sequence[Example], pretrained: Path, epochs: int, seed: int) -> Network:
    """A network trained on the examples; the same seed gives the same one on one thread."""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    known = sorted({name for one in every for clause in one.clauses for name in clause.known})
    network = Network(pretrained, known)
    chosen = worth_learning(every, seed)
    steps = epochs * -(-len(chosen) // _BATCH)
    optimizer = torch.optim.AdamW(_groups(network), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _share(step, steps))
    network.train()
    step = 0
    for _ in range(epochs):
        for batch in _batches(chosen, draw):
            tensors = network.batch(batch)
            optimizer.zero_grad()
            loss = _loss(network(tensors), tensors["labels"])
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % _SAY_EVERY == 0:
                print(
                    f"step {step} of {steps}: loss {loss.item():.3f}", file=sys.stderr, flush=True
                )
    network.eval()
    return network


def _groups(network: Network) -> list[dict[str, Any]]:
    body = list(network.encoder.parameters())
    head = [*network.beside.parameters(), *network.scores.parameters()]
    return [{"params": body, "lr": _RATE}, {"params": head, "lr": _RATE_OF_SCORES}]


def _share(step: int, steps: int) -> float:
    """Of the learning rate: up, then down to nearly nothing."""
    return min(
        (step + 1) / (_WARM_UP * steps), max(0.02, (steps - step) / ((1 - _WARM_UP) * steps))
    )


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
