import pytest

from server.clauses.patterns import ME, THEM, Sieve, compile_pattern, spot


def test_the_sides_match_with_and_without_their_possessive() -> None:
    pattern = compile_pattern("{them} liability")
    assert pattern.search(f"{THEM}'s LIABILITY") and pattern.search(f"{THEM} liability") and not pattern.search(f"{ME}'s liability")


def test_a_counted_gap_and_a_character_class_are_no_placeholders() -> None:
    assert compile_pattern(r"\p{Lu}a{1,2}\b").search("Xaa")


@pytest.mark.parametrize(
    ("source", "says"), [("(", "no valid pattern"), ("(?=x)", "no valid pattern"), ("{him} pays", "only {me} and {them}")]
)
def test_a_pattern_that_is_none_says_why(source: str, says: str) -> None:
    with pytest.raises(ValueError) as wrong:
        compile_pattern(source)
    assert says in str(wrong.value)


def test_the_group_named_here_is_where_the_wording_goes() -> None:
    pattern = compile_pattern("may (?P<here>bite)")
    text = "he may bite"
    found = pattern.search(text)
    assert spot(pattern, found) == (7, 11)


def test_the_sieve_misses_nothing_that_matches() -> None:
    sources = ["{them} may bite", "total liability .* exceed", "a", "(?:not|never) train"]
    texts = [f"{THEM} MAY BITE", "the Total Liability may exceed", "shall NEVER train", "x"]
    sifted = Sieve(sources).sift(texts, texts)
    for source in sources:
        matching = [number for number, text in enumerate(texts) if compile_pattern(source).search(text)]
        assert set(matching) <= set(sifted[source])
