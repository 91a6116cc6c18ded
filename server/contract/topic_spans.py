"""Where in a paragraph a topic holds: runs of sentences that are nearly as likely as the likeliest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from server.contract.topic_features import Floats
from server.contract.topic_phrases import Flags
from server.contract.topic_text import Reading

NEARLY = 0.7  # of the likeliest sentence's chance; chosen on the public contracts


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring sentences of one paragraph on one topic. share: its likeliest sentence against the paragraph's, 0 to 1."""

    paragraph: int
    topic: int
    start: int
    end: int
    share: float


def _likely(chances: list[float], least: float) -> list[tuple[int, int]]:
    """First and last position of each run of chances that reach `least`."""
    runs: list[tuple[int, int]] = []
    for at, value in enumerate(chances):
        if value < least:
            continue
        if runs and runs[-1][1] == at - 1:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs


def find_runs(reading: Reading, sentence: Floats, listed: Flags, nearly: float = NEARLY) -> list[Run]:
    """The runs of the listed pairs, in order. sentence: each sentence's chance; listed: (paragraphs, topics), which to look at."""
    first = np.searchsorted(reading.owner, np.arange(reading.size + 1)).tolist()
    start, end = reading.start.tolist(), reading.end.tolist()
    runs: list[Run] = []
    for paragraph, topic in np.argwhere(listed).tolist():
        begin, stop = first[paragraph], first[paragraph + 1]
        chances = sentence[begin:stop, topic].tolist()
        peak = max(chances, default=0.0)
        for low, high in _likely(chances, nearly * peak):
            share = max(chances[low : high + 1]) / peak if peak > 0 else 1.0
            runs.append(Run(paragraph, topic, start[begin + low], end[begin + high], share))
    return runs
