from server.clauses.topic_headings import has_topic, headed, section_on
from server.model import Contract, Paragraph, Section, Topic

LINES = tuple(Paragraph(number, "body", f"line {number}") for number in range(6))


def contract(*headings: str, topics: tuple[Topic, ...] = ()) -> Contract:
    return Contract(LINES, tuple(Section(str(n + 1), heading, n, n) for n, heading in enumerate(headings)), topics=topics)


def test_a_section_is_found_by_its_heading() -> None:
    assert section_on(contract("Fees", "Limitation of Liability", "General"), "liability_cap") == 1


def test_a_section_that_only_defines_or_excludes_comes_second() -> None:
    assert (
        section_on(contract("Definition of Confidential Information", "Exclusions", "Obligations of Receiving Party"), "confidentiality")
        == 2
    )


def test_a_section_without_a_telling_heading_is_found_by_its_topics() -> None:
    found = contract("Alpha", "Beta", topics=(Topic("confidentiality", 1, 0.9), Topic("confidentiality", 0, 0.2, flag=False)))
    assert section_on(found, "confidentiality") == 1


def test_a_topic_that_is_not_in_the_contract_has_no_section() -> None:
    assert section_on(contract("Fees"), "insurance") is None
    assert not has_topic(contract("Fees"), "insurance")


def test_a_name_that_is_no_known_topic_is_taken_as_heading_words() -> None:
    assert headed("moral rights", "3. Moral Rights") and not headed("moral rights", "Fees")
