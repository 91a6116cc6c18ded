import pytest

from server.clauses.clause import Parameter
from server.clauses.parameters import read_value, read_values
from server.errors import WordingError


def parameter(kind: str, **rest: object) -> Parameter:
    return Parameter.model_validate({"type": kind, "name": "it", **rest})


@pytest.mark.parametrize(
    ("asked", "value", "words"),
    [
        (parameter("number"), "2", "two"),
        (parameter("number"), 1.5, "1.5"),
        (parameter("number"), "40", "40"),
        (parameter("choice", choices=("London", "Paris")), "paris", "Paris"),
        (parameter("list"), "Acme, Beta Ltd, Gamma", "Acme, Beta Ltd and Gamma"),
        (parameter("list"), ("Acme",), "Acme"),
        (parameter("money", min=100), "USD 5,000", "USD 5,000"),
        (parameter("money"), "£250.50", "£250.50"),
        (parameter("period", min="7 days", max="6 months"), "30 days", "30 days"),
        (parameter("period"), "twelve (12) months", "twelve (12) months"),
        (parameter("text"), " Tallinn ", "Tallinn"),
    ],
)
def test_a_value_is_written_as_it_stands_in_a_sentence(asked: Parameter, value: str, words: str) -> None:
    assert read_value(asked, value) == words


@pytest.mark.parametrize(
    ("asked", "value", "says"),
    [
        (parameter("number", min=1), "0.5", "at least 1"),
        (parameter("number", max=5), "6", "at most 5"),
        (parameter("number"), "many", "must be a number"),
        (parameter("number"), "nan", "must be a number"),
        (parameter("choice", choices=("London",)), "Rome", "one of: London"),
        (parameter("list", min=2), "Acme", "at least 2"),
        (parameter("list"), " , ", "at least one"),
        (parameter("money", max=100), "EUR 200", "at most 100"),
        (parameter("money"), "a lot", "an amount"),
        (parameter("period", min="7 days"), "3 days", "at least 7 days"),
        (parameter("period"), "soon", "a period"),
        (parameter("text"), "[city]", "without brackets"),
        (parameter("text"), "____", "blanks"),
        (parameter("text"), "  ", "must not be empty"),
    ],
)
def test_a_value_of_another_type_or_out_of_bounds_is_refused(asked: Parameter, value: str, says: str) -> None:
    with pytest.raises(WordingError) as wrong:
        read_value(asked, value)
    assert says in wrong.value.message


def test_defaults_stand_in_and_unknown_names_are_refused() -> None:
    asked = [parameter("number", default=2), Parameter(type="text", name="city")]
    assert read_values(asked, {}) == {"it": "two"}
    assert read_values(asked, {"city": "Oslo"}) == {"it": "two", "city": "Oslo"}
    with pytest.raises(WordingError, match="no parameter named 'its'"):
        read_values(asked, {"its": "2"})
