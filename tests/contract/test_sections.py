from __future__ import annotations

import pytest

from server.contract.sections import read_sections
from server.model import Section
from tests.contract.drafting import paragraphs


def outline(*lines: str, **looks: dict[int, str]) -> list[str]:
    """The sections, each with its depth as dots, its label and heading, and its paragraphs."""
    found = read_sections(paragraphs(*lines, **looks))
    return [f"{'.' * depth(found, one)}{one.label}|{one.heading}|{one.first}-{one.last}" for one in found]


def depth(found: tuple[Section, ...], one: Section) -> int:
    return 0 if one.parent is None else 1 + depth(found, found[one.parent])


def test_decimal_labels_nest_by_their_parts() -> None:
    assert outline("1. Fees", "1.1 The Client shall pay.", "1.2 Interest runs.", "2. Term", "2.1 Two years.") == [
        "1|Fees|0-2",
        ".1.1||1-1",
        ".1.2||2-2",
        "2|Term|3-4",
        ".2.1||4-4",
    ]


def test_list_items_lie_under_their_lead_in() -> None:
    assert outline(
        "2.3 The Contractor shall:",
        "(a) attend;",
        "(b) report, which means:",
        "(i) weekly;",
        "(ii) monthly; and",
        "(c) leave.",
        "2.4 The Client shall pay.",
    ) == [
        "2.3||0-5",
        ".(a)||1-1",
        ".(b)||2-4",
        "..(i)||3-3",
        "..(ii)||4-4",
        ".(c)||5-5",
        "2.4||6-6",
    ]


def test_the_ninth_letter_is_told_from_the_roman_one() -> None:
    lines = ["1. Duties:", *(f"({letter}) duty {letter};" for letter in "abcdefghij")]
    assert [line for line in outline(*lines) if "(i)" in line] == [".(i)||9-9"]


def test_articles_hold_sections_numbered_after_them() -> None:
    assert outline("ARTICLE I. SERVICES", "Section 1.1 Scope. The work is this.", "ARTICLE II. FEES", "Section 2.1 Rate. It is ten.") == [
        "ARTICLE I|SERVICES|0-1",
        ".Section 1.1|Scope|1-1",
        "ARTICLE II|FEES|2-3",
        ".Section 2.1|Rate|3-3",
    ]


def test_automatic_labels_nest_like_typed_ones() -> None:
    labels = {0: "1.", 1: "1.1", 2: "(a)", 3: "1.2", 4: "2."}
    assert outline("Fees", "The Client shall pay:", "on time;", "Interest runs.", "Term", labels=labels) == [
        "1|Fees|0-3",
        ".1.1||1-2",
        "..(a)||2-2",
        ".1.2||3-3",
        "2|Term|4-4",
    ]


def test_headings_without_numbers_are_sections() -> None:
    styles = {0: "Heading 1", 2: "Heading 2", 4: "Heading 1"}
    assert outline("Fees", "The Client pays.", "Interest", "It runs.", "Term", "Two years.", styles=styles) == [
        "|Fees|0-3",
        ".|Interest|2-3",
        "|Term|4-5",
    ]


def test_bold_lead_ins_are_sections_of_the_heading_above() -> None:
    assert outline("7. General Provisions", "**Notices.** They are in writing.", "**Law.** England.")[1:] == [".|Notices|1-1", ".|Law|2-2"]


def test_plain_lead_ins_count_only_as_a_habit() -> None:
    once = outline("Notices. All notices are in writing.", "The parties agree on the rest.")
    habit = outline(
        "Notices. They are written.", "Waiver. There is none.", "Assignment. It needs consent.", "Counterparts. There may be some."
    )
    assert once == []
    assert [line.split("|")[1] for line in habit] == ["Notices", "Waiver", "Assignment", "Counterparts"]


def test_a_number_before_a_street_or_a_month_is_no_label() -> None:
    assert outline("12 Main Street", "2 January 2025") == []


def test_an_initial_is_no_label_but_counted_letters_are() -> None:
    assert outline("J. Smith signs.") == []
    assert [line.split("|")[0] for line in outline("A. Acme makes models.", "B. Jane writes code.")] == ["A", "B"]


def test_a_table_of_contents_is_one_section_and_its_lines_are_no_headings() -> None:
    found = read_sections(
        paragraphs("TABLE OF CONTENTS", "1. Fees\t1", "2. Term\t3", "1. Fees", "The Client pays.", "2. Term", "Two years.")
    )
    assert [(one.kind, one.first, one.last) for one in found] == [("contents", 0, 2), ("provision", 3, 4), ("provision", 5, 6)]


def test_recitals_definitions_schedules_and_signatures_are_told_apart() -> None:
    found = read_sections(
        paragraphs(
            "WHEREAS, Acme makes models;",
            "NOW, THEREFORE, the parties agree as follows:",
            "1. Definitions",
            "1.1 “Fees” means money.",
            "2. Term",
            "IN WITNESS WHEREOF, the parties have signed.",
            "By: ______",
            "Schedule 1",
            "1. The work",
        )
    )
    kinds = [(one.kind, one.first) for one in found]
    assert ("recitals", 0) in kinds
    assert ("definitions", 2) in kinds
    assert ("signature", 5) in kinds
    assert ("schedule", 7) in kinds
    assert found[-1].parent == kinds.index(("schedule", 7))


def test_a_filed_contract_is_no_schedule_although_exhibit_stands_over_it() -> None:
    found = read_sections(paragraphs("Exhibit 10.1", "CONSULTING AGREEMENT", "1. Fees", "The Company pays."))
    assert [one.kind for one in found] == ["provision", "provision"]


def test_numbering_goes_on_after_a_signature_block_of_a_cover_page() -> None:
    found = read_sections(paragraphs("Signed by the parties:", "By: ______", "1. Fees", "1.1 Money.", "2. Term"))
    assert [(one.label, one.parent) for one in found] == [("", None), ("1", None), ("1.1", 1), ("2", None)]


def test_rows_of_a_key_table_are_sections() -> None:
    found = read_sections(paragraphs("| Customer | Acme Ltd |", "| Fees | £500 a day |", "| Governing law | England |"))
    assert [(one.heading, one.kind, one.first, one.last) for one in found] == [
        ("Customer", "row", 0, 1),
        ("Fees", "row", 2, 3),
        ("Governing law", "row", 4, 5),
    ]


def test_a_grid_of_figures_has_no_rows_that_are_sections() -> None:
    assert read_sections(paragraphs("| 1,000 |  |", "| 2,000 |  |")) == ()


def test_a_list_restarted_in_the_next_clause_belongs_to_it() -> None:
    assert outline("1.1 First:", "(a) one;", "(b) two.", "1.2 Second:", "(a) three.")[-1] == ".(a)||4-4"


def test_nothing_has_no_sections() -> None:
    assert read_sections(()) == ()


BODY = "The Client and the Contractor have agreed upon what follows here."


def test_numbered_provisions_after_recitals_are_no_recitals() -> None:
    labels = {2: "1.", 4: "2."}
    assert outline("RECITALS", "The Client needs work.", "Services", BODY, "Fees", BODY, labels=labels) == [
        "|RECITALS|0-1",
        "1|Services|2-3",
        "2|Fees|4-5",
    ]


def test_provisions_without_headings_leave_the_recitals_too() -> None:
    lines = (
        "WHEREAS, the Client needs work; and",
        "WHEREAS, the Contractor has skills;",
        "The Contractor shall work.",
        "The Client shall pay.",
    )
    assert outline(*lines, labels={2: "1.", 3: "2."}) == ["||0-1", "1||2-2", "2||3-3"]


def test_numbered_recitals_stay_recitals_until_the_numbers_start_again() -> None:
    lines = ("Background", "The Client needs work.", "The Contractor has skills.", "Services", BODY, "Fees", BODY)
    assert outline(*lines, labels={1: "1.", 2: "2.", 3: "1.", 5: "2."}) == [
        "|Background|0-2",
        ".1||1-1",
        ".2||2-2",
        "1|Services|3-4",
        "2|Fees|5-6",
    ]
    assert outline(*lines, labels={1: "(A)", 2: "(B)", 3: "1.", 5: "2."})[3:] == ["1|Services|3-4", "2|Fees|5-6"]


def test_the_operative_words_hold_no_provision() -> None:
    lines = ("RECITALS", "1. The Client needs work.", "NOW, THEREFORE, the parties agree as follows:", "1. Services", BODY)
    assert outline(*lines) == ["|RECITALS|0-1", ".1||1-1", "||2-2", "1|Services|3-4"]


def test_a_numbered_background_is_a_section_like_the_others() -> None:
    assert outline("1. Background", "1.1 The Client needs work.", "2. Services", "2.1 Work.")[0] == "1|Background|0-1"


def test_provisions_that_share_a_paragraph_are_sections_with_their_places() -> None:
    lines = paragraphs("1. Fees. The Client pays the fee. 2. Term. It lasts two years.", "3. Law. The law of Texas governs.")
    found = read_sections(lines)
    assert [(one.label, one.heading, one.first, one.last, one.start, one.parent) for one in found] == [
        ("1", "Fees", 0, 0, 0, None),
        ("2", "Term", 0, 0, 34, None),
        ("3", "Law", 1, 1, 0, None),
    ]


def test_a_letters_numbered_points_in_one_paragraph_are_sections() -> None:
    found = read_sections(paragraphs("Dear Jo,\n1. Fees\nWe pay you monthly.\n2. Term\nYou start in May."))
    assert [(one.label, one.heading) for one in found] == [("1", "Fees"), ("2", "Term")]


def test_the_contracts_title_holds_no_provisions() -> None:
    lines = (
        "CONSULTING AGREEMENT",
        "This is made by Acme and Jo.",
        "1. Services",
        "The Consultant shall work.",
        "2. Fees",
        "Acme shall pay.",
    )
    assert outline(*lines) == ["|CONSULTING AGREEMENT|0-1", "1|Services|2-3", "2|Fees|4-5"]


def test_a_line_of_an_address_in_capitals_holds_no_provisions() -> None:
    lines = ("Plutext Pty Ltd", "AUSTRALIA", "Please read this.", "Then sign it.", "1. Services", "You work.", "2. Fees", "We pay.")
    assert outline(*lines)[-2:] == ["1|Services|4-5", "2|Fees|6-7"]


def test_parts_hold_the_provisions_below_their_titles() -> None:
    lines = ("GENERAL TERMS", "1. Services", "You work.", "SPECIAL TERMS", "1. Fees", "We pay.")
    assert outline(*lines) == ["|GENERAL TERMS|0-2", ".1|Services|1-2", "|SPECIAL TERMS|3-5", ".1|Fees|4-5"]


def test_tick_boxes_are_no_rows_of_a_key_table() -> None:
    found = read_sections(paragraphs("| Fees | 100 |", "| [ ] ISO 27001 | yes |", "| Term | 1 year |"))
    assert [one.heading for one in found] == ["Fees", "Term"]


def test_whereas_after_whereas_is_one_set_of_recitals() -> None:
    lines = (
        "**WHEREAS**, the Client needs work;",
        "**WHEREAS**, the Contractor has skills;",
        "**NOW, THEREFORE**, they agree:",
        "1. Fees",
        "Ten.",
    )
    assert outline(*lines) == ["||0-1", "||2-2", "1|Fees|3-4"]


def test_a_lead_in_before_a_sentence_is_the_heading() -> None:
    assert (
        outline("4.2 Term. It lasts a year.", "4.3 Effect of Termination.  Upon any expiration or termination:")[-1]
        == "4.3|Effect of Termination|1-1"
    )


def tree(*lines: str) -> list[str]:
    """Labels and headings, indented by nesting."""
    sections = read_sections(paragraphs(*lines))
    depth: list[int] = []
    for section in sections:
        depth.append(0 if section.parent is None else depth[section.parent] + 1)
    return ["  " * deep + f"{section.label}|{section.heading}" for deep, section in zip(depth, sections, strict=True)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [
                "1 DEFINITIONS",
                "1.1 In this Agreement the words have these meanings.",
                "2 SERVICES",
                "2.1 The Supplier shall serve.",
                "22 LAW",
                "22.1 English law applies.",
                "23 NOTICES",
                "23.1 Notices are in writing.",
                "23.2 They are sent by post.",
            ],
            ["1|DEFINITIONS", "  1.1|", "2|SERVICES", "  2.1|", "22|LAW", "  22.1|", "23|NOTICES", "  23.1|", "  23.2|"],
            id="bare numbers",
        ),
        pytest.param(
            ["22 ASSIGNMENT", "Neither party may assign.", "23 NOTICES", "Notices are in writing.", "24 LAW", "English law applies."],
            ["22|ASSIGNMENT", "23|NOTICES", "24|LAW"],
            id="bare heading excerpt",
        ),
        pytest.param(
            [
                "ARTICLE VII",
                "TERM",
                "7.1 Term. It runs for a year.",
                "ARTICLE VIII",
                "CONFIDENTIALITY",
                "8.1 Secrets. Keep them.",
                "8.2 Return. Give them back.",
                "ARTICLE IX",
                "GENERAL",
                "9.1 Law. Texas law applies.",
            ],
            [
                "ARTICLE VII|TERM",
                "  7.1|Term",
                "ARTICLE VIII|CONFIDENTIALITY",
                "  8.1|Secrets",
                "  8.2|Return",
                "ARTICLE IX|GENERAL",
                "  9.1|Law",
            ],
            id="article 8.1",
        ),
        pytest.param(
            [
                "ARTICLE I DEFINITIONS",
                "Section 1.1 Terms. They are here.",
                "ARTICLE II SERVICES",
                "Section 2.1 Scope. The work covers all of the plan.",
                "Section 2.2 Staff. They come.",
                "ARTICLE V FEES",
                "Section 5.1 Rates. They are high.",
                "(a) daily; and",
                "(b) hourly.",
            ],
            [
                "ARTICLE I|DEFINITIONS",
                "  Section 1.1|Terms",
                "ARTICLE II|SERVICES",
                "  Section 2.1|Scope",
                "  Section 2.2|Staff",
                "ARTICLE V|FEES",
                "  Section 5.1|Rates",
                "    (a)|",
                "    (b)|",
            ],
            id="article section",
        ),
        pytest.param(
            [
                "ARTICLE I",
                "Section 1. Scope. The work covers all of the plan.",
                "Section 2. Staff. The staff are trained for it.",
                "ARTICLE II",
                "Section 1. Rates. The rates are set out in the order.",
                "Section 2. Terms. Payment is due in thirty days.",
            ],
            ["ARTICLE I|", "  Section 1|Scope", "  Section 2|Staff", "ARTICLE II|", "  Section 1|Rates", "  Section 2|Terms"],
            id="article plain sections",
        ),
        pytest.param(
            ["ARTICLE ONE", "SCOPE", "1.1 The work covers all of the plan.", "ARTICLE TWO", "PAY", "2.1 The client pays a lot."],
            ["ARTICLE ONE|SCOPE", "  1.1|", "ARTICLE TWO|PAY", "  2.1|"],
            id="article one",
        ),
        pytest.param(
            [
                "I. SERVICES",
                "A. Scope. The work covers all of the plan.",
                "B. Staff. The staff are trained for it.",
                "II. FEES",
                "A. Rates. The rates are set out in the order.",
                "1. They are charged by the day.",
                "2. They are charged by the hour.",
                "B. Terms. Payment is due in thirty days.",
            ],
            ["I|SERVICES", "  A|Scope", "  B|Staff", "II|FEES", "  A|Rates", "    1|", "    2|", "  B|Terms"],
            id="roman tops",
        ),
        pytest.param(
            [
                "1.0 SERVICES",
                "1.1 The work covers all of the plan.",
                "2.0 FEES",
                "2.1 The rates are set out in the order.",
                "2.1.1 They are charged by the day.",
            ],
            ["1.0|SERVICES", "  1.1|", "2.0|FEES", "  2.1|", "    2.1.1|"],
            id="1.0 style",
        ),
        pytest.param(
            [
                "§ 1 Scope",
                "(1) The work covers all of the plan.",
                "(2) And more.",
                "§ 2 Fees",
                "(1) The rates are set out in the order.",
                "a) daily",
                "b) hourly",
            ],
            ["§ 1|Scope", "  (1)|", "  (2)|", "§ 2|Fees", "  (1)|", "    a)|", "    b)|"],
            id="section sign",
        ),
        pytest.param(
            [
                "ARTICLE IV FEES",
                "4.1 The rates are set out in the order.",
                "ARTICLE V TERM",
                "5.1 Payment is due in thirty days.",
                "ARTICLE VI LAW",
                "6.1 The law of Texas applies.",
                "ARTICLE X END",
                "10.1 The work is done.",
            ],
            ["ARTICLE IV|FEES", "  4.1|", "ARTICLE V|TERM", "  5.1|", "ARTICLE VI|LAW", "  6.1|", "ARTICLE X|END", "  10.1|"],
            id="article i v x singles",
        ),
    ],
)
def test_numbers_nest_in_the_ways_of_many_drafters(lines: list[str], expected: list[str]) -> None:
    assert tree(*lines) == expected
