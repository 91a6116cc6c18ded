import pytest

from server.clauses.definitions import add_entry, add_to_definition, find_definition, find_entries, is_defined
from server.model import Contract
from tests.clauses.building import contract

AI = '"AI System" means a model.'


def entry(read: Contract, wording: str = AI) -> tuple[int, str]:
    (after, row), *_ = add_entry(read, wording).rows
    return after, row.text


def test_a_definition_goes_in_by_the_alphabet() -> None:
    read = contract("1. Definitions", '"Agreement" means this.', '"Fees" means money.', '"Work" means all.', "2. Work. Contractor works.")
    assert entry(read) == (1, '"AI System" means a model.')
    assert entry(read, '"Model" means a model.')[0] == 2


def test_a_numbered_list_is_lengthened_at_its_end() -> None:
    read = contract("1. Definitions", '1.1 "Fees" means money.', '1.2 "Work" shall mean all.', "2. Work. Contractor works.")
    assert entry(read) == (2, '1.3 "AI System" shall mean a model.')


def test_a_list_closed_by_semicolons_keeps_them() -> None:
    read = contract("1. Definitions", '(a) "Fees" means money;', '(b) "Work" means all.', "2. Work. Contractor works.")
    growth = add_entry(read, AI)
    assert [row.text for _, row in growth.rows] == ['(c) "AI System" means a model.']
    assert [new for _, new in growth.edits] == [";"]


def test_definitions_that_follow_each_other_are_a_list_without_a_heading() -> None:
    read = contract(
        "Contractor and Client agree:", '"Fees" means money.', '"Term" means a year.', '"Work" means all.', "1. Work. Contractor works."
    )
    assert [one.name for one in find_entries(read)] == ["Fees", "Term", "Work"]


def test_one_definition_in_running_text_is_no_list() -> None:
    assert find_entries(contract('1. Work. "Work" means all that is made.', "2. Pay. Client pays.")) == ()


@pytest.mark.parametrize(
    ("before", "wording", "after"),
    [
        ('"Work Product" means all work.', ", excluding tools", '"Work Product" means all work, excluding tools.'),
        ('"Work Product" means all work;', ", excluding tools", '"Work Product" means all work, excluding tools;'),
        (
            'Contractor makes software (the "Work Product") for pay.',
            ", excluding tools",
            'Contractor makes software, excluding tools (the "Work Product") for pay.',
        ),
        ('"Work Product" means all work.', "Tools are no part of it.", '"Work Product" means all work. Tools are no part of it.'),
        ('"Work Product" means all work;', "Tools are no part of it.", '"Work Product" means all work; tools are no part of it;'),
    ],
)
def test_words_are_added_to_a_definition_where_its_sentence_ends(before: str, wording: str, after: str) -> None:
    read = contract(before, "1. Work. Contractor works.")
    term = find_definition(read, ["Deliverables", "Work Product"])
    assert term is not None
    ((span, new),) = add_to_definition(read, term, wording).edits
    assert before[: span.start] + new + before[span.end :] == after


def test_a_term_that_is_used_but_not_defined_is_no_definition() -> None:
    read = contract('1. Work. "Fees" means money.', "2. Work. Contractor makes it.")
    assert find_definition(read, ["Deliverables"]) is None
    assert is_defined(read, "fees") and not is_defined(read, "Deliverables")
