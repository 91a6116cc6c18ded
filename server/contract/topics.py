"""Topics: what each paragraph of a contract is about, where in it, and how sure we are.

A model trained on labelled contracts (training/MODEL_CARD.md) answers; it runs on numpy alone and gives the same answer
for the same text on every machine, scores being rounded.
"""

from __future__ import annotations

from collections.abc import Sequence

from server.contract.topic_model import Model, load_model, read_signals
from server.contract.topic_spans import find_runs
from server.contract.topic_stack import apply_stack
from server.model import Paragraph, Topic

LISTED = 0.002  # a score below it says nothing


def find_topics(paragraphs: Sequence[Paragraph]) -> tuple[Topic, ...]:
    """Every topic that a paragraph may hold, by paragraph and name; one Topic for each run of sentences.

    score: 0 to 1, rounded to four places. flag: the score reaches the model's threshold for that topic.
    start, end: code points of the paragraph's text, half-open; `Topic.paragraph` is `Paragraph.index`.
    """
    if not paragraphs:
        return ()
    return score_texts(load_model(), [paragraph.text for paragraph in paragraphs], [paragraph.index for paragraph in paragraphs])


def score_texts(model: Model, texts: Sequence[str], index: Sequence[int]) -> tuple[Topic, ...]:
    """The topics of a contract's paragraphs by the given model. index: the number each paragraph is to be known by."""
    signals, reading = read_signals(model, texts)
    whole, fine = apply_stack(model.stack, signals, reading)
    found = []
    for run in find_runs(reading, fine, whole >= LISTED):
        score = round(float(whole[run.paragraph, run.topic]) * run.share, 4)
        if score >= LISTED:
            flag = score >= float(model.threshold[run.topic])
            found.append(Topic(model.topics[run.topic], index[run.paragraph], score, run.start, run.end, flag))
    return tuple(found)
