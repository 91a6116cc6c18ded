from __future__ import annotations

from server.contract.pronouns import read_you_and_we
from tests.contract.drafting import contract, paragraphs

LETTER = (
    "Harbour Studio Ltd",
    "Ms Ana Silva",
    "Dear Ana",
    "We are pleased to engage you. You will design our site and we will pay you £300 a day.",
    "You will send us invoices. We will pay them within 14 days. Your work is ours once we have paid you.",
    "Yours sincerely",
)


def test_a_letter_has_we_who_write_and_you_who_are_addressed() -> None:
    assert [(one.name, one.shorts) for one in read_you_and_we(paragraphs(*LETTER))] == [
        ("Harbour Studio Ltd", ("we",)),
        ("Ms Ana Silva", ("you",)),
    ]


def test_plain_terms_may_define_you_and_we() -> None:
    found = read_you_and_we(
        paragraphs(
            'These terms apply whenever Papercrane Ltd ("Papercrane", "we", "our") books you. "You" means the freelancer in the email.',
            "We book you by email. You do the work, we pay you. You tell us if you are ill and we help you.",
        )
    )
    assert [(one.name, one.shorts) for one in found] == [
        ("Papercrane Ltd", ("we", "Papercrane")),
        ("the freelancer in the email", ("you",)),
    ]


def test_a_stray_you_makes_no_letter() -> None:
    lines = ["The Client shall pay the Consultant within thirty days of each invoice."] * 40
    assert read_you_and_we(paragraphs(*lines, "Thank you for your business.")) == ()


def test_an_undertaking_is_made_by_the_one_who_says_i() -> None:
    lines = (
        "In consideration of my employment by Tessellate Inc. (the Company), I agree:",
        "I will keep secrets. I hereby assign my inventions. I have no prior inventions. I understand this.",
        "Rebecca Sorensen",
    )
    assert [(one.name, one.shorts) for one in read_you_and_we(paragraphs(*lines))] == [("Rebecca Sorensen", ("I",))]


def test_who_is_told_beside_a_named_we_is_you() -> None:
    parties = contract(
        "These terms are a contract between Glimmer OÜ (“Glimmer”, “we”, “us”) and you, the person who accepts them by clicking “Join”"
        " (the “Contributor”). Please read them.",
        "1. You decide when you work. You use your own computer. We pay you every Friday.",
        "2. Your account is yours only. We may close it.",
    ).parties
    assert [(party.short[0], party.person, party.role) for party in parties] == [("we", 1, "client"), ("you", 2, "contractor")]


def test_a_name_may_stand_right_behind_a_pronoun() -> None:
    found = read_you_and_we(
        paragraphs(
            'This is the deal between you and us, Sablefox Media ("Sablefox").',
            "You do the job. We pay you. You tell us when you are done and we look at it. We own it.",
        )
    )
    assert [(one.name, one.shorts) for one in found] == [("Sablefox Media", ("we", "Sablefox")), ("you", ("you",))]


def test_whom_a_letter_is_sent_to_did_not_write_it() -> None:
    found = read_you_and_we(
        paragraphs(
            "Brightwater Analytics",
            "To: Ms Hester Lind, Nordell Retail AB",
            "Dear Hester,",
            "We will build a model for you. Our fee is EUR 24,000. You pay our invoices in 14 days. You give us the data.",
            "Kind regards,",
            "Jonas Weir, Brightwater Analytics",
        )
    )
    assert [one.name for one in found] == ["Brightwater Analytics", "Hester"]


def test_a_name_further_off_is_not_what_a_pronoun_means() -> None:
    found = read_you_and_we(
        paragraphs("These terms apply to all that Bluejay Studio does for you (“you”). We start, you pay. We end, you pay. You own it.")
    )
    assert "Bluejay Studio" not in {one.name for one in found if "you" in one.shorts}
