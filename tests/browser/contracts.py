"""Small contracts for the page: one with musts of every kind in it, and such that make trouble."""

from __future__ import annotations

from tests.docx_language import docx

MARKUP = "<img src=x onerror=alert(1)>"


def consulting(*more: str, model: str = "machine learning models 𝒳") -> bytes:
    """A consulting agreement that the built-in library has a lot to say about; `model`: with a letter of two UTF-16 units."""
    return docx(
        "**CONSULTING AGREEMENT**",
        'This Consulting Agreement is made between Nomad Labs GmbH ("Client") and Jane Roe ("Consultant").',
        f"1. **Services.** Consultant will develop {model} for Client as agreed in writing.",
        "2. **Fees.** Client pays EUR 500 for each day of work within 30 days of an invoice.",
        "3. **Intellectual Property.** All work product shall be deemed a work made for hire and is owned exclusively by Client from its creation.",
        "4. **Liability.** Consultant is liable without limitation for any and all damages arising out of this Agreement.",
        "5. **Confidentiality.** Consultant shall keep all information of Client strictly confidential for ever.",
        "6. **Non-Competition.** For two years after termination Consultant shall not work for any competitor of Client worldwide.",
        "7. **Governing Law.** This Agreement is governed by the laws of Germany.",
        *more,
    )


def with_markup() -> bytes:
    """Words that a careless page would run."""
    return consulting(f"8. Notices. {MARKUP} <script>alert(2)</script> Notices are sent by e-mail.")


def marked_up() -> bytes:
    """A contract with another's tracked changes in it."""
    return consulting("8. Term. This Agreement ends after [-one year-]{+two years+}.")


def endless(sections: int) -> bytes:
    """The same agreement with so many more sections."""
    more = (
        f"{number}. Reports. In month {number} Consultant reports on the progress of the work, names the risks that have come up, and proposes "
        "what is to be done about them; Client answers within five business days."
        for number in range(8, 8 + sections)
    )
    return consulting(*more)
