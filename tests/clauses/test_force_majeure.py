import pytest

from server.clauses.force_majeure import add_events, find_events
from tests.clauses.building import contract

NEW = ("GPU shortages", "cloud outages")


def longer(*lines: str, after: str = "") -> str:
    read = contract("1. Work. Contractor shall work.", *lines)
    found = find_events(read)
    assert found is not None
    growth = add_events(read, found, NEW, after)
    texts = [paragraph.text for paragraph in read.paragraphs]
    for span, new in reversed(growth.edits):
        text = texts[span.paragraph]
        texts[span.paragraph] = text[: span.start] + new + text[span.end :]
    return "\n".join((*texts[1:], *(row.text for _, row in growth.rows)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Neither party is liable for delay due to war, fire, or other causes beyond its control, provided that it tells the other.",
            "Neither party is liable for delay due to war, fire, GPU shortages, cloud outages, or other causes beyond its control, provided that it tells the other.",
        ),
        (
            "Neither party is in breach if prevented by strikes, fire, flood or other natural disasters.",
            "Neither party is in breach if prevented by strikes, fire, GPU shortages, cloud outages, flood or other natural disasters.",
        ),
        (
            '"Force Majeure" means acts of God, war or terrorism.',
            '"Force Majeure" means acts of God, war, GPU shortages, cloud outages or terrorism.',
        ),
        (
            "Delay is excused by (a) fire; (b) war; or (c) strikes.",
            "Delay is excused by (a) fire; (b) war; (c) strikes; (d) GPU shortages; or (e) cloud outages.",
        ),
        (
            "No one is liable for delay by fire, war, flood.",
            "No one is liable for delay by fire, war, flood, GPU shortages, cloud outages.",
        ),
        (
            "We are not liable for delay beyond our reasonable control.",
            "We are not liable for delay beyond our reasonable control, including GPU shortages and cloud outages.",
        ),
        (
            "If an event outside a party's control delays it, it is not in breach.",
            "If an event outside a party's control (including GPU shortages and cloud outages) delays it, it is not in breach.",
        ),
    ],
)
def test_events_go_into_the_list_in_its_own_grammar(before: str, after: str) -> None:
    assert longer(f"2. Force Majeure. {before}") == f"2. Force Majeure. {after}"


def test_events_in_rows_get_rows_of_their_own() -> None:
    text = longer(
        "2. Force Majeure. The following events beyond a party's control excuse it:",
        "(a) fire;",
        "(b) war; and",
        "(c) flood.",
        after="It ends then.",
    )
    assert text.split("\n")[2:] == ["(b) war;", "(c) flood;", "(d) GPU shortages; and", "(e) cloud outages. It ends then."]


def test_a_sentence_may_follow_the_list() -> None:
    text = longer("2. Force Majeure. Neither party is liable for delay by war, fire or flood. More.", after="Either party may then end it.")
    assert text.endswith("cloud outages or flood. Either party may then end it. More.")


@pytest.mark.parametrize(
    "line",
    [
        "Force majeure does not include strikes, fire or war among its own staff.",
        "Contractor insures against fire, flood and war.",
        "Contractor has control of the work.",
    ],
)
def test_other_sentences_excuse_nothing(line: str) -> None:
    assert find_events(contract("1. Work. Contractor shall work.", f"2. {line}")) is None
