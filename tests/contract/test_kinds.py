from __future__ import annotations

import pytest

from server.contract.kinds import read_kind, read_title
from server.contract.sections import read_sections
from tests.contract.drafting import contract, paragraphs


def kind(*lines: str) -> str:
    text = paragraphs(*lines)
    return read_kind(text, read_sections(text), read_title(text))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("MASTER SERVICES AGREEMENT", "msa"),
        ("Professional Services Agreement", "msa"),
        ("STATEMENT OF WORK NO. 3", "sow"),
        ("MUTUAL NON-DISCLOSURE AGREEMENT", "nda"),
        ("Confidentiality Undertaking", "nda"),
        ("CONSULTING AGREEMENT", "consulting"),
        ("Independent Contractor Agreement", "consulting"),
        ("SOFTWARE LICENCE AGREEMENT", "license"),
        ("Freelance Terms (version 6)", "terms"),
        ("Terms and Conditions", "terms"),
        ("Data Processing Addendum", "dpa"),
        ("Amendment No. 2 to the Supply Agreement", "addendum"),
        ("ORDER FORM AND RIDER", "order_form"),
        ("FRANCHISE AGREEMENT", "other"),
    ],
)
def test_the_title_tells_the_kind(title: str, expected: str) -> None:
    assert kind(title, "Between Acme Ltd and Beta Ltd.", "1. Scope") == expected


def test_a_letter_is_told_by_its_address() -> None:
    assert kind("Acme Ltd", "Dear Ana", "We are pleased to engage you.") == "letter"


def test_without_a_title_what_the_document_calls_itself_tells() -> None:
    assert (
        kind(
            'This Consulting Agreement (the "Agreement") is made by Acme Ltd and Jane Doe on the first day of May and has no title at all over it.'
        )
        == "consulting"
    )


def test_a_form_under_a_master_agreement_is_its_own_kind() -> None:
    assert kind("Professional Services Agreement", "SOW", "| Services | Models |", "| Fees | $5 |") == "sow"


@pytest.mark.parametrize("line", ["1. Payment Terms", "Payment Terms", "Re: your agreement", "How to set up an agreement", "Key Terms"])
def test_other_lines_are_no_titles(line: str) -> None:
    assert read_title(paragraphs(line, "Some words follow here.")) == ""


def test_the_title_is_given_as_written() -> None:
    assert read_title(paragraphs("Exhibit 10.1", "CONSULTING AGREEMENT", "Between Acme and Jane.")) == "CONSULTING AGREEMENT"


def test_plain_prose_is_of_no_kind() -> None:
    assert kind("The sea is blue.") == "other"


def test_a_heading_behind_the_preamble_is_no_title() -> None:
    lines = (
        'FORM OF CONTENT LICENSE AGREEMENT THIS CONTENT LICENSE AGREEMENT (this "Agreement"), dated as of 1 May 2015, is entered into between '
        "Sun Culture Limited, a company of Beijing, as the licensor, and On Demand Holdings, Inc., a Nevada corporation of New York, as the licensee.",
        "TERMS AND CONDITIONS",
        "1. Definitions.",
    )
    read = contract(*lines)
    assert (read.title, read.kind) == ("CONTENT LICENSE AGREEMENT", "license")


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Commission letter", "letter"), ("Contract for the Development of a Component", "consulting"), ("Letter of Appointment", "letter")],
)
def test_titles_in_other_words(title: str, kind: str) -> None:
    assert contract(title, "The parties agree that work shall be done.").kind == kind
