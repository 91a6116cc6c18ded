"""Reading a contract: paragraphs in, everything the other rooms need out."""

from __future__ import annotations

from collections.abc import Sequence

from server.contract.courts import read_courts
from server.contract.fees import read_fees
from server.contract.kinds import read_kind, read_title
from server.contract.language import judge, read_language
from server.contract.law import read_jurisdiction
from server.contract.lead_ins import find_lead_ins
from server.contract.listings import read_lists
from server.contract.money import read_amounts, read_percentages
from server.contract.numbers import read_dates, read_periods
from server.contract.parties import find_parties
from server.contract.references import read_references
from server.contract.role_words import role_word
from server.contract.sections import read_sections
from server.contract.sentences import split_sentences
from server.contract.style import read_style
from server.contract.terms import find_terms
from server.contract.topics import find_topics
from server.model import Contract, Facts, Paragraph, Section, Span, Style


def understand(paragraphs: Sequence[Paragraph], me: str = "") -> Contract:
    """The document read as a contract: sections, sentences, parties and roles, terms, facts, habits; doubt is in `notes`.

    me: any name the contract gives the reader's side; "" to infer the contractor's. `paragraphs[i].index` must be i.
    Nothing is raised: what cannot be told is left out, with a Note where it matters.
    """
    paragraphs = tuple(paragraphs)
    sections = read_sections(paragraphs)
    parties, notes = find_parties(paragraphs, sections, me)
    language = read_language(paragraphs)
    title = read_title(paragraphs)
    style = read_style(paragraphs)
    kind = read_kind(paragraphs, sections, title)
    named = len(parties) > 1 and not any(role_word(party.name) for party in parties)
    insertable, doubts = judge(paragraphs, language, named or kind not in ("other", "letter"))
    return Contract(
        paragraphs,
        sections=sections,
        terms=find_terms(paragraphs, sections, parties),
        parties=parties,
        topics=find_topics(paragraphs),
        notes=(*doubts, *notes),
        kind=kind,
        language=language,
        jurisdiction=read_jurisdiction(paragraphs),
        title=title,
        sentences=tuple(tuple(Span(p.index, start, end) for start, end in split_sentences(p.text)) for p in paragraphs),
        lead_ins=find_lead_ins(paragraphs, sections),
        facts=read_facts(paragraphs, sections, style),
        style=style,
        insertable=insertable,
    )


def read_facts(paragraphs: Sequence[Paragraph], sections: Sequence[Section], style: Style) -> Facts:
    """The contract's numbers and names, each where it stands."""
    references = read_references(paragraphs, sections)
    return Facts(
        dates=read_dates(paragraphs, style.spelling == "uk"),
        periods=read_periods(paragraphs),
        amounts=read_amounts(paragraphs),
        percentages=read_percentages(paragraphs),
        references=references,
        lists=read_lists(paragraphs, references, sections),
        fees=read_fees(paragraphs),
        courts=read_courts(paragraphs),
    )
