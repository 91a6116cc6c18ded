from server.clauses.spelling import spell


def test_british_contracts_get_british_words() -> None:
    assert spell("A license to use anonymized data; Willful acts", "uk") == "A licence to use anonymised data; Wilful acts"


def test_the_verb_keeps_its_s() -> None:
    assert spell("shall license it under the license", "uk") == "shall license it under the licence"


def test_american_contracts_stay_as_they_are() -> None:
    assert spell("a license", "us") == "a license"
