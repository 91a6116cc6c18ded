"""Names: of companies and people, cut out of the descriptions around them; and the words that are a role rather than a name."""

from __future__ import annotations

import re

from server.contract.vocabulary import words

CONTRACTOR_WORDS = words(
    "contractor independent_contractor consultant freelancer provider service_provider services_provider supplier vendor "
    "developer designer",
    "subcontractor sub-contractor licensor seller advisor adviser engineer writer author artist photographer illustrator translator editor",
    "creator creative agent_developer studio performer instructor trainer coach speaker analyst programmer specialist expert architect",
    "recipient receiving_party employee manufacturer servicer processor administrator contributor outsourcer integrator worker copywriter",
    "videographer producer composer musician talent influencer interim_executive operator maintenance_provider host hosting_provider",
    "transfer_agent sub-processor data_processor intern advisor_firm contract_worker professional technician",
)
CLIENT_WORDS = words(
    "client customer company employer buyer purchaser licensee hirer principal discloser disclosing_party owner controller",
    "sponsor subscriber end_user user publisher recipient_of_services commissioner engager end_client data_controller council authority",
    "service_recipient organization organisation museum charity hiring_party corporation startup brand "
    "contracting_authority university institution",
)
NEUTRAL_WORDS = words(
    "agency distributor reseller franchisee franchisor affiliate partner bank university trust guarantor lender borrower agent member",
    "lessor lessee landlord tenant assignor assignee transferor transferee shareholder investor marketing_affiliate merchant",
    "undersigned party_a party_b first_party second_party firm you we us i me",
)
_FILLERS = words("company party entity firm")
ROLE_WORDS = CONTRACTOR_WORDS | CLIENT_WORDS | NEUTRAL_WORDS

SUFFIX = (
    r"(?:Inc(?:orporated)?|INC(?:ORPORATED)?|LLC|L\.L\.C|Ltd|LTD|Limited|LIMITED|Corp(?:oration)?|CORP(?:ORATION)?|GmbH"
    r"|GMBH|AG|S\.?A\.?S?|N\.?V"
    r"|B\.?V|PLC|plc|Plc|LLP|L\.L\.P|LP|L\.P|Co|CO|Company|COMPANY|Pty|PTY|S\.?R\.?L|S\.r\.l|SRL|SARL|AB|ApS|A/S|Oy|KG|KK|K\.K|Pte|PTE|N\.A"
    r"|Trust|TRUST|Bank|BANK|Association|ASSOCIATION|University|UNIVERSITY|Foundation|FOUNDATION|Partners|PARTNERS|Group"
    r"|GROUP|Holdings|HOLDINGS"
    r"|Partnership|PARTNERSHIP|Institute|Council|Authority|CIC|SE|UG|PC|P\.C|PLLC)"
)
_SUFFIX = re.compile(rf"(?<![\w]){SUFFIX}(?![\w])\.?")
_DESCRIPTION = re.compile(
    r"\s*\(\s*[^()]{0,30}\d{3}|\s*\(\s*(?i:UEN|NRIC|company|ABN|ACN|no\.?|number|reg|CRN|VAT|operating|passport|I\.?D\.?"
    r"|EIN|SIREN|CIN)\b|\s(?:ABN|ACN|UEN|CRN|NRIC|RFC|CIN|EIN)\s"
    r"|\s*[,(]\s*(?:(?:a|an|the)\s(?!/)|having\b|with\b|whose\b|located\b|of\s(?=\d|the\b|\[|[A-Z][a-z]+[, ])"
    r"|incorporated\b|registered\b|organi[sz]ed\b|acting\b"
    r"|on behalf\b|for itself\b|duly\b|existing\b|residing\b|resident\b|company (?:no|number|reg)"
    r"|reg(?:istration)?\.? (?:no|number)|doing\b|d/?b/?a\b"
    r"|dba\b|trading\b|formerly\b|f/k/a\b|together\b|including\b|in (?:its|his|her)\b|as\b|by\b|at\b|which\b|who\b|through\b|collectively\b"
    r"|individually\b|both\b|each\b|hereinafter\b|hereafter\b|hereby\b|\d)"
    r"|\s+(?:a|an)\s+(?:[A-Z][a-z]+\s){0,3}(?:corporation|company|limited|individual|partnership|sole|private|public|limited liability)\b"
    r"|\s+(?:having|whose|with (?:its|a|an|offices?|principal|registered)|located at|located in|residing"
    r"|incorporated (?:in|under|and)|organi[sz]ed under"
    r"|registered (?:in|at|office|with)|a (?:company|corporation)|acting (?:through|by|as)|on (?:behalf|its own)"
    r"|trading as|doing business|dba\b|d/b/a\b|of \d"
    r"|is (?:made|entered|effective|dated)|as of\b|dated\b|effective\b|\(\s*company\b|with respect to|for the\b"
    r"|to provide\b|\(\s*(?:and|together)\b)"
    r"|\s*[;:\n]|\s+hereinafter\b|\s+hereafter\b|\s+\(\s*(?:hereinafter|hereafter|collectively)"
)
_OPENING = re.compile(
    r"(?:[\s,;:.)\]\u2013\u2014-]|\b(?i:by and between|by and among|between|among|amongst|and|both|either of|either|made by|by)\b|&"
    r"|\(\s?(?:\d|[a-zA-Z]|i{1,3})\s?\)|\d[.)]\s|(?:the )?(?:parties|undersigned|following parties)(?: are)?\b|"
    r"(?i:to|from|re|client|customer|supplier|contractor|consultant|company)\s*:|(?:first|second|one|other) part\b|of the\b|on the\b)+"
)
_PLACEHOLDER = re.compile(
    r"^[\s\W_]*$|^\s*(?:\[.{0,120}\]?|\{.{0,80}\}?|<.{0,80}>?|_{2,}.*|\.{4,}.*|X{3,}|insert\b.*)\s*$", re.IGNORECASE | re.DOTALL
)
_SENTENCE = re.compile(
    r"\bexchange commission\b|\b(?:apply|applies|whenever|has|have|shall|will|means?|receipt|agrees?|represents|may|must"
    r"|provides?|within|under|pursuant|such|which|that|this|hereby|to|in witness)\b"
    r"|^(?:whereas|signatures?|signed|agreed|accepted|executed|by|name|title|date|to|from|address|now|witness\w*|recitals?"
    r"|background|overview)\b",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"\b(?:(?i:inc|llc|ltd|limited|corp|corporation|plc|llp|gmbh|pty|pte|incorporated)|L\.L\.C|B\.?V|N\.?V|S\.?A|AG|LP|L\.P)(?!\w)\.?"
)
_ADDRESS = re.compile(rf"(.*?(?:{_FORM.pattern}))\s+(?:\d|P\.?O\.? |of\s)")
_ABBREVIATED = re.compile(r"(?:\b(?:Inc|Ltd|Corp|Co|Pte|Pty|Bros)|\b[A-Z](?:\.[A-Z])+)\.$", re.IGNORECASE)
_PERSON = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+)?[A-Z][\w'’-]+(?:\s+(?:[A-Z]\.?|[a-z]{2,3}|[A-Z][\w'’-]+)){1,4}")


def cut_name(text: str) -> str:
    """The name at the start of some words of a preamble, without what describes it (", a Delaware corporation"); "" for none."""
    opening = _OPENING.match(text)
    rest = text[opening.end() :] if opening else text
    end = _DESCRIPTION.search(rest, 1)
    name = " ".join((rest[: end.start()] if end else rest).split()).strip(' ,;:"“”*')
    address = _ADDRESS.match(name)
    name = address[1] if address else name
    name = _without_place(name)
    if name.endswith(".") and not _ABBREVIATED.search(name):
        name = name.rstrip(".")
    if name.count("(") > name.count(")"):
        name = name[: name.rindex("(")].strip()
    return name if 1 < len(name) <= 140 else ""


def _without_place(name: str) -> str:
    """ "Jane Doe, Leeds" is Jane Doe; "Acme, Inc." keeps its form."""
    for comma in re.finditer(r",", name):
        head, tail = name[: comma.start()], name[comma.end() :]
        if (is_company(head) or is_person(head)) and not re.match(rf"\s*(?:{SUFFIX})(?!\w)", tail):
            return head.strip()
    return name


def is_company(name: str) -> bool:
    """Whether a name carries a company's legal form ("Ltd", "LLC", "GmbH")."""
    return bool(_SUFFIX.search(name))


def has_form(name: str) -> bool:
    """Whether a name ends in a legal form that cannot be part of another name ("Ltd", not "Bank")."""
    return bool(re.search(rf"(?:{_FORM.pattern})\W*$", name))


def without_form(name: str) -> str:
    """A company's name without its legal form: "Acme Robotics" of "Acme Robotics, Inc."."""
    return re.sub(rf"(?:,?\s+{SUFFIX}\.?)+$", "", name).strip(" ,")


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: two to five capitalised words and no legal form."""
    return bool(_PERSON.fullmatch(name)) and not is_company(name) and name.lower() not in ROLE_WORDS


def is_placeholder(name: str) -> bool:
    """Whether a name is still to be filled in ("[Client]", "{customer_name}", "____")."""
    return bool(_PLACEHOLDER.match(name))


def is_name(name: str) -> bool:
    """Whether words can be a party's name: capitalised or beginning with a digit, and not a sentence or a heading."""
    if not name or len(name.split()) > 14 or _SENTENCE.search(name):
        return False
    first = name.split()[0]
    return any(letter.isupper() or letter.isdigit() for letter in first) or "." in first.strip(".")


def role_word(short: str) -> str:
    """The role that a short name says ("the Consultant", "Consultant Company"): contractor | client | neutral, "" for any other name."""
    word = short.lower().removeprefix("the ").strip()
    bare = " ".join(part for part in word.split() if part not in _FILLERS)
    return _role_of(word) or _role_of(bare)


def _role_of(word: str) -> str:
    singular = word[:-1] if word.endswith("s") and word[:-1] in ROLE_WORDS else word
    for role, group in (("contractor", CONTRACTOR_WORDS), ("client", CLIENT_WORDS), ("neutral", NEUTRAL_WORDS)):
        if singular in group:
            return role
    return ""
