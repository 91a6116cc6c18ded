"""`python -m training.evaluate`: scores the out-of-fold predictions and the model's speed, and writes training/REPORT.md.

Needs no training library. The predictions are those that `training.train` made for each contract with a model that saw none of
its family; nothing here looks at them but to count.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from server.contract.topic_model import MODEL, load_model
from server.contract.topics import score_texts
from training.corpus import Document, read_cuad, read_examples
from training.predictions import label_line, load_benchmark
from training.report import Measured, Speed, write_report

HERE = Path(__file__).parent
TIMED = 40


def read_predictions(path: Path = HERE / "out_of_fold.jsonl.gz") -> dict[str, Any]:
    """The out-of-fold predictions by contract."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {line["id"]: line for line in map(json.loads, lines)}


def score(documents: Sequence[Document], predictions: dict[str, Any]) -> dict[str, Any]:
    """The benchmark's figures. KeyError where a contract has no prediction: train again."""
    figures: dict[str, Any] = load_benchmark().evaluate(
        [label_line(document) for document in documents], [predictions[document.name] for document in documents]
    )
    return figures


def measure_speed(documents: Sequence[Document]) -> Speed:
    """Processor time of the product's own code on the first contracts, after one to warm up."""
    begin = time.process_time()
    model = load_model()
    load = time.process_time() - begin
    timed = documents[: TIMED + 1]
    score_texts(model, timed[0].texts, range(len(timed[0].texts)))
    begin = time.process_time()
    for document in timed[1:]:
        score_texts(model, document.texts, range(len(document.texts)))
    spent = time.process_time() - begin
    paragraphs = sum(len(document.texts) for document in timed[1:])
    return Speed(MODEL.stat().st_size / 1e6, load, spent / paragraphs * 150)


def main() -> None:
    """The report."""
    cuad, own = read_cuad(), read_examples()
    predictions = read_predictions()
    measured = Measured(
        score(cuad, predictions),
        score(own, predictions),
        json.loads((HERE / "ablations.json").read_text(encoding="utf-8")),
        measure_speed(cuad),
    )
    write_report(HERE / "REPORT.md", measured)
    sys.stdout.write((HERE / "REPORT.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
