import pytest

from server.clauses.placeholders import Placeholder, placeholders, split_wording


def test_a_wording_is_split_at_its_placeholders() -> None:
    assert split_wording("{me} may use {term:Fees|fees}.") == (Placeholder("me"), " may use ", Placeholder("term", "Fees|fees"), ".")


def test_the_alternatives_of_a_term_come_in_order() -> None:
    assert placeholders("{term:Work Product| results}")[0].options == ("Work Product", "results")


@pytest.mark.parametrize(
    ("wording", "says"),
    [
        ("{mee} pays", "unknown placeholder {mee}"),
        ("{param}", "needs a name"),
        ("{me:x}", "nothing after a colon"),
        ("{me pays", "curly bracket"),
        ("{verb:grants}", "two forms"),
        ("{section:No Such}", "must name a rule"),
    ],
)
def test_a_placeholder_that_does_not_exist_is_named(wording: str, says: str) -> None:
    with pytest.raises(ValueError, match=says.replace("{", r"\{").replace("}", r"\}")):
        split_wording(wording)
