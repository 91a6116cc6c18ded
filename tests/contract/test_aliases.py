from __future__ import annotations

from server.contract.aliases import as_party
from server.contract.roles import Standing
from server.contract.short_names import Named
from server.model import Party

STANDING = Standing("contractor", "pays", 0.9)


def party(text: str, *shorts: str, name: str = "Acme Ltd") -> Party:
    return as_party(Named(name, shorts, 0), STANDING, text, True)


def test_a_name_in_headings_only_counts_no_article() -> None:
    assert party("Consultant shall work. Consultant's fee. The Consultant", "Consultant").article == ""


def test_most_uses_decide_about_the_article() -> None:
    assert party("the Consultant shall work; the Consultant's fee; Consultant", "Consultant").article == "the"


def test_us_speaks_for_we_and_me_for_i() -> None:
    assert party("we pay. us.", "us", "we").short == ("we",)
    assert party("I write. I bill. me.", "me").subject == "I"


def test_i_is_singular_and_we_plural() -> None:
    assert (party("I write.", "I").plural, party("we pay", "we").plural) == (False, True)


def test_capital_you_keeps_its_capital() -> None:
    assert party("If You agree, Your work is Yours.", "You").possessive == "Your"


def test_without_any_short_name_the_full_one_is_used() -> None:
    assert party("Acme Ltd pays.").subject == "Acme Ltd"
