from __future__ import annotations

from server.contract.vocabulary import words


def test_words_are_split_at_spaces_and_phrases_joined_by_underscores() -> None:
    assert words("client end_user", "buyer") == {"client", "end user", "buyer"}
