"""`python -m training.evaluate`: scores the out-of-fold predictions and the model's speed, and writes training/REPORT.md.

Needs no training library. The predictions are those that `training.train` made for each contract with a model that saw none of
its family; nothing here looks at them but to count.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from server.contract.topic_model import MODEL, load_model
from server.contract.topics import score_texts
from training.baselines import REGEXES, predict_by_regexes
from training.corpus import FOLDS, Document, read_cuad, read_examples
from training.predictions import label_line, load_benchmark
from training.report import Measured, Speed, write_report
from training.styles import measure_styles

HERE = Path(__file__).parent
TIMED, LENGTH, TIMES = 12, 150, 5


def read_predictions(path: Path = HERE / "out_of_fold.jsonl.gz") -> dict[str, Any]:
    """The out-of-fold predictions by contract."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {line["id"]: line for line in map(json.loads, lines)}


def score(documents: Sequence[Document], predictions: dict[str, Any]) -> dict[str, Any]:
    """The benchmark's figures. KeyError where a contract has no prediction."""
    figures: dict[str, Any] = load_benchmark().evaluate(
        [label_line(document) for document in documents], [predictions[document.name] for document in documents]
    )
    return figures


def _spent(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def measure_speed(documents: Sequence[Document]) -> Speed:
    """Processor time of the product's own code: the model's loading, and the first 150 paragraphs of contracts that have as many.

    Best of five for each contract; the mean and the greatest over the contracts.
    """
    load = _spent(load_model)
    model = load_model()
    long = [document.texts[:LENGTH] for document in documents if len(document.texts) >= LENGTH][:TIMED]
    spent = [min(_spent(lambda texts=texts: score_texts(model, texts, range(LENGTH))) for _ in range(TIMES)) for texts in long]
    letters = sum(len(text) for texts in long for text in texts) / len(long) / LENGTH
    return Speed(MODEL.stat().st_size / 1e6, load, sum(spent) / len(spent), max(spent), letters)


def main() -> None:
    """The report."""
    predictions = read_predictions()
    cuad, own = read_cuad(), read_examples()
    known = [document for document in own if document.name in predictions]  # the others came after the training
    speed = measure_speed(cuad)  # first: the model is read once
    variants = json.loads((HERE / "ablations.json").read_text(encoding="utf-8"))
    variants[REGEXES] = score(cuad, {document.name: predict_by_regexes(document) for document in cuad})
    folds = [score([document for document in cuad if document.fold == fold], predictions) for fold in range(FOLDS)]
    measured = Measured(
        cuad=score(cuad, predictions),
        own=score(known, predictions),
        ablations=variants,
        folds=folds,
        styles=measure_styles(),
        speed=speed,
        unseen=len(own) - len(known),
    )
    write_report(HERE / "REPORT.md", measured)
    sys.stdout.write((HERE / "REPORT.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
