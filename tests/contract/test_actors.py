from __future__ import annotations

from server.contract.actors import find_actors, says_role


def test_whoever_pays_or_promises_is_an_actor_whatever_its_name() -> None:
    text = "The Business shall pay the Virtual Assistant. The Virtual Assistant assigns all rights to the Business."
    assert find_actors(text) == {"business", "virtual assistant"}


def test_a_thing_that_does_something_is_none() -> None:
    assert find_actors("This Agreement shall engage nobody. The Services will be good. The Software shall start.") == frozenset()


def test_a_role_is_a_word_that_says_one_or_an_actor() -> None:
    assert says_role("Consultant", frozenset()) and says_role("The Business", frozenset({"business"}))
    assert not says_role("Business", frozenset())
