"""Facts of a contract and its habits of drafting."""

from __future__ import annotations

from dataclasses import dataclass

from server.model.document import Span


@dataclass(frozen=True, slots=True)
class Amount:
    """Money. currency: ISO 4217 ("USD"), "" unknown; value: as a decimal number without grouping ("12500.00")."""

    span: Span
    value: str
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Percentage:
    """A share. value: the number alone ("1.5")."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date. iso: "2026-03-01", "" for one left blank; of: what it dates, by its defined term ("Effective Date") or ""."""

    span: Span
    iso: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time: number and unit (day | business day | hour | week | month | quarter | year)."""

    span: Span
    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference. kind: section | schedule | document | field.

    label: what it points at as written, without the word ("8.2", "4(b)", "IV", "Exhibit A"). target: index into
    `Contract.sections`, None where it points outside the document or nowhere. outside: it names another document's provision.
    """

    span: Span
    kind: str
    label: str
    target: int | None = None
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that clauses extend. kind: survival | order_of_precedence. items: its members in order, each where it stands."""

    kind: str
    span: Span
    items: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the contract says in numbers and names.

    courts: the courts or seat as written, "" none. fees: hourly | daily | weekly | monthly | fixed | milestone | retainer | commission
    | royalty | subscription | unit, most mentioned first.
    """

    dates: tuple[Date, ...] = ()
    periods: tuple[Period, ...] = ()
    amounts: tuple[Amount, ...] = ()
    percentages: tuple[Percentage, ...] = ()
    references: tuple[Reference, ...] = ()
    lists: tuple[Listing, ...] = ()
    fees: tuple[str, ...] = ()
    courts: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """The drafter's habits, for wording that looks like the rest.

    quotes: curly | straight, apostrophes included. term_look: how terms stand where they are defined: quoted | bold | plain.
    provision: the word for one, as written ("Section", "clause", "Article", "paragraph"). duty: shall | will | must.
    spelling: us | uk. agreement: what the document calls itself in running text ("this Agreement", "these Terms", "this letter").
    """

    quotes: str = "straight"
    term_look: str = "quoted"
    provision: str = "Section"
    duty: str = "shall"
    spelling: str = "us"
    agreement: str = "this Agreement"
