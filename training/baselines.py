"""What a day's work gives: the two baselines that no category should fall below.

TF-IDF with logistic regression over whole paragraphs is the linear reader alone (training/ablation.py measures it out of fold).
Hand regexes are the phrases of server/contract/topic_phrases.py, each a verdict by itself: nothing is trained, so nothing is
held out; they were written after reading samples of the labels, which flatters them a little.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from server.contract.topic_phrases import TOPICS, match_phrases
from server.contract.topic_text import read_texts
from training.corpus import Document

TFIDF = "TF-IDF + logistic regression"
REGEXES = "hand regexes"


def predict_by_regexes(document: Document) -> dict[str, Any]:
    """A yes for every sentence that holds a topic's phrase, in the benchmark's format."""
    reading = read_texts(document.texts, {})
    listed = [
        {
            "category": TOPICS[topic],
            "paragraph": int(reading.owner[sentence]),
            "score": 1.0,
            "flag": True,
            "start": int(reading.start[sentence]),
            "end": int(reading.end[sentence]),
        }
        for sentence, topic in np.argwhere(match_phrases(document.texts, reading)).tolist()
    ]
    return {"id": document.name, "predictions": listed}


def below_both(ours: float, baselines: tuple[float, float]) -> bool:
    """Whether a figure is lower than either baseline's."""
    return ours < min(baselines)
