"""One test per rule of automatic numbering. Places are written as levels: "0 1 1 0" of list 1, "2:0" of list 2.

LibreOffice 7.4 shows the same labels, but for: lvlRestart and isLgl, which it does not know; pStyle without ilvl; hex and
numberInDash; hidden numbers; a pattern that names a deeper level; an overridden start after a restart; undefined levels.
There ECMA-376-1 17.9 and [MS-OI29500] decide.
"""

from __future__ import annotations

import time

import pytest
from lxml import etree

from server.word.numbering import Label, Numbering, read_numbering
from server.word.styles import NAMESPACE, read_styles
from tests.docx_language import NAMESPACES

NORMAL = '<w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="Normal"/></w:style>'


def lvl(level: int, text: str | None = None, kind: str = "decimal", *, start: int | None = 1, extra: str = "", look: str = "") -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    pattern = f"%{level + 1}." if text is None else text
    return f'<w:lvl w:ilvl="{level}">{begin}<w:numFmt w:val="{kind}"/>{extra}<w:lvlText w:val="{pattern}"/>{look}</w:lvl>'


def full(start: int = 1) -> str:
    """Nine levels: 1, 1.1, 1.1.1, ..."""
    return "".join(lvl(level, ".".join(f"%{above + 1}" for above in range(level + 1)), start=start) for level in range(9))


def num(num_id: int, abstract: int = 0, overrides: str = "") -> str:
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def override(level: int, start: int | None = None, inside: str = "") -> str:
    said = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{level}">{said}{inside}</w:lvlOverride>'


def lists(*abstracts: str, nums: str = "", styles: str = "") -> Numbering:
    bodies = "".join(f'<w:abstractNum w:abstractNumId="{at}">{body}</w:abstractNum>' for at, body in enumerate(abstracts))
    root = etree.fromstring(f"<w:numbering {NAMESPACES}>{bodies}{nums or num(1)}</w:numbering>")
    return read_numbering(root, read_styles(etree.fromstring(f"<w:styles {NAMESPACES}>{NORMAL}{styles}</w:styles>")))


def style(style_id: str, num_id: int | None = None, level: int | None = None, *, base: str = "", kind: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    inside = f'<w:name w:val="{style_id}"/>{based}<w:pPr>{num_pr(num_id, level)}</w:pPr>'
    return f'<w:style w:type="{kind}" w:styleId="{style_id}">{inside}</w:style>'


def num_pr(num_id: int | None, level: int | None) -> str:
    said = ("" if level is None else f'<w:ilvl w:val="{level}"/>') + ("" if num_id is None else f'<w:numId w:val="{num_id}"/>')
    return f"<w:numPr>{said}</w:numPr>" if said else ""


def p_pr(inside: str) -> etree._Element:
    return etree.fromstring(f"<w:pPr {NAMESPACES}>{inside}</w:pPr>")


def place(word: str) -> etree._Element:
    num_id, _, level = word.rpartition(":")
    return p_pr(num_pr(int(num_id or 1), int(level)))


def shown(numbering: Numbering, places: str) -> str:
    """The labels of paragraphs at these places, "-" for none."""
    counter = numbering.counter()
    found = (counter.label(place(word), None) for word in places.split())
    return " ".join("-" if label is None else label.text for label in found)


# ---------------------------------------------------------------- counting
def test_levels_count_and_deeper_ones_begin_again() -> None:
    assert shown(lists(full()), "0 1 1 2 0 1 2 2") == "1 1.1 1.2 1.2.1 2 2.1 2.1.1 2.1.2"


def test_a_skipped_level_counts_as_begun() -> None:
    assert shown(lists(full()), "0 2 1 2 0 1") == "1 1.1.1 1.2 1.2.1 2 2.1"


def test_levels_that_never_came_show_their_start() -> None:
    assert shown(lists(full(start=3)), "1 0") == "3.3 4"


def test_a_level_without_a_start_counts_from_zero() -> None:
    assert shown(lists(lvl(0, start=None)), "0 0") == "0. 1."


def test_lists_of_one_abstract_list_share_its_count() -> None:
    assert shown(lists(full(), nums=num(1) + num(2)), "0 2:0 0 2:1 1") == "1 2 3 3.1 3.2"


def test_lists_of_two_abstract_lists_count_apart() -> None:
    assert shown(lists(full(), full(), nums=num(1) + num(2, 1)), "0 2:0 0") == "1 1 2"


def test_each_counter_counts_for_itself() -> None:
    numbering = lists(full())
    assert shown(numbering, "0 0") == shown(numbering, "0 0") == "1 2"


# ---------------------------------------------------------------- restarts and overrides
def test_an_overridden_start_holds_at_the_first_use_of_its_list_only() -> None:
    assert shown(lists(full(), nums=num(1) + num(2, 0, override(0, 5))), "0 0 2:0 2:0 0 2:0") == "1 2 5 6 7 8"


def test_an_overridden_start_waits_for_its_level() -> None:
    assert shown(lists(full(), nums=num(1) + num(2, 0, override(1, 7))), "0 1 2:0 1 2:1 2:1") == "1 1.1 2 2.1 2.7 2.8"


def test_a_list_that_overrides_all_levels_restarts_one_of_them() -> None:
    every = "".join(override(level, 1) for level in range(9))
    assert shown(lists(full(), nums=num(1) + num(2, 0, every)), "0 1 1 2:1 2:1 2:0 2:1") == "1 1.1 1.2 1.1 1.2 2 2.1"


def test_an_overridden_start_is_the_start_after_a_restart_too() -> None:
    assert shown(lists(full(), nums=num(1) + num(2, 0, override(1, 4))), "0 2:1 2:1 0 2:1") == "1 1.4 1.5 2 2.4"


def test_a_redefined_level_keeps_the_shared_count() -> None:
    redefined = override(0, inside=lvl(0, "(%1)", "upperLetter", start=4))
    assert shown(lists(full(), nums=num(1) + num(2, 0, redefined)), "0 0 2:0 0") == "1 2 (C) 4"


def test_a_redefined_level_starts_where_the_override_says() -> None:
    redefined = override(0, 2, lvl(0, "(%1)", "upperLetter", start=4))
    assert shown(lists(full(), nums=num(1) + num(2, 0, redefined)), "0 0 0 2:0 0") == "1 2 3 (B) 3"


def test_level_restart_zero_never_restarts() -> None:
    levels = lvl(0, "%1") + lvl(1, "%1.%2", extra='<w:lvlRestart w:val="0"/>')
    assert shown(lists(levels), "0 1 1 0 1") == "1 1.1 1.2 2 2.3"


def test_level_restart_names_the_level_after_which_to_restart() -> None:
    levels = lvl(0, "%1") + lvl(1, "%2") + lvl(2, "(%3)", extra='<w:lvlRestart w:val="1"/>')
    assert shown(lists(levels), "0 1 2 2 1 2 0 2") == "1 1 (1) (2) 2 (3) 2 (1)"


def test_a_level_above_the_named_one_restarts_too() -> None:
    levels = lvl(0) + lvl(1) + lvl(2) + lvl(3, "(%4)", extra='<w:lvlRestart w:val="2"/>')
    assert shown(lists(levels), "0 1 2 3 2 3 0 3") == "1. 1. 1. (1) 2. (2) 2. (1)"


def test_a_level_restart_in_an_override_is_not_heeded() -> None:
    redefined = override(1, inside=lvl(1, "%1.%2", extra='<w:lvlRestart w:val="0"/>'))
    assert shown(lists(full(), nums=num(1, 0, redefined)), "0 1 1 0 1") == "1 1.1 1.2 2 2.1"


# ---------------------------------------------------------------- how a label is written
def test_punctuation_and_words_of_the_pattern_stay() -> None:
    levels = lvl(0, "Article %1 ", "upperRoman") + lvl(1, "(%2)", "lowerLetter") + lvl(2, "%1-%3;", "lowerRoman")
    assert shown(lists(levels), "0 1 2 2") == "Article I (a) I-i; I-ii;"


def test_a_legal_level_writes_every_number_in_digits_but_keeps_leading_zeros() -> None:
    levels = lvl(0, "Article %1", "upperRoman") + lvl(1, "%1.%2", "decimalZero", extra="<w:isLgl/>") + lvl(2, "%1.%3", extra="<w:isLgl/>")
    assert shown(lists(levels), "0 0 1 2") == "Article I Article II 2.01 2.1"


def test_a_legal_mark_that_is_off_does_nothing() -> None:
    assert shown(lists(lvl(0, "%1", "upperRoman", extra='<w:isLgl w:val="0"/>')), "0 0") == "I II"


def test_a_level_without_numbers_takes_its_separator_along() -> None:
    levels = lvl(0, "Schedule", "none") + lvl(1, "(%1.%2)") + lvl(2, "%1.%2.%3.")
    assert shown(lists(levels), "0 1 2") == "Schedule (1) 1.1."


def test_a_pattern_that_names_a_deeper_level_is_ignored() -> None:
    assert shown(lists(lvl(0, "%1.%2")), "0") == ""


def test_a_level_that_is_not_defined_shows_nothing_and_still_counts() -> None:
    assert shown(lists(lvl(0)), "0 3 0") == "1.  2."


def test_a_single_level_list_has_one_level_only() -> None:
    assert shown(lists('<w:multiLevelType w:val="singleLevel"/>' + lvl(0)), "0 1 0") == "1. 2. 3."


def test_a_custom_format_pads_with_zeros() -> None:
    custom = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    assert shown(lists(lvl(0).replace('<w:numFmt w:val="decimal"/>', custom)), "0 0") == "001. 002."


def test_a_bullet_has_a_level_and_no_text() -> None:
    counter = lists(lvl(0) + lvl(1, "\N{BULLET}", "bullet")).counter()
    assert counter.label(place("1"), None) == Label("", 1, 1, is_bullet=True)


def test_a_hidden_number_is_counted_and_not_shown() -> None:
    levels = lvl(0, look="<w:rPr><w:vanish/></w:rPr>") + lvl(1, "%1.%2")
    assert shown(lists(levels), "0 0 1") == "  2.1"


# ---------------------------------------------------------------- which list and level
def test_list_zero_a_missing_list_and_a_missing_definition_give_no_label() -> None:
    assert shown(lists(full(), nums=num(1) + num(3, 9)), "0 0:0 7:0 3:0 0") == "1 - - - 2"


def test_a_paragraph_without_list_or_numbered_style_has_no_label() -> None:
    counter = lists(full()).counter()
    assert counter.label(None, None) is None
    assert counter.label(p_pr(""), "Unknown") is None


def test_a_level_beyond_the_ninth_is_the_ninth() -> None:
    assert lists(full()).counter().label(place("12"), None) == Label("1.1.1.1.1.1.1.1.1", 8, 1)


def test_a_style_gives_its_list_and_the_level_linked_to_it() -> None:
    levels = lvl(0, "%1", extra='<w:pStyle w:val="One"/>') + lvl(1, "%1.%2", extra='<w:pStyle w:val="Two"/>')
    named = style("One", 1) + style("Two", 1) + style("Based", base="Two") + style("Freed", 0, base="Two") + style("Stated", 1, 1)
    counter = lists(levels, styles=named).counter()
    found = [counter.label(None, name) for name in ("One", "Two", "Based", "Freed", "Stated", "One")]
    assert [label and label.text for label in found] == ["1", "1.1", "1.2", None, "1.3", "2"]


def test_a_level_linked_to_a_style_that_has_no_list_does_not_number_it() -> None:
    assert lists(lvl(0, extra='<w:pStyle w:val="One"/>'), styles=style("One")).counter().label(None, "One") is None


def test_what_the_paragraph_says_goes_before_its_style() -> None:
    numbering = lists(full(), lvl(0, "(%1)", "lowerLetter"), nums=num(1) + num(2, 1), styles=style("Two", 1, 1))
    counter = numbering.counter()
    found = [counter.label(p_pr(num_pr(*said)), "Two") for said in ((None, None), (None, 0), (1, None), (2, 0), (0, None))]
    assert [label and label.text for label in found] == ["1.1", "2", "2.1", "(a)", None]


def test_a_list_style_leads_to_the_list_that_defines_it_and_shares_its_count() -> None:
    linked = '<w:numStyleLink w:val="Ours"/>'
    numbering = lists(linked, '<w:styleLink w:val="Ours"/>' + full(), nums=num(1) + num(2, 1), styles=style("Ours", 2, kind="numbering"))
    assert shown(numbering, "0 1 2:0") == "1 1.1 2"


def test_a_list_style_that_is_missing_is_found_by_the_list_that_claims_it() -> None:
    assert shown(lists('<w:numStyleLink w:val="Ours"/>', '<w:styleLink w:val="Ours"/>' + full()), "0 1") == "1 1.1"


def test_list_styles_that_name_each_other_do_not_hang() -> None:
    circle = '<w:numStyleLink w:val="Ours"/>'
    assert shown(lists(circle, nums=num(1), styles=style("Ours", 1, kind="numbering")), "0") == ""


def test_a_list_property_that_was_changed_counts_as_it_is_now() -> None:
    before = f'<w:pPrChange w:id="1" w:author="Other"><w:pPr>{num_pr(1, 0)}</w:pPr></w:pPrChange>'
    added = num_pr(1, 0).replace("</w:numPr>", '<w:ins w:id="2" w:author="Other"/></w:numPr>')
    counter = lists(full()).counter()
    assert counter.label(p_pr(before), None) is None
    assert counter.label(p_pr(added), None) == Label("1", 0, 1)


def test_an_empty_paragraph_that_ends_a_section_is_not_counted() -> None:
    section = num_pr(1, 0) + "<w:sectPr/>"
    empty = etree.fromstring(f"<w:p {NAMESPACES}><w:pPr>{section}</w:pPr></w:p>")
    words = etree.fromstring(f"<w:p {NAMESPACES}><w:pPr>{section}</w:pPr><w:r><w:t>Term</w:t></w:r></w:p>")
    counter = lists(full()).counter()
    assert counter.label(empty[0], None) is None
    assert counter.label(words[0], None) == Label("1", 0, 1)


def test_a_document_without_a_numbering_part_has_no_labels() -> None:
    numbering = read_numbering(None, read_styles(None))
    assert numbering.counter().label(place("0"), "Heading1") is None
    assert numbering.levels(1) == ()


# ---------------------------------------------------------------- foreseeing
def test_peek_tells_the_next_label_of_a_list_and_counts_nothing() -> None:
    numbering = lists(full(), nums=num(1) + num(2, 0, override(0, 9)))
    counter = numbering.counter()
    assert counter.peek(1, 1) == Label("1.1", 1, 1)
    counter.label(place("0"), None)
    counter.label(place("1"), None)
    assert [counter.peek(1, 1), counter.peek(1, 0), counter.peek(2, 0)] == [Label("1.2", 1, 1), Label("2", 0, 1), Label("9", 0, 2)]
    assert counter.peek(5, 0) is None
    assert counter.label(place("1"), None) == Label("1.2", 1, 1)


def test_the_formats_of_a_list_can_be_asked_for() -> None:
    levels = lists(lvl(0) + lvl(1, "(%2)", "lowerLetter")).levels(1)
    assert len(levels) == 9
    assert (levels[1].kind, levels[1].pattern) == ("lowerLetter", ("(", 1, ")"))


# ---------------------------------------------------------------- robustness and speed
@pytest.mark.parametrize("broken", ["", '<w:lvl w:ilvl="99"/>', "<w:lvl/>", '<w:lvl w:ilvl="0"><w:start w:val="many"/></w:lvl>'])
def test_a_broken_definition_gives_an_empty_label(broken: str) -> None:
    assert shown(lists(broken, nums=num(1, 0, '<w:lvlOverride w:ilvl="x"/>') + "<w:num/>"), "0 1") == " "


@pytest.mark.benchmark
def test_two_thousand_paragraphs_take_under_twenty_milliseconds() -> None:
    root = etree.fromstring(
        f"<w:body {NAMESPACES}>" + "".join(f"<w:p><w:pPr>{num_pr(1, at % 4)}</w:pPr></w:p>" for at in range(2000)) + "</w:body>"
    )
    properties = [paragraph.find(f"{NAMESPACE}pPr") for paragraph in root]
    numbering = lists(full())
    taken = []
    for _ in range(10):
        counter = numbering.counter()
        begun = time.process_time()
        for each in properties:
            counter.label(each, None)
        taken.append(time.process_time() - begun)
    assert min(taken) < 0.02, f"{min(taken) * 1000:.1f} ms"
