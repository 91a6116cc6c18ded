"""All that a fully redlined contract has of ours reads as one hand wrote it: over the labelled contracts, the held-out ones and the corpus.

Only the rendered text is looked at; no label is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from server.clauses import Choices, choose, draft, find_risks, load_library
from server.contract import understand
from server.model import Contract, Proposal
from server.redline import pick, with_diffs
from server.word import open_docx, read_paragraphs
from tests.contracts.whole import read_wholes
from tests.shared_material import shared

LIBRARY = load_library()
WHOLES = {whole.name: whole for held_out in (False, True) for whole in read_wholes(held_out=held_out)}
CORPUS = {path.stem: path for path in sorted(shared("corpus", "contracts").glob("*.docx"))}
NAMES = [*WHOLES, *CORPUS]

ROLE_WORDS = [
    "Client",
    "Customer",
    "Company",
    "Contractor",
    "Consultant",
    "Provider",
    "Supplier",
    "Vendor",
    "Developer",
    "Agency",
    "Freelancer",
    "Licensor",
    "Licensee",
    "Recipient",
    "Discloser",
]
REFERENCE = re.compile(
    r"\b(?:Section|section|Clause|clause|Article|Paragraph|paragraph)s? (\d+(?:\.\d+)*(?:\([a-z]+\))*)(?![\d.(]| of the (?!Agreement)(?:[A-Z]|General)| GDPR)"
)
CAPITALISED = re.compile(r"(?<![.!?:”\"“] )(?<!^)(?<![“\"(])\b([A-Z][a-z]+(?: [A-Z][a-z]+)*)\b")
QUOTED = re.compile(r"[“\"]([A-Z][^”\"]{1,60})[”\"]")
DISAGREES = re.compile(
    r"\b(?:we|you|they) (?:has|is|was|does|owns|keeps|grants|indemnifies)\b|\bparties (?:has|is|was)\b|\bI (?:has|is|are)\b", re.IGNORECASE
)
DOUBLED = re.compile(r"  (?! )(?<=\w  )(?=[a-z])|\.\.(?!\.)|,,|;;|\.,|,\.|;\.|\( | \)| [,.;](?!\d)|\b(\w{3,}) \1\b(?<!had had)")
GAP = re.compile(r"\{[a-z_]+:[^}]*\}|\{(?:me|them)\}|\{|\}")
ORDINARY = frozenset(
    [
        "Section",
        "Sections",
        "Clause",
        "Clauses",
        "Article",
        "Articles",
        "Paragraph",
        "Schedule",
        "Appendix",
        "Annex",
        "Exhibit",
        "Agreement",
        "Addendum",
        "Contract",
        "Confidential",
        "Information",
        "Data",
        "Processing",
        "Model",
        "Handover",
        "European",
        "Union",
        "Regulation",
        "Act",
        "Code",
        "United",
        "International",
        "Chamber",
        "Commerce",
        "States",
        "Kingdom",
        "Annexe",
        "Schedules",
        "AI",
        "IP",
    ]
)


@dataclass(frozen=True)
class Ours:
    """A contract with all its findings chosen. texts: our words, one an edit's insertion or a new paragraph."""

    contract: Contract
    picked: tuple[Proposal, ...]
    texts: tuple[str, ...]
    headings: tuple[str, ...]

    @property
    def whole(self) -> str:
        """The contract and our words, in no order."""
        return "\n".join((*(paragraph.text for paragraph in self.contract.paragraphs), *self.texts))


@cache
def ours(name: str) -> Ours:
    whole = WHOLES.get(name)
    data, me = (whole.docx(), whole.me) if whole else (CORPUS[name].read_bytes(), "")
    contract = understand(read_paragraphs(open_docx(data)), me)
    findings = find_risks(contract, LIBRARY)
    chosen = choose(findings, LIBRARY, ",".join(finding.id for finding in findings))[0] if findings else ()
    picked = with_diffs(pick(draft(contract, LIBRARY, findings, Choices(chosen)), chosen, "preferred", ()))
    new = [paragraph for proposal in picked for insertion in proposal.insertions for paragraph in insertion.paragraphs]
    changed = [change.text for proposal in picked for edit in proposal.edits for change in edit.changes if change.kind == "insert"]
    return Ours(contract, tuple(picked), (*changed, *(paragraph.text for paragraph in new)), tuple(one.text[: one.lead] for one in new))


def changed_sentences(name: str) -> Iterator[str]:
    """Our words as they stand: each edited stretch with its neighbourhood, and each new paragraph."""
    read = ours(name)
    for proposal in read.picked:
        for edit in proposal.edits:
            text = read.contract.paragraphs[edit.span.paragraph].text
            yield text[max(0, edit.span.start - 3) : edit.span.start] + edit.new + text[edit.span.end : edit.span.end + 3]
        for insertion in proposal.insertions:
            yield from (paragraph.text for paragraph in insertion.paragraphs)


def labels_after(read: Ours) -> set[str]:
    """Every number under which a provision can be cited after the redline."""
    found: set[str] = set()
    full: list[str] = []
    for section in read.contract.sections:
        own = re.sub(r"^(?:article|section|clause|paragraph)\s+", "", section.label, flags=re.IGNORECASE).rstrip(".:)").lstrip("(")
        parent = full[section.parent] if section.parent is not None else ""
        full.append(f"{parent}({own})" if re.fullmatch(r"[a-z]{1,5}|\d{1,2}", own) and section.label[-1:] == ")" else own or parent)
        found |= {full[-1], own}
    found |= {
        paragraph.label.rstrip(".)").lstrip("(") for proposal in read.picked for one in proposal.insertions for paragraph in one.paragraphs
    }
    return {re.sub(r"\s|^(?:article|section|clause|paragraph)\s", "", label.lower()) for label in found if label}


@pytest.mark.parametrize("name", NAMES)
def test_no_placeholder_reaches_the_contract(name: str) -> None:
    assert [text for text in changed_sentences(name) if GAP.search(text) and not GAP.search(whole_text(name))] == []


def whole_text(name: str) -> str:
    return "\n".join(paragraph.text for paragraph in ours(name).contract.paragraphs)


@pytest.mark.parametrize("name", NAMES)
def test_every_term_of_ours_is_the_contracts_or_defined_by_us(name: str) -> None:
    read = ours(name)
    known = {term.name.lower() for term in read.contract.terms} | {quoted.lower() for quoted in QUOTED.findall(read.whole)}
    text = whole_text(name)
    missing = Counter(
        term
        for words, heading in zip(read.texts, ("",) * len(read.texts), strict=True)
        for term in CAPITALISED.findall(words.removeprefix(heading))
        if len(term.split()) > 1
        and term.lower() not in known
        and term.lower().removesuffix("s") not in known
        and term not in text
        and not set(term.split()) <= ORDINARY
        and term.split()[-1] not in ("Act", "Regulation", "Directive", "Code")  # names of laws
        and not is_title(read, term)
    )
    assert missing == {}


def is_title(read: Ours, term: str) -> bool:
    """Whether the words are the title of a provision or an annex of ours."""
    titles = [insertion.annex.title for proposal in read.picked for insertion in proposal.insertions if insertion.annex]
    heads = [heading for heading in read.headings if heading] + [text for text in read.texts if len(text) < 60]
    starts = re.compile(rf"(?:^|[\s\d.)]){re.escape(term)}[.:]?(?:\s|$)")
    led = [text for text in read.texts if starts.search(text[: len(term) + 14])]
    return any(term in title for title in (*titles, *heads)) or bool(led)


@pytest.mark.parametrize("name", NAMES)
def test_the_sides_are_called_as_the_contract_calls_them(name: str) -> None:
    text = whole_text(name)
    used = {word for words in ours(name).texts for word in ROLE_WORDS if re.search(rf"\b{word}\b", words)}
    assert {word for word in used if not re.search(rf"\b{word}\b", text, re.IGNORECASE)} == set()


@pytest.mark.parametrize("name", NAMES)
def test_what_our_words_refer_to_exists_after_the_redline(name: str) -> None:
    read = ours(name)
    there = labels_after(read)
    cited = {label.lower() for words in read.texts for label in REFERENCE.findall(words)}
    assert {label for label in cited if label not in there and label not in whole_text(name)} == set()


def own_numbers(contract: Contract) -> set[str]:
    """The top numbers that the contract's own sections bear."""
    return {match.group() for section in contract.sections if (match := re.search(r"\d+", section.label))}


@pytest.mark.parametrize("name", NAMES)
def test_the_numbers_of_new_provisions_are_in_sequence_and_no_ones_else(name: str) -> None:
    read = ours(name)
    inserted = [(one.after, p.label) for proposal in read.picked for one in proposal.insertions for p in one.paragraphs if "." in p.label]
    assert [label for label, times in Counter(label for _, label in inserted).items() if times > 1] == []
    for after in sorted({after for after, _ in inserted}):
        rows = [[(int(number), letter) for number, letter in re.findall(r"(\d+)([A-Z]?)", label)] for at, label in inserted if at == after]
        assert rows == sorted(rows)
    squeezed = {match.group(1) for _, label in inserted if (match := re.match(r"(\d+)[A-Z]", label))}
    assert {number for number in squeezed if str(int(number) + 1) not in own_numbers(read.contract)} == set()


@pytest.mark.parametrize("name", NAMES)
def test_no_mark_space_or_word_is_doubled(name: str) -> None:
    original = whole_text(name)
    found = ((words, match.group()) for words in changed_sentences(name) for match in DOUBLED.finditer(words))
    assert [(words, mark) for words, mark in found if mark.strip() not in ("", ".") or mark not in original] == []


@pytest.mark.parametrize("name", NAMES)
def test_subjects_and_verbs_agree(name: str) -> None:
    plural = [party.short[0] for party in ours(name).contract.parties if party.short and party.plural and party.person == 3]
    single = [party.short[0] for party in ours(name).contract.parties if party.short and not party.plural and party.person == 3]
    wrong = [words for words in ours(name).texts if DISAGREES.search(words)]
    wrong += [
        words for words in ours(name).texts for one in single if re.search(rf"\b{re.escape(one)} (?:are|have|do|grant|keep|own)\b", words)
    ]
    wrong += [words for words in ours(name).texts for one in plural if re.search(rf"\b{re.escape(one)} (?:is|has|does|grants)\b", words)]
    assert wrong == []
