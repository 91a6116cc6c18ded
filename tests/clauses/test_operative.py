from server.clauses.operative import closing, contents_lines, last_words, top_row
from server.clauses.topic_headings import section_on
from server.model import Contract, Paragraph, Section
from tests.clauses.building import contract, numbered

TITLES = ("Fees", "Secrets", "Liability", "Termination", "Law")


def with_contents() -> Contract:
    """Titles and page numbers, then the sections themselves."""
    listed = [f"{n}. {title} ..... {n + 2}" for n, title in enumerate(TITLES, 1)]
    text = [line for n, title in enumerate(TITLES, 1) for line in (f"{n}. {title}", f"What the parties agree on {title.lower()}.")]
    lines = [*listed, *text]
    sections = [Section(str(n), title, n - 1, n - 1) for n, title in enumerate(TITLES, 1)]
    sections += [Section(str(n), title, 3 + 2 * n, 4 + 2 * n) for n, title in enumerate(TITLES, 1)]
    return numbered([Paragraph(n, "body", line) for n, line in enumerate(lines)], sections)


def test_a_list_of_contents_is_known_by_its_titles_that_come_back() -> None:
    assert contents_lines(with_contents()) == frozenset(range(5))


def test_titles_that_do_not_come_back_are_the_contract_itself() -> None:
    assert contents_lines(contract("1. Fees", "2. Dogs", "3. Law", "4. Cats", "5. Term", "The Client pays.")) == frozenset()


def test_no_section_is_looked_for_in_the_contents() -> None:
    read = with_contents()
    assert top_row(read) == (5, 6, 7, 8, 9)
    assert section_on(read, "liability") == 7


def test_the_title_of_the_contract_is_no_section_on_its_topic() -> None:
    lines = [
        "NON-DISCLOSURE AGREEMENT",
        "Between A and B.",
        "1. Purpose",
        "Talks.",
        "2. Duties of the Recipient",
        "Silence.",
        "3. Law",
        "English.",
    ]
    sections = [Section("", lines[0], 0, 1), *(Section(str(n), lines[2 * n][3:], 2 * n, 2 * n + 1) for n in (1, 2, 3))]
    read = numbered([Paragraph(n, "body", line) for n, line in enumerate(lines)], sections)
    assert section_on(read, "confidentiality") is None


def test_a_heading_that_belongs_to_what_follows_is_not_among_a_sections_last_words() -> None:
    lines = ["1.1 Secrets. Keep them.", "Reports", "2.1 Reporting. Report."]
    read = numbered(
        [Paragraph(n, "body", line) for n, line in enumerate(lines)], [Section("1.1", "Secrets", 0, 1), Section("2.1", "Reporting", 2, 2)]
    )
    assert last_words(read, 0, 1) == 0


def test_lines_of_the_page_are_not_among_the_last_words() -> None:
    lines = ["1. Fees. Pay.", "In Confidence 1 May", "2. Law. English.", "In Confidence 2 May", "3. Term. A year.", "In Confidence 3 May"]
    read = numbered(
        [Paragraph(n, "body", line) for n, line in enumerate(lines)], [Section(str(n + 1), "", 2 * n, 2 * n + 1) for n in range(3)]
    )
    assert [last_words(read, 2 * n, 2 * n + 1) for n in range(3)] == [0, 2, 4]


def test_a_provision_on_signing_is_no_signature() -> None:
    read = contract("1. Signature. This Agreement may be signed in counterparts.", "2. Law. English.", "Signatures:", "______")
    assert closing(read, 0, 4) == 2
