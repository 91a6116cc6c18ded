"""Where in a paragraph a topic holds: runs of sentences that are nearly as likely as the likeliest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from server.contract.topic_evidence import best_in_paragraph
from server.contract.topic_features import Floats
from server.contract.topic_patterns import Flags
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


def find_runs(reading: Reading, sentence: Floats, listed: Flags, nearly: float = NEARLY) -> list[Run]:
    """The runs of the listed pairs, in order. sentence: each sentence's chance; listed: (paragraphs, topics), which to look at."""
    best = best_in_paragraph(sentence, reading, 0.0)
    first = np.searchsorted(reading.owner, np.arange(reading.size + 1))
    runs: list[Run] = []
    for paragraph, topic in np.argwhere(listed).tolist():
        begin, end = int(first[paragraph]), int(first[paragraph + 1])
        if begin == end:
            continue
        peak = float(best[paragraph, topic])
        chances = sentence[begin:end, topic]
        kept = np.flatnonzero(chances >= nearly * peak) + begin
        for group in np.split(kept, np.flatnonzero(np.diff(kept) > 1) + 1):
            share = float(sentence[group, topic].max()) / peak if peak > 0 else 1.0
            runs.append(Run(paragraph, topic, int(reading.start[group[0]]), int(reading.end[group[-1]]), share))
    return runs
