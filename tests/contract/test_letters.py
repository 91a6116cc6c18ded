from __future__ import annotations

from server.contract.letters import latin


def test_capitals_and_small_letters_are_those_of_the_european_languages() -> None:
    name = latin(r"[A-Z][a-z]+")
    assert name.fullmatch("École") and name.fullmatch("Østergård") and name.fullmatch("Łódź")


def test_a_small_letter_is_no_capital() -> None:
    assert not latin(r"[A-Z]+").fullmatch("é")
