"""The issues list: every point of a redline with its place, the words, our change and the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from server.model import Contract, Finding, Issue, Memo, Priority, Proposal, Review, Section, Signature
from server.papers.asides import aside_of
from server.papers.email import write_email
from server.papers.names import counterparty, document_name, my_name
from server.papers.steps import shorten, steps_of

PRIORITIES: tuple[Priority, ...] = ("must", "should", "nice")
PRIVATE: Mapping[Priority, str] = {"must": "Must have", "should": "Should have", "nice": "Nice to have"}
# The other side is told what matters most, not what would be given up.
SHARED: Mapping[Priority, str] = {"must": "Key points", "should": "Further points", "nice": "Further points"}
LETTERED = re.compile(r"[a-z]{1,4}")
WORDS = 400  # code points of the contract's words in a cell


def compile_memo(review: Review, marked: Sequence[Proposal], signature: Signature, private: bool) -> Memo:
    """The issues list of a redline. marked: the proposals as written, one for each finding. private: with what only our side may read."""
    contract = review.contract
    chosen = {proposal.finding: proposal for proposal in marked}
    ordered = sorted(review.findings, key=lambda finding: (PRIORITIES.index(finding.priority), finding.anchor.paragraph))
    found = [finding for finding in ordered if finding.id in chosen]
    issues = [_issue(review, finding, chosen[finding.id], number, private) for number, finding in enumerate(found, 1)]
    left = [finding for finding in ordered if finding.id not in chosen] if private else []
    unmarked = tuple(_unmarked(review, finding, number) for number, finding in enumerate(left, len(issues) + 1))
    memo = Memo(
        title="Issues list (private)" if private else "Issues list",
        document=" ".join(contract.title.split()) or document_name(contract),
        me=my_name(contract) or signature.author,
        them=counterparty(contract),
        date=signature.date.date().isoformat(),
        summary=tuple(_summary(issues, unmarked, private)),
        groups=_groups(issues, PRIVATE if private else SHARED),
        unmarked=unmarked,
        private=private,
    )
    return replace(memo, email=write_email(memo))


def _issue(review: Review, finding: Finding, proposal: Proposal, number: int, private: bool) -> Issue:
    return Issue(
        number=number,
        priority=finding.priority,
        section=_place(review.contract, finding, proposal),
        title=finding.title,
        words=shorten(finding.quote.lstrip(" .,;:"), WORDS) if finding.kind == "replace" else "",
        change=steps_of(review.contract, proposal),
        reason=proposal.comment,
        aside=aside_of(review, finding, proposal) if private else None,
    )


def _unmarked(review: Review, finding: Finding, number: int) -> Issue:
    """A finding that the redline leaves alone, with its first wording as what could be asked for."""
    first = next((proposal for proposal in review.proposals if proposal.finding == finding.id), None)
    if first is None:
        empty = Proposal(finding.id, "preferred", ())
        return _issue(review, finding, empty, number, private=False)
    issue = _issue(review, finding, first, number, private=True)
    return replace(issue, aside=replace(issue.aside, rung="")) if issue.aside else issue


def _groups(issues: Sequence[Issue], headings: Mapping[Priority, str]) -> tuple[tuple[str, tuple[Issue, ...]], ...]:
    names = dict.fromkeys(headings[priority] for priority in PRIORITIES)
    groups = ((name, tuple(issue for issue in issues if headings[issue.priority] == name)) for name in names)
    return tuple((name, group) for name, group in groups if group)


def _summary(issues: Sequence[Issue], unmarked: Sequence[Issue], private: bool) -> Iterator[str]:
    if not issues:
        yield "No changes are proposed."
    else:
        sections = len({issue.section for issue in issues})
        yield f"{_counted(len(issues), 'change')} in {_counted(sections, 'place')}, each a tracked change with its reason."
    musts = [issue for issue in issues if issue.priority == "must"]
    if musts and private:
        yield f"{_counted(len(musts), 'point')} could ruin or bind you and should not be given up lightly: {_titles(musts)}."
    elif musts:
        yield f"What matters most to us: {_titles(musts)}."
    if unmarked:
        yield f"{_counted(len(unmarked), 'further point')} found and left unmarked."


def _titles(issues: Sequence[Issue]) -> str:
    return "; ".join(f"{issue.title[:1].lower()}{issue.title[1:]} ({issue.section})" for issue in issues)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number != 1 else ''}"


def _place(contract: Contract, finding: Finding, proposal: Proposal) -> str:
    """The section that a change stands in; for new provisions the number of the first, or the section they follow."""
    name = section_name(contract, finding.anchor.paragraph)
    if proposal.edits or not proposal.insertions:
        return name
    label = proposal.insertions[0].paragraphs[0].label
    return f"new {label}" if any(sign.isdigit() for sign in label) else f"after {name}"


def section_name(contract: Contract, paragraph: int) -> str:
    """The label and heading of the innermost section around a paragraph: "8.2 Liability Cap"; its place by count where it has neither."""
    around = [section for section in contract.sections if section.first <= paragraph <= section.last and (section.label or section.heading)]
    if not around:
        own = contract.paragraphs[paragraph].label
        return own or f"paragraph {paragraph + 1}"
    inner = min(around, key=lambda section: section.last - section.first)
    label = _full_label(contract, inner)
    heading = inner.heading or next((one.heading for one in reversed(around) if one.heading), "")
    return " ".join(part for part in (label, shorten(heading, WORDS // 5)) if part)


def _full_label(contract: Contract, section: Section) -> str:
    """A label as it is cited: "(a)" or "a." under 8.2 is "8.2(a)"."""
    label = section.label.rstrip(".")
    bare = label.strip("()")
    if section.parent is None or not LETTERED.fullmatch(bare):
        return label
    above = _full_label(contract, contract.sections[section.parent])
    return f"{above}({bare})" if above else label
