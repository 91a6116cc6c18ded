"""The trained model: what `make train` wrote to topics.npz, and a reader's scores from it. Plain arrays, no pickle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from server.contract.topic_evidence import Signals
from server.contract.topic_features import WIDTH, Floats, context_features, find_columns, join_pairs, sentence_features, weigh
from server.contract.topic_network import Network, run_networks
from server.contract.topic_phrases import match_phrases
from server.contract.topic_stack import Stack
from server.contract.topic_text import Ints, Reading, read_texts
from server.contract.topic_trees import Forest

MODEL = Path(__file__).with_name("topics.npz")


@dataclass(frozen=True, slots=True)
class Linear:
    """A weight for every feature and topic, in whole steps of `scale`: (features, topics); idf: (features,)."""

    weights: NDArray[np.int8]
    scale: Floats
    bias: Floats
    idf: Floats


@dataclass(frozen=True, slots=True)
class Model:
    """topics: names, in column order. keys: the linear reader's features. threshold: of a topic's yes."""

    topics: tuple[str, ...]
    vocabulary: dict[str, int]
    keys: Ints
    paragraphs: Linear
    sentences: Linear
    networks: tuple[Network, ...]
    stack: Stack
    threshold: Floats


def score_linear(linear: Linear, kinds: Ints, pairs: tuple[Ints, Ints], size: int) -> Floats:
    """Log odds, (size, topics), from (row, feature number) pairs. kinds: of each feature."""
    row, column, weight = weigh(*pairs, kinds, linear.idf)
    scores = np.zeros((size, linear.scale.size), dtype=np.float32)
    ends = np.searchsorted(row, np.arange(size + 1)).tolist()
    for at, (begin, end) in enumerate(pairwise(ends)):
        scores[at] = weight[begin:end] @ linear.weights[column[begin:end]]
    return scores * linear.scale + linear.bias


def read_signals(model: Model, texts: Sequence[str]) -> tuple[Signals, Reading]:
    """What both readers and the phrases say of every paragraph and sentence."""
    reading = read_texts(texts, model.vocabulary)
    paragraph, sentence = run_networks(model.networks, reading)
    own = find_columns(model.keys, *sentence_features(reading))
    whole = join_pairs(own, find_columns(model.keys, *context_features(reading)), reading)
    kinds = model.keys // WIDTH // WIDTH
    signals = Signals(
        score_linear(model.paragraphs, kinds, whole, reading.size),
        paragraph,
        score_linear(model.sentences, kinds, own, reading.owner.size),
        sentence,
        match_phrases(texts, reading),
    )
    return signals, reading


def _table(arrays: Mapping[str, NDArray[Any]], name: str) -> dict[str, NDArray[Any]]:
    return {key.split(".", 1)[1]: value for key, value in arrays.items() if key.startswith(name + ".")}


def _read_linear(table: dict[str, NDArray[Any]]) -> Linear:
    return Linear(table["weights"], *(table[name].astype(np.float32) for name in ("scale", "bias", "idf")))


def _read_network(table: dict[str, NDArray[Any]]) -> Network:
    words = table.pop("words") * table.pop("words_scale").astype(np.float32)
    step = int(table.pop("step"))
    parts = {name: np.ascontiguousarray(value.astype(np.float32)) for name, value in table.items()}
    left, middle, right = np.split(parts.pop("conv"), 3, axis=1)
    shape = {name: np.ascontiguousarray(value) for name, value in (("left", left), ("middle", middle), ("right", right))}
    return Network(words=words.astype(np.float32), step=step, **shape, **parts)


def _network_names(arrays: Mapping[str, NDArray[Any]]) -> list[str]:
    return sorted({name.split(".")[0] for name in arrays if name.startswith("network_")})


def _read_forest(table: dict[str, NDArray[Any]]) -> Forest:
    return Forest(
        root=table["root"].astype(np.int64),
        feature=table["feature"].astype(np.int64),
        threshold=table["threshold"].astype(np.float32),
        left=table["left"].astype(np.int64),
        right=table["right"].astype(np.int64),
        value=table["value"].astype(np.float32),
        start=float(table["start"]),
        depth=int(table["depth"]),
    )


def read_model(arrays: Mapping[str, NDArray[Any]]) -> Model:
    """The model from its named arrays, as the file holds them and as training packs them."""
    words = bytes(arrays["vocabulary"]).decode().split("\n")
    return Model(
        topics=tuple(bytes(arrays["topics"]).decode().split("\n")),
        vocabulary={word: number for number, word in enumerate(words, start=1)},
        keys=arrays["keys"].astype(np.int64),
        paragraphs=_read_linear(_table(arrays, "paragraphs")),
        sentences=_read_linear(_table(arrays, "sentences")),
        networks=tuple(_read_network(_table(arrays, name)) for name in _network_names(arrays)),
        stack=Stack(
            (_read_forest(_table(arrays, "paragraph_forest")), _read_forest(_table(arrays, "own_forest"))),
            _read_forest(_table(arrays, "sentence_forest")),
            arrays["ours"].astype(np.bool_),
            arrays["prior"].astype(np.float32),
        ),
        threshold=arrays["threshold"].astype(np.float32),
    )


@lru_cache(maxsize=1)
def load_model() -> Model:
    """The model that came with the program; read once. OSError where the file is missing.

    From then on the linear algebra under numpy runs on one thread, in the whole process: the tables are so small that a
    second one only waits, in a loop that doubles the processor time (measured: 50 ms of work took 110).
    """
    threadpool_limits(1, user_api="blas")
    with np.load(MODEL, allow_pickle=False) as arrays:
        return read_model({name: arrays[name] for name in arrays.files})
