"""What the report measures the model against, and the contracts it is measured on."""

from server.contract.topic_phrases import TOPICS
from tests.contracts.whole import read_wholes
from training.baselines import below_both, predict_by_regexes
from training.corpus import Document, folds_of
from training.styles import ROWS, measure_styles


def test_a_hand_regex_answers_with_the_sentence_that_holds_its_words() -> None:
    text = "We met in May. This Agreement is governed by the laws of France."
    found = [line for line in predict_by_regexes(Document("one", ["Law", text], []))["predictions"] if line["category"] == "governing_law"]
    assert [(line["paragraph"], text[line["start"] : line["end"]]) for line in found] == [
        (1, "This Agreement is governed by the laws of France.")
    ]


def test_a_figure_between_the_baselines_is_not_below_both() -> None:
    assert not below_both(0.5, (0.4, 0.6))
    assert below_both(0.3, (0.4, 0.6))


def test_a_family_lies_whole_in_one_fold() -> None:
    fold = folds_of(["a", "b", "c", "d"], {"a": "x", "b": "y", "c": "x", "d": "x"})
    assert len({fold["a"], fold["c"], fold["d"]}) == 1


def test_every_contract_that_is_not_held_out_is_measured() -> None:
    styles = measure_styles()
    assert len(styles) == len(read_wholes())
    assert all(0 < style.found <= style.labelled for style in styles)


def test_the_rows_of_the_catalogue_name_topics_of_the_model() -> None:
    assert {topic for topics in ROWS.values() for topic in topics.split()} <= set(TOPICS)
