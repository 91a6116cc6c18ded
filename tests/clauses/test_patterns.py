import pytest

from server.clauses.patterns import ME, THEM, Known, Sieve, compile_pattern, spot


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


def test_a_pattern_without_letters_of_its_own_may_match_every_text() -> None:
    texts = ["one", "", "two"]
    assert {source: list(places) for source, places in Sieve([".", "{me}?"]).sift(texts, texts).items()} == {
        ".": [0, 1, 2],
        "{me}?": [0, 1, 2],
    }
    assert Sieve(["."]).sift([], []) == {".": range(0)}


def test_a_text_asked_for_again_is_answered_the_same() -> None:
    sieve, known = Sieve(["{them} may bite", "total liability", "\\d"]), Known({}, {})
    texts = [text.encode() for text in ("total liability", f"{THEM} may bite", "total liability 5")]
    first = sieve.sift(texts, texts, known)
    assert set(known.named) == set(known.plain) == set(texts)
    assert sieve.sift(texts, texts, known) == first == sieve.sift(texts, texts)


def test_what_a_sieve_has_compiled_is_not_compiled_again_and_outlives_it() -> None:
    source = "(?P<here>bite) of a sieve that is gone"
    Sieve([source])
    pattern = compile_pattern(source)
    assert spot(pattern, pattern.search("a BITE of a sieve that is gone")) == (2, 6)


def test_a_sieve_says_which_pattern_is_none() -> None:
    with pytest.raises(ValueError, match="no valid pattern"):
        Sieve(["fine", "("])
