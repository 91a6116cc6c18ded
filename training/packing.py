"""The trained parts as the arrays of topics.npz: whole numbers of eight bits where that loses nothing, no pickle."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from server.contract.topic_features import Floats
from server.contract.topic_stack import Stack
from server.contract.topic_trees import Forest
from training.matrix import Table
from training.network import TopicNetwork, pack_network

Arrays = dict[str, NDArray[Any]]


def _steps(values: Floats) -> tuple[NDArray[np.int8], Floats]:
    """(whole steps, size of a step for each column)."""
    scale = np.maximum(np.abs(values).max(axis=0), 1e-9) / 127
    scale = scale.astype(np.float32)
    return np.round(values / scale).astype(np.int8), scale


def _text(items: list[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(items).encode(), dtype=np.uint8)


def pack_linear(name: str, weights: Floats, idf: Floats) -> Arrays:
    """A linear reader."""
    steps, scale = _steps(weights[:-1])
    return {
        f"{name}.weights": steps,
        f"{name}.scale": scale,
        f"{name}.bias": weights[-1].astype(np.float32),
        f"{name}.idf": idf.astype(np.float16),
    }


def pack_forest(name: str, forest: Forest) -> Arrays:
    """A forest."""
    packed: Arrays = {f"{name}.{part.name}": np.asarray(getattr(forest, part.name)) for part in fields(Forest)}
    for part, kind in (("feature", np.int8), ("left", np.int16), ("right", np.int16), ("root", np.int16)):
        packed[f"{name}.{part}"] = packed[f"{name}.{part}"].astype(kind)
    return packed


def pack_words(name: str, network: TopicNetwork) -> Arrays:
    """A network."""
    table = pack_network(network)
    packed: Arrays = {f"{name}.{part}": value.astype(np.float16) for part, value in table.items() if part != "words"}
    packed[f"{name}.words"], packed[f"{name}.words_scale"] = _steps(table["words"])
    return packed


Parts = tuple[tuple[TopicNetwork, ...], Stack, Floats]


def pack_model(vocabulary: list[str], topics: tuple[str, ...], table: Table, linears: tuple[Floats, Floats], parts: Parts) -> Arrays:
    """Everything. parts: networks, stack, thresholds."""
    networks, stack, threshold = parts
    return {
        "vocabulary": _text(vocabulary),
        "topics": _text(list(topics)),
        "keys": table.keys,
        "prior": stack.prior,
        "threshold": threshold,
        **pack_linear("paragraphs", linears[0], table.paragraph_idf),
        **pack_linear("sentences", linears[1], table.sentence_idf),
        **{name: array for network in networks for name, array in pack_words(f"network_{network.step}", network).items()},
        "ours": stack.ours,
        **pack_forest("paragraph_forest", stack.paragraph[0]),
        **pack_forest("own_forest", stack.paragraph[1]),
        **pack_forest("sentence_forest", stack.sentence),
    }


def save_model(path: Path, arrays: Arrays) -> None:
    """One .npz, compressed, the same bytes for the same arrays."""
    np.savez_compressed(path, allow_pickle=False, **arrays)
