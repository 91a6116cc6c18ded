"""From the readers' scores to chances: small trees weigh each paragraph and topic, then the sentences of the likely ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from server.contract.topic_evidence import LOW, Signals, chance, paragraph_evidence, sentence_evidence
from server.contract.topic_features import Floats
from server.contract.topic_phrases import Flags
from server.contract.topic_text import Reading
from server.contract.topic_trees import Forest, grow


@dataclass(frozen=True, slots=True)
class Stack:
    """paragraph: a forest for CUAD's topics and one for ours; ours: which topics are. prior: how common each is (log odds)."""

    paragraph: tuple[Forest, Forest]
    sentence: Forest
    ours: Flags
    prior: Floats


def weigh_paragraphs(forests: tuple[Forest, Forest], ours: Flags, signals: Signals, reading: Reading, prior: Floats) -> Floats:
    """Log odds, (paragraphs, topics); LOW where a pair was not worth weighing."""
    paragraph, topic, numbers = paragraph_evidence(signals, reading, prior)
    weighed = np.full(signals.paragraph_linear.shape, LOW, dtype=np.float32)
    for forest, rows in zip(forests, (~ours[topic], ours[topic]), strict=True):
        weighed[paragraph[rows], topic[rows]] = grow(forest, numbers[rows])
    return weighed


def apply_stack(stack: Stack, signals: Signals, reading: Reading) -> tuple[Floats, Floats]:
    """Chances, (paragraphs, topics), 0 where a pair was not worth weighing; and (sentences, topics).

    A sentence of an unlikely pair keeps the readers' mean score: it only has to be told from its neighbours.
    """
    weighed = weigh_paragraphs(stack.paragraph, stack.ours, signals, reading, stack.prior)
    fine = chance((signals.sentence_linear + signals.sentence_network) / 2)
    sentence, topic, numbers = sentence_evidence(signals, reading, weighed, stack.prior)
    fine[sentence, topic] = chance(grow(stack.sentence, numbers))
    return np.where(weighed > LOW, chance(weighed), 0.0), fine
