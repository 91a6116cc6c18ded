"""How long a proved redline takes, measured against the least that any program must do: python-docx opening and saving the same file.

Run by hand, on a machine that is otherwise idle: `pytest tests/benchmarks -m benchmark -s`.
"""

from __future__ import annotations

import gc
import io
import time
from collections.abc import Callable

import docx
import pytest

from server.model import Edit, Proposal, Span
from server.redline import intended_texts, plan
from server.word import open_docx, prove, read_paragraphs, signed, write_redline
from tests.benchmarks.long_contract import long_contract
from tests.marking import ME

pytestmark = pytest.mark.benchmark

EDITS, REPEATS, AT_MOST = 50, 9, 4.0


def redline(data: bytes) -> bytes:
    """From bytes to proved bytes: 50 edits of one word, spread over the whole contract."""
    file = open_docx(data)
    paragraphs = read_paragraphs(file)
    proposals = []
    for number in range(EDITS):
        paragraph = paragraphs[number * len(paragraphs) // EDITS]
        start = paragraph.text.index(" ", len(paragraph.text) // 2) + 1
        end = paragraph.text.index(" ", start)
        edit = Edit(f"f{number}", Span(paragraph.index, start, end), paragraph.text[start:end], "changed word")
        proposals.append(Proposal(edit.id, "preferred", (edit,)))
    planned = plan(proposals, [p.finding for p in proposals])
    written = write_redline(file, planned.edits, planned.insertions, ME)
    assert len(written.applied) == EDITS
    intended = intended_texts(paragraphs, planned.edits, planned.insertions, written.emptied)
    assert prove(file, written.data, signed(ME), intended, [p.text for p in paragraphs]).holds
    return written.data


def load_and_save(data: bytes) -> None:
    docx.Document(io.BytesIO(data)).save(io.BytesIO())


def cpu_seconds(work: Callable[[bytes], object], data: bytes) -> float:
    gc.collect()
    start = time.process_time()
    work(data)
    return time.process_time() - start


def test_fifty_edits_of_a_hundred_pages_with_their_proof_take_at_most_four_bare_loads_and_saves() -> None:
    data = long_contract()
    floor, ours = [], []
    for _ in range(REPEATS):
        floor.append(cpu_seconds(load_and_save, data))
        ours.append(cpu_seconds(redline, data))
    ratio = min(ours) / min(floor)
    print(f"\nredline and proof {min(ours):.3f} s, python-docx load and save {min(floor):.3f} s, CPU: {ratio:.2f} times")
    assert ratio <= AT_MOST
