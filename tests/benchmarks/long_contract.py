"""A generated 100-page contract: about 2,000 paragraphs, 80,000 words, 40,000 runs, 40 tables. Always the same."""

from __future__ import annotations

from tests.docx_language import package, run

WORDS = [
    "the",
    "Contractor",
    "shall",
    "deliver",
    "each",
    "Deliverable",
    "to",
    "the",
    "Client",
    "in",
    "accordance",
    "with",
    "this",
    "Agreement",
    "and",
    "any",
    "applicable",
    "Statement",
    "of",
    "Work",
    "provided",
    "that",
    "no",
    "fee",
    "falls",
    "due",
    "before",
    "acceptance",
    "unless",
    "otherwise",
    "agreed",
    "in",
    "writing",
    "by",
    "both",
    "parties",
]
LOOKS = ("", "<w:b/>", "", "<w:i/>", "", "", '<w:color w:val="1F3864"/>', "")


def long_contract(paragraphs: int = 2000, runs: int = 20, words: int = 2) -> bytes:
    """The bytes of the contract: every 50th paragraph stands in a table of its own."""
    blocks = []
    for number in range(paragraphs):
        pieces = []
        for at in range(runs):
            start = (number * 7 + at * words) % len(WORDS)
            text = " ".join(WORDS[(start + k) % len(WORDS)] for k in range(words)) + " "
            pieces.append(run(text, LOOKS[at % len(LOOKS)]).replace("<w:r>", f'<w:r w:rsidR="00{number:06d}">'))
        block = f'<w:p><w:pPr><w:spacing w:after="120"/></w:pPr>{"".join(pieces)}</w:p>'
        if number % 50 == 25:
            block = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{block}</w:tc></w:tr></w:tbl>"
        blocks.append(block)
    return package("".join(blocks))
