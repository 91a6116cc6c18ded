"""The measured figures as a readable page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Figures = dict[str, Any]
TARGETS = (
    ("macro F1", "macro", "para", "f1", 0.66),
    ("micro F1", "micro", "para", "f1", 0.71),
    ("macro AUPR", "macro", "para", "aupr", 0.71),
    ("macro P@80R", "macro", "para", "p80r", 0.49),
    ("contract F1 (macro)", "macro", "contract", "f1", 0.81),
    ("span AUPR (pooled)", "micro", "span", "aupr", 0.60),
)
HOW = """\
# Topics: what was measured, and how

Made by `python -m training.evaluate`; the model by `python -m training.train`.

The 296 public contracts of CUAD are split into five folds with every family (same company, shared text) whole in one fold.
Each contract's predictions come from readers (linear and network) trained on the other four folds, weighed by trees grown
on the other four folds, and scored by the benchmark's own evaluator.

What this does not hide, and what it does:
- The trees are grown on scores that are themselves out of fold, so that they see the readers as they are on unseen
  contracts; those readers had seen the measured fold's labels. This can flatter the figures a little.
- The vocabulary, the choice of features, their rarity and the start of the word vectors are counted over all contracts,
  without labels. The phrases were written by hand after reading samples of all contracts' labels.
- Thresholds are chosen on these same out-of-fold scores: two numbers, one for the 22 topics of CUAD, one for ours.
- The contracts that others hold back were never seen; figures there may be lower.
- Our own examples are written by the same hand for training and measuring. Their figures say that the topics are told
  apart in short, you/we and UK or civil-law style, not how often the world writes so.
"""


@dataclass(frozen=True, slots=True)
class Speed:
    """megabytes of the model's file; seconds of processor time to load it, and for 150 paragraphs."""

    megabytes: float
    load: float
    contract: float


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything the page shows."""

    cuad: Figures
    own: Figures
    ablations: dict[str, Figures]
    speed: Speed


def _row(*cells: object) -> str:
    return "| " + " | ".join(f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in cells) + " |"


def _head(*cells: str) -> Iterator[str]:
    yield _row(*cells)
    yield "|" + "---|" * len(cells)


def _targets(measured: Measured) -> Iterator[str]:
    yield "\n## Against the targets\n"
    yield from _head("measure", "target", *measured.ablations)
    for name, pooling, level, figure, target in TARGETS:
        yield _row(name, f"{target:.2f}", *(figures[pooling][level][figure] for figures in measured.ablations.values()))


def _cuad(figures: Figures) -> Iterator[str]:
    yield "\n## CUAD's categories, out of fold\n"
    yield from _head("category", "paragraphs", "precision", "recall", "F1", "AP", "AUPR", "P@80R", "span F1", "span AUPR", "contract F1")
    rows = [*figures["categories"].items(), ("macro", figures["macro"]), ("micro", figures["micro"])]
    for name, block in rows:
        para, span = block["para"], block["span"]
        count = f"{para['n']:.0f}"
        numbers = (para[key] for key in ("precision", "recall", "f1", "ap", "aupr", "p80r"))
        yield _row(name, count, *numbers, span["f1"], span["aupr"], block["contract"]["f1"])


def _with_and_without(ablations: dict[str, Figures]) -> Iterator[str]:
    yield "\n## By category, with and without (F1 / AUPR by paragraph)\n"
    yield from _head("category", *ablations)
    for name in ablations["all"]["categories"]:
        blocks = (figures["categories"][name]["para"] for figures in ablations.values())
        yield _row(name, *(f"{block['f1']:.2f} / {block['aupr']:.2f}" for block in blocks))


def _own(figures: Figures) -> Iterator[str]:
    yield "\n## Our own examples, out of fold: every topic\n"
    yield from _head("topic", "paragraphs", "precision", "recall", "F1", "AP")
    for name, block in [*figures["categories"].items(), ("macro", figures["macro"]), ("micro", figures["micro"])]:
        para = block["para"]
        yield _row(name, f"{para['n']:.0f}", para["precision"], para["recall"], para["f1"], para["ap"])


def write_report(path: Path, measured: Measured) -> None:
    """The page, as Markdown."""
    speed = measured.speed
    lines = [HOW, f"Model: {speed.megabytes:.1f} MB, loaded in {speed.load:.2f} s; {1000 * speed.contract:.0f} ms of processor time"]
    lines.append("for 150 paragraphs (mean over 40 CUAD contracts, which run long; measured on a shared machine).")
    for part in (_targets(measured), _cuad(measured.cuad), _with_and_without(measured.ablations), _own(measured.own)):
        lines += part
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
