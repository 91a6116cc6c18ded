"""Names: of companies and people, cut out of the descriptions around them; and the words that are a role rather than a name."""

from __future__ import annotations

import re

from server.contract.vocabulary import words

CONTRACTOR_WORDS = words(
    "contractor independent_contractor consultant freelancer provider service_provider services_provider supplier vendor developer designer",
    "subcontractor sub-contractor licensor seller advisor adviser engineer writer author artist photographer illustrator translator editor",
    "creator creative agent_developer studio performer instructor trainer coach speaker analyst programmer specialist expert architect",
    "recipient receiving_party employee manufacturer servicer processor administrator contributor outsourcer integrator worker copywriter",
    "videographer producer composer musician talent influencer interim_executive operator maintenance_provider host hosting_provider",
    "transfer_agent sub-processor data_processor intern founder advisor_firm contract_worker professional technician",
)
CLIENT_WORDS = words(
    "client customer company employer buyer purchaser licensee hirer principal discloser disclosing_party owner controller",
    "sponsor subscriber end_user user publisher recipient_of_services commissioner engager end_client data_controller council authority",
    "service_recipient corporation startup brand contracting_authority university institution",
)
NEUTRAL_WORDS = words(
    "agency distributor reseller franchisee franchisor affiliate partner bank university trust guarantor lender borrower agent member",
    "lessor lessee landlord tenant assignor assignee transferor transferee shareholder investor marketing_affiliate merchant",
    "party_a party_b first_party second_party firm you we us i me",
)
ROLE_WORDS = CONTRACTOR_WORDS | CLIENT_WORDS | NEUTRAL_WORDS

SUFFIX = (
    r"(?:Inc(?:orporated)?|INC(?:ORPORATED)?|LLC|L\.L\.C|Ltd|LTD|Limited|LIMITED|Corp(?:oration)?|CORP(?:ORATION)?|GmbH|GMBH|AG|S\.?A\.?S?|N\.?V"
    r"|B\.?V|PLC|plc|Plc|LLP|L\.L\.P|LP|L\.P|Co|CO|Company|COMPANY|Pty|PTY|S\.?R\.?L|S\.r\.l|SRL|SARL|AB|ApS|A/S|Oy|KG|KK|K\.K|Pte|PTE|N\.A"
    r"|Trust|TRUST|Bank|BANK|Association|ASSOCIATION|University|UNIVERSITY|Foundation|FOUNDATION|Partners|PARTNERS|Group|GROUP|Holdings|HOLDINGS"
    r"|Partnership|PARTNERSHIP|Institute|Council|Authority|CIC|SE|UG|PC|P\.C|PLLC)"
)
_SUFFIX = re.compile(rf"(?<![\w]){SUFFIX}(?![\w])\.?")
_DESCRIPTION = re.compile(
    r"\s*[,(]\s*(?:(?:a|an|the)\s(?!/)|having\b|with\b|whose\b|located\b|of\s(?=\d|the\b|\[|[A-Z][a-z]+[, ])|incorporated\b|registered\b|organi[sz]ed\b|acting\b"
    r"|on behalf\b|for itself\b|duly\b|existing\b|residing\b|resident\b|company (?:no|number|reg)|reg(?:istration)?\.? (?:no|number)|doing\b|d/?b/?a\b"
    r"|dba\b|trading\b|formerly\b|f/k/a\b|together\b|including\b|in (?:its|his|her)\b|as\b|by\b|at\b|which\b|who\b|through\b|collectively\b"
    r"|individually\b|both\b|each\b|hereinafter\b|hereafter\b|hereby\b|\d)"
    r"|\s+(?:a|an)\s+(?:[A-Z][a-z]+\s){0,3}(?:corporation|company|limited|individual|partnership|sole|private|public|limited liability)\b"
    r"|\s+(?:having|whose|with (?:its|a|an|offices?|principal|registered)|located at|located in|residing|incorporated (?:in|under|and)|organi[sz]ed under"
    r"|registered (?:in|at|office|with)|a (?:company|corporation)|acting (?:through|by|as)|on (?:behalf|its own)|trading as|doing business|dba\b|d/b/a\b|of \d"
    r"|is (?:made|entered|effective|dated)|as of\b|dated\b|effective\b|\(\s*company\b|with respect to|for the\b|to provide\b|\(\s*(?:and|together)\b)"
    r"|\s*[;:\n]|\s+hereinafter\b|\s+hereafter\b|\s+\(\s*(?:hereinafter|hereafter|collectively)"
)
_OPENING = re.compile(
    r"(?:[\s,;:.)\]\u2013\u2014-]|\b(?:by and between|by and among|between|among|amongst|and|AND|BETWEEN|&|both|either|either of|made by|by)\b"
    r"|\(\s?(?:\d|[a-zA-Z]|i{1,3})\s?\)|\d[.)]\s|(?:the )?(?:parties|undersigned|following parties)(?: are)?\b|"
    r"(?:first|second|one|other) part\b|of the\b|on the\b)+"
)
_PLACEHOLDER = re.compile(
    r"^[\s\W_]*$|^\s*(?:\[.{0,120}\]?|\{.{0,80}\}?|<.{0,80}>?|_{2,}.*|\.{4,}.*|X{3,}|insert\b.*)\s*$", re.IGNORECASE | re.DOTALL
)
_PERSON = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+)?[A-Z][\w'’-]+(?:\s+(?:[A-Z]\.?|[a-z]{2,3}|[A-Z][\w'’-]+)){1,4}")


def cut_name(text: str) -> str:
    """The name at the start of some words of a preamble, without what describes it (", a Delaware corporation"); "" for none."""
    opening = _OPENING.match(text)
    rest = text[opening.end() :] if opening else text
    end = _DESCRIPTION.search(rest, 1)
    name = " ".join((rest[: end.start()] if end else rest).split())
    name = name.strip(' ,;:."“”()*') + ("." if re.search(r"\b(?:Inc|Ltd|Corp|Co|L\.P|N\.A|L\.L\.C|S\.A|N\.V|B\.V)\.[\s,]*$", name) else "")
    return name if 1 < len(name) <= 140 else ""


def is_company(name: str) -> bool:
    """Whether a name carries a company's legal form ("Ltd", "LLC", "GmbH")."""
    return bool(_SUFFIX.search(name))


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: two to five capitalised words and no legal form."""
    return bool(_PERSON.fullmatch(name)) and not is_company(name) and name.lower() not in ROLE_WORDS


def is_placeholder(name: str) -> bool:
    """Whether a name is still to be filled in ("[Client]", "{customer_name}", "____")."""
    return bool(_PLACEHOLDER.match(name))


def is_name(name: str) -> bool:
    """Whether words can be a party's name: capitalised, not a sentence."""
    return bool(name) and (name[0].isupper() or name[0].isdigit() or "." in name[1:]) and len(name.split()) <= 14


def role_word(short: str) -> str:
    """The role that a short name says ("the Consultant"): contractor | client | neutral, "" for a name like any other."""
    word = short.lower().removeprefix("the ").strip()
    singular = word[:-1] if word.endswith("s") and word[:-1] in ROLE_WORDS else word
    for role, group in (("contractor", CONTRACTOR_WORDS), ("client", CLIENT_WORDS), ("neutral", NEUTRAL_WORDS)):
        if singular in group:
            return role
    return ""
