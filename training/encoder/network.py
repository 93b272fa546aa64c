"""The network in torch: a pretrained encoder's first layers, and a linear layer over clauses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import AutoModel

from peerlint.learned.categories import CATEGORIES
from training.encoder.examples import Example

LAYERS = 3
_START = -3.0  # bias of a category: few clauses are of any
_HIDDEN_ACT = "gelu_pytorch_tanh"  # as peerlint.learned.encoder computes it


class Network(nn.Module):
    """`circumstances` are numbered in their order, from 1; 0 is any other."""

    def __init__(self, pretrained: Path, circumstances: Sequence[str]) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(pretrained, hidden_act=_HIDDEN_ACT)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:LAYERS]
        self.encoder.pooler = None
        self.numbers = {name: number for number, name in enumerate(circumstances, 1)}
        count = len(CATEGORIES)
        self.beside = nn.EmbeddingBag(len(circumstances) + 1, count, mode="sum", padding_idx=0)
        nn.init.zeros_(self.beside.weight)
        self.drop = nn.Dropout(0.1)
        self.scores = nn.Linear(2 * self.encoder.config.hidden_size, count)
        nn.init.normal_(self.scores.weight, std=0.02)
        nn.init.constant_(self.scores.bias, _START)

    def forward(self, batch: dict[str, Any]) -> Any:
        """A row of scores for each clause of the batch."""
        hidden = self.encoder(
            input_ids=batch["pieces"], attention_mask=batch["mask"], token_type_ids=batch["parts"]
        ).last_hidden_state[batch["sentence"]]
        inside = batch["inside"].unsqueeze(-1)
        mean = (hidden * inside).sum(1) / inside.sum(1)
        most = hidden.masked_fill(inside == 0, -1e4).max(1).values
        return self.scores(self.drop(torch.cat([mean, most], -1))) + self.beside(batch["known"])

    def batch(self, examples: Sequence[Example]) -> dict[str, Any]:
        """The examples as tensors, padded to the longest."""
        longest = max(len(one.input.pieces) for one in examples)
        pieces, parts, mask = (torch.zeros(len(examples), longest).long() for _ in range(3))
        sentence, inside, known, labels = [], [], [], []
        for row, one in enumerate(examples):
            length = len(one.input.pieces)
            pieces[row, :length] = torch.tensor(one.input.pieces)
            parts[row, :length] = torch.tensor(one.input.parts)
            mask[row, :length] = 1
            for clause in one.clauses:
                here = torch.zeros(longest)
                here[list(clause.places)] = 1
                sentence.append(row)
                inside.append(here)
                known.append([self.numbers.get(name, 0) for name in clause.known])
                labels.append(clause.labels)
        return {
            "pieces": pieces,
            "parts": parts,
            "mask": mask,
            "sentence": torch.tensor(sentence),
            "inside": torch.stack(inside),
            "known": torch.tensor(known),
            "labels": torch.tensor(labels),
        }
