"""How long a proved redline takes, measured against the least that any program must do: python-docx opening and saving the same file.

Run by hand, on a machine that is otherwise idle: `pytest tests/benchmarks -m benchmark -s`.
"""

from __future__ import annotations

import gc
import io
import statistics
import time
from collections.abc import Callable, Iterator

import docx
import pytest

from server.model import Edit, Proposal, Span
from server.redline import intended_texts, plan
from server.word import open_docx, prove, read_paragraphs, signed, write_redline
from tests.benchmarks.long_contract import long_contract
from tests.marking import ME

pytestmark = pytest.mark.benchmark

EDITS, REPEATS = 50, 15
AT_MOST, AT_MOST_CLEARED = 4.0, 3.5
SETTLING = 100_000


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


@pytest.fixture
def clean_heap() -> Iterator[None]:
    """What pytest itself holds is no work for a collection that is timed."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def clear_up() -> None:
    """Frees what the work left behind, python-docx's document in its circle of references as well as our trees.

    A heap sorts small blocks that were freed only when the next large one is asked for: without that, each would pay for the other.
    """
    gc.collect()
    bytes(SETTLING)


def cpu_seconds(work: Callable[[bytes], object], data: bytes) -> tuple[float, float]:
    """Processor time of the work alone, and with clearing up after it."""
    clear_up()
    start = time.process_time()
    work(data)
    done = time.process_time()
    clear_up()
    return done - start, time.process_time() - start


@pytest.mark.usefixtures("clean_heap")
def test_fifty_edits_of_a_hundred_pages_with_their_proof_take_at_most_four_bare_loads_and_saves() -> None:
    data = long_contract()
    ratios = []
    for _ in range(REPEATS):
        floor, ours = cpu_seconds(load_and_save, data), cpu_seconds(redline, data)
        ratios.append((ours[0] / floor[0], ours[1] / floor[1]))
        print(f"\nredline and proof {ours[0]:.3f} s, python-docx load and save {floor[0]:.3f} s, CPU: {ratios[-1][0]:.2f} times", end="")
    alone, cleared = (statistics.median(kind) for kind in zip(*ratios, strict=True))
    print(f"\nmedian: {alone:.2f} times; {cleared:.2f} times where both clear up what they leave")
    assert alone <= AT_MOST
    assert cleared <= AT_MOST_CLEARED
