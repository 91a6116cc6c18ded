from __future__ import annotations

from server.contract.short_names import Named
from server.contract.stand_ins import count_uses, find_doers, find_role_words, with_short


def test_those_who_promise_most_stand_in() -> None:
    text = "Watchit will provide content. Oceanic agrees to pay. Watchit shall help. Oceanic will pay. This Agreement shall end."
    assert [one.name for one in find_doers(text)] == ["Oceanic", "Watchit"]


def test_in_a_long_text_one_promise_is_too_few() -> None:
    promises = "Watchit will provide content. Oceanic agrees to pay."
    assert [one.name for one in find_doers(promises)] == ["Oceanic", "Watchit"]
    assert find_doers(promises + " Nothing is said here." * 200) == []


def test_the_commonest_pair_of_role_words_stands_in() -> None:
    text = "The Developer codes for the Customer. The Developer is paid. The Customer pays. A Vendor is named once."
    assert [one.name for one in find_role_words(text)] == ["Developer", "Customer"]


def test_no_role_words_no_stand_ins() -> None:
    assert find_role_words("Nothing here.") == []


def test_a_short_name_is_taken_from_the_full_one_only_if_used() -> None:
    used, unused = "Acme Robotics codes. Acme Robotics bills.", "Somebody codes."
    assert with_short(Named("Acme Robotics, Inc.", (), 0), used).shorts == ("Acme Robotics",)
    assert with_short(Named("Acme Robotics, Inc.", (), 0), unused).shorts == ()


def test_uses_are_whole_words() -> None:
    assert count_uses("Acme", "Acme, Acmes and Acme's") == 2


def test_a_role_word_before_a_name_is_its_short_name() -> None:
    one = Named("Supplier Coolabah Code Pty Ltd", (), 0)
    assert with_short(one, "The Supplier must work. The Supplier must invoice.") == Named("Coolabah Code Pty Ltd", ("Supplier",), 0)


def test_who_acts_comes_before_what_is_only_spoken_of() -> None:
    text = "Maintenance Charges shall rise. Maintenance Charges will be due. Maintenance Charges shall fall. SEV shall keep records. DCL shall pay SEV."
    assert {one.name for one in find_doers(text)} == {"SEV", "DCL"}


def test_names_given_to_either_side_in_turn_are_nobodys() -> None:
    text = "The Receiving Party shall keep it. The Receiving Party shall return it. Acme shall pay Beta. Beta shall deliver."
    assert {one.name for one in find_doers(text)} == {"Acme", "Beta"}


def test_a_name_in_capitals_is_called_as_the_text_calls_it() -> None:
    one = Named("T-MOBILE NETHERLANDS B.V.", (), 0)
    assert with_short(one, "T-Mobile shall host it. T-Mobile is paid. T-Mobile may stop.").shorts == ("T-Mobile",)
