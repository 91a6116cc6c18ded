from __future__ import annotations

import pytest

from server.contract.roles import find_kin, fold_names, judge_roles


def roles(text: str, *aliases: tuple[str, ...], mutual: bool = False) -> list[str]:
    return [standing.role for standing in judge_roles(text, aliases, mutual)]


@pytest.mark.parametrize(
    ("contractor", "client"),
    [("Consultant", "Company"), ("Supplier", "Buyer"), ("Licensor", "Licensee"), ("Recipient", "Discloser"), ("Freelancer", "Agency")],
)
def test_names_that_say_a_role_settle_it(contractor: str, client: str) -> None:
    assert roles("", (client,), (contractor,)) == ["client", "contractor"]


@pytest.mark.parametrize(
    "text",
    [
        "Acme shall pay Beta $500.",
        "Beta shall provide the services to Acme. Fees are paid by Acme.",
        "Acme engages Beta to build a model.",
        "Acme wishes to engage Beta.",
        "Beta hereby assigns to Acme all rights. Beta shall submit invoices.",
        "Beta is an independent contractor of Acme.",
        "Acme appoints Beta as its adviser.",
        "Beta hereby appoints Acme as its exclusive distributor.",
        "The work performed by Beta for Acme is good. Acme shall pay the fees.",
        "ACME SHALL PAY BETA $500.",
    ],
)
def test_conduct_tells_who_works_and_who_pays(text: str) -> None:
    assert roles(text, ("Acme",), ("Beta",)) == ["client", "contractor"]


def test_you_and_we_are_judged_like_names() -> None:
    text = "We book you by email. You will do the work. We will pay you. Your day rate is agreed."
    assert roles(text, ("we",), ("you",)) == ["client", "contractor"]


def test_a_company_may_be_the_one_who_works() -> None:
    text = "Company shall provide the services to Allscripts. Allscripts shall pay Company the fees. Company shall submit invoices."
    assert roles(text, ("Allscripts",), ("Company",)) == ["client", "contractor"]


def test_a_mutual_nda_has_no_contractor() -> None:
    assert roles("Acme shall pay Beta.", ("Acme",), ("Beta",), mutual=True) == ["other", "other"]


def test_a_sale_of_shares_has_no_contractor() -> None:
    text = "The Founder sells the shares. The Company pays for the shares, being stock and securities."
    assert roles(text, ("Company",), ("Founder",)) == ["other", "other"]


def test_words_that_say_nothing_leave_the_roles_open() -> None:
    assert roles("Acme and Beta are friends.", ("Acme",), ("Beta",)) == ["other", "other"]


def test_a_third_person_in_the_middle_is_neither() -> None:
    text = "Acme shall pay Beta the fees. Beta shall perform the services. Gamma is the parent of Acme."
    assert roles(text, ("Acme", "Client"), ("Beta", "Contractor"), ("Gamma",)) == ["client", "contractor", "other"]


def test_a_reason_and_a_confidence_are_given() -> None:
    weak, strong = (
        judge_roles("Acme shall pay Beta.", [("Acme",), ("Beta",)], False),
        judge_roles("", [("Client",), ("Consultant",)], False),
    )
    assert (weak[0].reason, strong[1].reason) == ("pays", "is named by its role")
    assert 0 < weak[1].confidence < strong[1].confidence <= 1


def test_names_are_folded_whole_and_longest_first() -> None:
    assert fold_names("The Acme Group pays Acme. Acmes do not.", [("Acme",), ("Acme Group",)]) == "\ue001 pays \ue000. Acmes do not."


def test_a_role_word_in_small_letters_is_no_name() -> None:
    assert fold_names("a consultant of the Consultant", [("Consultant",)]) == "a consultant of \ue000"


def test_affiliates_stand_on_one_side() -> None:
    text = "Vireo shall perform the services. Castellan shall pay Vireo the fees."
    aliases = (("Vireo", "Vireo Labs LLC"), ("Vireo Europe", "Vireo Europe B.V."), ("Castellan", "Castellan Insurance Company"))
    assert roles(text, *aliases) == ["contractor", "contractor", "client"]


def test_a_guarantor_is_no_supplier_though_it_bears_the_suppliers_name() -> None:
    aliases = (("Supplier", "Tessellate AI Limited"), ("Customer", "Harbour Trust"), ("Guarantor", "Tessellate Group plc"))
    assert roles("", *aliases) == ["contractor", "client", "other"]


def test_two_companies_of_one_name_that_face_each_other_are_not_affiliates() -> None:
    assert find_kin((("Palmer Capital LLC",), ("Palmer Fund Inc.",))) == ()


def test_evidence_that_cancels_out_settles_nothing() -> None:
    both = "Acme shall deliver the products to Beta. Beta shall deliver the products to Acme. Acme shall pay Beta. Beta shall pay Acme. "
    assert roles(both * 20 + "Acme shall pay Beta.", ("Acme",), ("Beta",)) == ["other", "other"]


def test_the_one_who_is_bound_by_an_nda_is_the_contractor() -> None:
    text = "Confidentiality Agreement. Acme intends to disclose secrets to Beta. Beta shall keep them and shall not use them."
    assert roles(text, ("Acme",), ("Beta",)) == ["client", "contractor"]


def test_who_bears_a_joint_name_does_what_it_does() -> None:
    text = "The Sellers shall deliver the products to Oak. Oak shall pay the Sellers."
    assert roles(text, ("Ash", "Sellers"), ("Elm", "Sellers"), ("Oak",)) == ["contractor", "contractor", "client"]


def test_where_only_the_one_who_pays_is_told_the_others_face_it() -> None:
    assert roles("Oak shall pay the fees.", ("Ash Ltd",), ("Elm Ltd",), ("Oak",)) == ["contractor", "contractor", "client"]


def test_plain_english_short_forms_are_read_in_full() -> None:
    assert roles("We'll pay you £300 a day. You'll do the work for us.", ("we",), ("you",)) == ["client", "contractor"]


def test_who_leans_to_a_side_is_told_where_nobody_clearly_works() -> None:
    low, high = judge_roles("alliance agreement. Acme's data is used. Beta is liable to Acme.", (("Acme",), ("Beta",)), mutual=False)
    assert (low.role, high.role) == ("other", "other") and high.lean > 0 > low.lean


def test_who_answers_for_a_side_is_on_neither() -> None:
    text = "Vendor shall perform the services for Buyer. Buyer shall pay Vendor. Parent guarantees Buyer's payments."
    assert roles(text, ("Vendor",), ("Buyer",), ("Parent",)) == ["contractor", "client", "other"]


def test_those_who_share_a_name_are_judged_together_though_one_is_called_by_a_role() -> None:
    assert frozenset({1, 2}) in find_kin((("ISO",), ("FDMS", "SERVICERS"), ("Bank", "SERVICERS")))
