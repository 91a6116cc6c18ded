"""Topics: what the trained model says of contracts in styles that its training text does not have, and what holds for every text."""

import gzip
import json
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from threadpoolctl import threadpool_info

from server.contract.topic_evidence import best_in_paragraph
from server.contract.topic_features import find_columns, sentence_features, weigh
from server.contract.topic_model import MODEL, Model, load_model, read_signals
from server.contract.topic_network import BLOCK, Network, group_rows, run_networks, strongest_threes
from server.contract.topic_phrases import TOPICS, fold, match_phrases
from server.contract.topic_spans import find_runs
from server.contract.topic_stack import apply_stack
from server.contract.topic_text import headings_of, looks_like_heading, read_texts, words_of
from server.contract.topic_trees import Forest, grow
from server.contract.topics import find_topics
from server.model import Paragraph
from tests.shared_material import shared

AGREEMENT = Path(__file__).parents[2] / "training" / "agreement.json"
SHORT_TERMS = (
    "Freelance terms",
    "I'll design the brochure described in your email of 3 May and send you a first draft within two weeks.",
    "Half of the fee is due up front; the rest is payable within 30 days of my invoice.",
    "Once everything is paid, the copyright in the final design is assigned to you.",
    "My liability to you is limited to the fee you paid for this job.",
    "You may end this agreement at any time on seven days' notice.",
    "Neither of us will tell anyone the other's confidential information.",
    "This agreement is governed by the laws of Scotland.",
    "Thanks again for choosing me, and have a lovely summer.",
)


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(at, "body", text) for at, text in enumerate(texts))


def flagged(*texts: str) -> list[set[str]]:
    """Which topics are answered with yes, by paragraph."""
    found = find_topics(paragraphs(*texts))
    return [{topic.name for topic in found if topic.paragraph == at and topic.flag} for at in range(len(texts))]


@pytest.mark.parametrize(
    ("at", "topic"),
    [
        (2, "payment"),
        (3, "ip_assignment"),
        (4, "liability_cap"),
        (5, "termination_convenience"),
        (6, "confidentiality"),
        (7, "governing_law"),
    ],
)
def test_short_freelance_terms_have_their_topics(at: int, topic: str) -> None:
    assert topic in flagged(*SHORT_TERMS)[at]


def test_a_closing_courtesy_has_no_topic() -> None:
    assert flagged(*SHORT_TERMS)[8] == set()


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Client shall not use the Deliverables to train, fine-tune or improve any machine-learning model.", "ai_training"),
        ("Supplier shall indemnify and hold harmless Customer against all third-party claims arising from the Services.", "indemnity"),
        ("You can't bring in subcontractors unless we agree in writing first.", "subcontracting"),
        ("Sections 3, 5 and 8 survive termination of this Agreement.", "survival"),
        ("Neither party is responsible for delay caused by fire, flood, war or other events beyond its control.", "force_majeure"),
        ("The Consultant processes personal data only on the documented instructions of the Company.", "data_protection"),
        ("Any dispute is settled by arbitration in London under the LCIA Rules.", "dispute_resolution"),
        ("The Contractor is an independent contractor and not an employee of the Company.", "independent_contractor"),
        ("Deliverables are deemed accepted if the Client does not object within ten days of delivery.", "acceptance"),
        ("For one year after the project you will not work for any of our competitors.", "non_compete"),
        ("The Contractor shall provide the services described in the Statement of Work.", "services_scope"),
        ("Reasonable travel expenses are reimbursed against receipts.", "expenses"),
        ("The Contractor warrants that the Services will be performed in a professional and workmanlike manner.", "warranty"),
    ],
)
def test_a_clause_alone_has_its_topic(text: str, topic: str) -> None:
    assert topic in flagged(text)[0]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The training course for new staff takes place in Lyon in May.", "ai_training"),
        ("The company was founded in 1998 and insures ships.", "insurance"),
        ("Schedule 2 - Contact persons", "confidentiality"),
        ("WHEREAS, the Client runs a chain of bakeries and wishes to renew its website;", "license_grant"),
    ],
)
def test_a_near_miss_is_not_flagged(text: str, topic: str) -> None:
    assert topic not in flagged(text)[0]


def test_the_span_is_the_sentence_that_holds_the_topic() -> None:
    text = (
        "The parties met in Ghent and agreed on the project. This Agreement shall be governed by the laws of the State of New York. "
        "The first workshop takes place in June."
    )
    law = next(topic for topic in find_topics(paragraphs(text)) if topic.name == "governing_law" and topic.flag)
    assert text[law.start : law.end] == "This Agreement shall be governed by the laws of the State of New York."


def test_a_topic_names_the_index_of_its_paragraph() -> None:
    moved = tuple(Paragraph(at + 40, "body", text) for at, text in enumerate(SHORT_TERMS))
    assert {topic.paragraph for topic in find_topics(moved)} <= set(range(40, 49))


def test_scores_are_rounded_and_the_same_each_time() -> None:
    first, second = find_topics(paragraphs(*SHORT_TERMS)), find_topics(paragraphs(*SHORT_TERMS))
    assert first == second
    assert all(topic.score == round(topic.score, 4) and 0 < topic.score <= 1 for topic in first)


def test_a_contract_without_paragraphs_has_no_topics() -> None:
    assert find_topics(()) == ()


def test_empty_and_wordless_paragraphs_are_read() -> None:
    assert flagged("", "   ", "_____ 2024", "\u200b", "€ §§ —")[0] == set()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=6))
def test_spans_lie_inside_any_text(texts: list[str]) -> None:
    for topic in find_topics(paragraphs(*texts)):
        assert 0 <= topic.start < topic.end <= len(texts[topic.paragraph])


def test_run_time_scores_equal_the_training_side() -> None:
    """training.train wrote what PyTorch, scipy and scikit-learn make of the same contract with unrounded weights."""
    expected = json.loads(AGREEMENT.read_text(encoding="utf-8"))
    model = load_model()
    signals, reading = read_signals(model, expected["texts"])
    whole, fine = apply_stack(model.stack, signals, reading)
    for name in ("paragraph_linear", "paragraph_network", "sentence_linear", "sentence_network"):
        assert np.abs(getattr(signals, name) - np.array(expected[name])).max() < 0.4, name
    assert np.abs(whole - np.array(expected["paragraph"])).mean() < 0.005
    assert np.abs(fine - np.array(expected["sentence"])).mean() < 0.005


def test_the_model_is_small_and_plain() -> None:
    assert MODEL.stat().st_size <= 10_000_000
    with np.load(MODEL, allow_pickle=False) as arrays:
        assert all(arrays[name].dtype != object for name in arrays.files)


def test_the_model_knows_the_topics_of_the_phrases() -> None:
    assert load_model().topics == TOPICS


def spent_on(contract: tuple[Paragraph, ...]) -> float:
    """Seconds of processor time."""
    begin = time.process_time()
    find_topics(contract)
    return time.process_time() - begin


@pytest.mark.benchmark
def test_contracts_of_150_paragraphs_are_read_in_time() -> None:
    with gzip.open(shared("cuad", "cuad_public.jsonl.gz"), "rt", encoding="utf-8") as lines:
        contracts = [texts[:150] for texts in (json.loads(line)["paragraphs"] for line in lines) if len(texts) >= 150][:8]
    best = [min(spent_on(paragraphs(*texts)) for _ in range(5)) for texts in contracts]
    assert sum(best) / len(best) < 0.06


def test_the_model_computes_on_one_thread() -> None:
    """A second thread of the linear algebra waits in a loop: it doubles the processor time and gains nothing."""
    load_model()
    assert {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"} == {1}


def _network(model: Model, step: int) -> Network:
    return replace(model.networks[0], step=step)


@pytest.mark.parametrize("step", [1, 2])
def test_the_networks_threes_are_a_convolution_over_the_whole_contract(step: int) -> None:
    """Block by block or all at once: the same, also where a block ends and beyond the contract's edges."""
    model = load_model()
    texts = [text for _ in range(12) for text in SHORT_TERMS]
    reading = read_texts(texts, model.vocabulary)
    network = _network(model, step)
    words = network.words[reading.tokens]
    pad = np.zeros((step, words.shape[1]), dtype=np.float32)
    before, after = np.concatenate([pad, words[:-step]]), np.concatenate([words[step:], pad])
    found = before @ network.left + words @ network.middle + after @ network.right
    first = np.unique(reading.sentence, return_index=True)[1]
    known, place = np.unique(reading.tokens, return_inverse=True)
    expected = np.maximum(np.maximum.reduceat(found, first, axis=0) + network.conv_bias, 0)
    groups = group_rows(reading.sentence, reading.owner.size)
    assert reading.tokens.size > 2 * BLOCK
    assert np.allclose(strongest_threes(network, network.words[known], place, groups), expected, atol=1e-4)


def test_two_networks_answer_with_their_mean() -> None:
    model = load_model()
    reading = read_texts(SHORT_TERMS, model.vocabulary)
    pair = (_network(model, 1), _network(model, 2))
    single = [run_networks([network], reading)[0] for network in pair]
    assert np.allclose(run_networks(pair, reading)[0], (single[0] + single[1]) / 2, atol=1e-5)


def test_words_are_folded_and_numbers_alike() -> None:
    assert words_of("The Client’s fee: £1,200 in 30 days") == ["the", "client's", "fee", "£", "0", "0", "in", "0", "days"]


@pytest.mark.parametrize("text", ["7. CONFIDENTIALITY", "Article IV: Term and Termination", "Payment"])
def test_a_heading_is_known_by_its_text(text: str) -> None:
    assert looks_like_heading(text)


@pytest.mark.parametrize("text", ["The Client shall pay the fees within thirty days of the invoice.", "", "and the following;"])
def test_a_sentence_is_no_heading(text: str) -> None:
    assert not looks_like_heading(text)


def test_a_paragraph_stands_under_the_nearest_heading() -> None:
    assert headings_of(
        ["Payment", "The fees are due within a week.", "They are final and are not refunded.", "Term", "It runs on for a year."]
    ).tolist() == [-1, 0, 0, 0, 3]


def test_folding_keeps_offsets() -> None:
    text = "“Fees”\u00a0— naïve\u00adly\nİ"
    assert len(fold(text)) == len(text)


def test_a_phrase_marks_its_own_sentence_only() -> None:
    texts = ["Fees are due now. This Agreement is governed by the laws of France."]
    hits = match_phrases(texts, read_texts(texts, {}))
    assert hits[:, TOPICS.index("governing_law")].tolist() == [False, True]


def test_pairs_do_not_cross_the_end_of_a_sentence() -> None:
    reading = read_texts(["Pay now. Leave here."], {"pay": 1, "now": 2, "leave": 3, "here": 4})
    assert len(sentence_features(reading)[1]) == 4 + 2


def test_keys_that_the_table_lacks_are_left_out() -> None:
    rows, columns = find_columns(np.array([10, 20, 30]), np.array([0, 1, 2]), np.array([30, 25, 10]))
    assert (rows.tolist(), columns.tolist()) == ([0, 2], [2, 0])


def test_a_row_of_single_words_has_length_one() -> None:
    columns = np.array([0, 1, 1])
    weights = weigh(np.zeros(3, dtype=np.int64), columns, np.zeros(2, dtype=np.int64), np.array([1.0, 2.0], dtype=np.float32))[2]
    assert np.isclose(float((weights**2).sum()), 1.0)


def test_a_paragraph_without_sentences_gets_the_empty_value() -> None:
    reading = read_texts(["One here.", "", "Two here. Three here."], {})
    best = best_in_paragraph(np.array([[1.0], [2.0], [5.0]], dtype=np.float32), reading, -9.0)
    assert best.tolist() == [[1.0], [-9.0], [5.0]]


def test_neighbouring_likely_sentences_make_one_run() -> None:
    reading = read_texts(["One here. Two here. Three here. Four here."], {})
    fine = np.array([[0.9], [0.8], [0.1], [0.7]], dtype=np.float32)
    runs = find_runs(reading, fine, np.array([[True]]))
    assert [(run.start, run.end) for run in runs] == [(0, 19), (32, 42)]


def test_a_tree_sends_small_numbers_left() -> None:
    whole = np.array([0, 1, 2], dtype=np.int64)
    stump = Forest(
        root=np.array([0]),
        feature=np.zeros(3, dtype=np.int64),
        threshold=np.array([5.0, 0.0, 0.0]),
        left=np.array([1, 1, 2]),
        right=np.array([2, 1, 2]),
        value=np.array([0.0, -1.0, 1.0]),
        start=0.5,
        depth=1,
    )
    assert grow(stump, whole[:, None] * 5.0).tolist() == [-0.5, -0.5, 1.5]
