from server.contract.number_words import value_of


def test_numbers_in_words_have_their_value_with_or_without_a_hyphen() -> None:
    assert [value_of(words) for words in ("Thirty", "forty-five", "forty five", "one hundred and twenty", "a")] == [30, 45, 45, 120, 1]


def test_other_words_are_worth_nothing() -> None:
    assert value_of("several") == 0
