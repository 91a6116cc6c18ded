"""What the training side makes of one contract, kept so that a test can hold the run time to it."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from server.contract.topic_evidence import Signals
from server.contract.topic_stack import Stack, apply_stack
from training.readings import Sample

PLACES = 4


def write_agreement(path: Path, sample: Sample, signals: Signals, stack: Stack) -> None:
    """texts, every reader's log odds and the weighed chances, by PyTorch and scipy, before any rounding of weights."""
    whole, fine = apply_stack(stack, signals, sample.reading)
    numbers = {part.name: getattr(signals, part.name) for part in fields(Signals) if part.name != "phrases"}
    numbers |= {"paragraph": whole, "sentence": fine}
    lines = {name: [[round(float(cell), PLACES) for cell in row] for row in table] for name, table in numbers.items()}
    path.write_text(json.dumps({"texts": sample.document.texts} | lines, ensure_ascii=False) + "\n", encoding="utf-8")
