import pytest

from server.model import Contract, Party
from server.papers import file_name, file_stem


def named(client: str, *short: str, kind: str = "msa") -> str:
    parties = (Party("Jane Doe", ("Contractor",), "contractor", is_me=True), Party(client, short, "client"))
    return file_name(Contract((), parties=parties, kind=kind), "redline", "2026-11-22", ".docx")


def test_a_file_is_named_by_party_document_what_it_is_and_date() -> None:
    assert named("Acme Ltd", "Client") == "Acme Ltd - MSA - redline 2026-11-22.docx"


@pytest.mark.parametrize(("client", "expected"), [("A/B: Co*", "Client"), ("we", "Client"), ("{client_name}", "Client"), ("", "Client")])
def test_a_name_that_is_none_or_unfit_for_a_file_gives_way_to_the_short_one(client: str, expected: str) -> None:
    assert named(client, "Client") == f"{expected} - MSA - redline 2026-11-22.docx"


def test_without_a_name_or_kind_it_is_still_a_name() -> None:
    assert file_name(Contract(()), "issues list", "2026-11-22", ".csv") == "Agreement - issues list 2026-11-22.csv"


def test_all_files_about_a_contract_begin_alike() -> None:
    contract = Contract((), parties=(Party("Acme Ltd", ("Client",), "client"),), kind="sow")
    assert file_stem(contract) == "Acme Ltd - SOW"
    assert file_name(contract, "clean", "2026-11-22", ".docx") == "Acme Ltd - SOW - clean 2026-11-22.docx"


def test_a_very_long_name_is_cut() -> None:
    assert len(named("Very Long Company Name " * 20, "Client")) < 120
