"""The words that a clause of a topic seldom goes without: evidence that the model weighs, never a verdict by themselves.

Text is folded first: lower case, one byte a character, one sentence a line, so `.*` stays inside a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import re2
from numpy.typing import NDArray

from server.contract.topic_text import CURLY, Reading

PHRASES = {
    "acceptance": (
        r"\bdeemed (?:to (?:be|have been) )?accept\w*|\bacceptance (?:test\w*|criteria)\b"
        r"|\b(?:accept|reject) (?:the |each |any )?(?:deliverables?|work|milestone)\b"
    ),
    "ai_tools": (r"\b(?:generative ai|ai tools?|ai[- ](?:generated|assisted)|copilot|chatgpt|coding assistants?)\b"),
    "ai_training": (
        r"\b(?:train|training|fine-?tun\w+|improve)\b.*\b(?:ai|models?|machine[- ]learning|algorithms?)\b"
        r"|\btraining (?:data|sets?|corpus)\b"
    ),
    "anti_assignment": (
        r"\b(?:not|neither|nor|no party)\b.*\bassign\w*\b.*\b(?:agreement|rights?|obligations|duties|interest|contract)\b"
        r"|\bassign\w*\b.*\b(?:without|unless|only with)\b.*\b(?:consent|approval|agree\w*)\b"
        r"|\b(?:not|non-?) ?(?:assignable|transferable)\b"
    ),
    "audit_rights": (
        r"\bright to (?:\w+ ){0,5}(?:audit|inspect|examine)\b"
        r"|\b(?:audit|inspect|examin)\w*\b.*\b(?:books|records|accounts|premises|facilit\w+)\b"
        r"|\b(?:books|records)\b.*\b(?:audit|inspect|examin)\w*"
    ),
    "background_ip": (
        r"\b(?:background|pre-?existing|prior) (?:ip|intellectual|inventions?|materials?|works?|libraries|technology|tools?)\b"
        r"|\blicen[sc]e[- ]back\b"
    ),
    "change_control": (r"\bchange (?:orders?|requests?|control)\b|\bchanges? to the (?:scope|services|specifications?)\b"),
    "confidentiality": (r"\bconfidential information\b|\b(?:in|strictest|strict) confidence\b|\bnot disclose\b|\bnon-?disclosure\b"),
    "covenant_not_to_sue": (
        r"\b(?:not|never|nor)\b.*\b(?:contest|challenge|attack|dispute|oppose|question|impugn)\w*\b.*\b(?:validity|title|ownership"
        r"|enforceab\w+|rights?|patents?|marks?|trademarks?)\b"
        r"|\bcovenants? not to (?:sue|assert)\b|\bnot (?:\w+ ){0,4}sue\b"
    ),
    "data_protection": (r"\bpersonal (?:data|information)\b|\bdata (?:protection|processing)\b|\bgdpr\b"),
    "definitions": (r'"[^"]{2,60}" (?:shall )?(?:means?|has the meaning|refers to)\b|\bthe following (?:terms|definitions)\b'),
    "dispute_resolution": (
        r"\barbitrat\w+|\bmediation\b|\b(?:exclusive|non-exclusive|personal) jurisdiction\b|\bjury trial\b|\btrial by jury\b"
    ),
    "exclusivity": (
        r"\bexclusive (?:right|licen[sc]e|distribut\w+|supplier|provider|agent|sublicen[sc]e)"
        r"|\bexclusively (?:from|through|to|for|with)\b|\bshall be the (?:sole|exclusive|only)\b"
        r"|\bnot (?:\w+ ){0,5}(?:appoint|purchase|engage|grant|sell|license)\b.*\bany (?:other|third)\b"
    ),
    "expenses": (r"\b(?:travel|out-of-pocket) (?:\w+ ){0,3}(?:expenses?|costs?)\b|\breimburs\w+\b.*\b(?:expenses?|costs?)\b"),
    "export_compliance": (r"\bexport (?:control|law|regulation|administration)\w*|\bsanction(?:s|ed)\b|\bbrib\w+|\banti-?corruption\b"),
    "force_majeure": (r"\bforce majeure\b|\bacts? of god\b|\bbeyond (?:\w+ ){0,3}(?:reasonable )?control\b"),
    "general": (r"\bentire agreement\b|\bsever(?:able|ability)\b|\bcounterparts?\b|\bnot (?:be )?(?:deemed )?(?:operate as )?a waiver\b"),
    "governing_law": (
        r"\b(?:governed|construed|interpreted|enforced)\b.*\blaws?\b|\bgoverning law\b"
        r"|\b(?:english|scots|german|dutch|irish|french) law\b"
    ),
    "indemnity": (r"\b(?:shall|will|agrees? to|must) (?:\w+,? ){0,4}indemnif\w+|\bhold (?:\w+ ){0,4}harmless\b"),
    "independent_contractor": (
        r"\bindependent contractors?\b|\bself-?employed\b"
        r"|\b(?:partnership|joint venture)\b.*\b(?:agency|employment|employer|parties)\b"
    ),
    "infrastructure": (r"\b(?:gpu|cloud|compute|hosting)\b.*\b(?:costs?|charges?|fees?|budget|account|environment)\b"),
    "insurance": (
        r"\b(?:maintain|carry|procure|obtain|keep|purchase|hold)\w*\b.*\binsurance\b|\badditional insured\b"
        r"|\bcertificates? of insurance\b|\bgeneral liability\b|\bworkers' compensation\b|\bcombined single limit\b"
    ),
    "ip_assignment": (
        r"\bhereby (?:\w+ ){0,5}assigns?\b"
        r"|\bassigns? (?:and \w+ )?(?:to )?(?:[\w']+ ){0,6}(?:all|any|its|entire) (?:[\w']+ ){0,4}(?:rights?|title|interest|copyright)\b"
        r"|\bworks? (?:made )?for hire\b|\bagrees? to assign\b"
    ),
    "ip_ownership": (
        r"\b(?:all|full) (?:right|rights), title,? and interest\b|\b(?:sole|exclusive) (?:owner|property)\b"
        r"|\bretains? (?:all )?(?:\w+ ){0,3}(?:ownership|title|rights)\b"
    ),
    "joint_ip": (
        r"\bjointly[- ]own\w*|\bowned jointly\b|\bjoint (?:owner\w*|inventions?|ip|intellectual|patents?|technology|property)\b"
        r"|\bequal(?:,| and)? undivided\b|\bco-?own\w*"
    ),
    "liability_cap": (
        r"\b(?:no event|no circumstances|not be liable|neither party)\b.*\b(?:consequential|indirect|incidental|special|punitive"
        r"|lost profits)\b"
        r"|\bliab\w+\b.*\b(?:not exceed|limited to|be limited|more than|greater than|excess of)\b"
        r"|\b(?:aggregate|total|maximum|cumulative|entire) liability\b"
    ),
    "license_grant": (
        r"\bgrants? (?:[\w'-]+,? ){0,12}(?:licen[sc]es?|sublicen[sc]e)\b|\bgranted (?:[\w'-]+,? ){0,8}licen[sc]e\b"
        r"|\bright (?:and licen[sc]e )?to (?:use|reproduce|distribute|market|copy)\b"
    ),
    "liquidated_damages": (
        r"\bliquidated damages\b|\b(?:termination|cancellation|break-?up) (?:fee|charge|payment)\b|\bnot (?:as )?a penalty\b"
    ),
    "no_solicit_customers": (r"\b(?:not|nor|refrain)\b.*\b(?:solicit|divert|entice|canvass)\w*\b.*\b(?:customers?|clients?|accounts?)\b"),
    "no_solicit_employees": (
        r"\b(?:not|nor|neither|refrain)\b.*\b(?:solicit|hire|recruit|entice|induce|employ)\w*\b.*\b(?:employees?|personnel|staff"
        r"|employed)\b"
    ),
    "non_compete": (
        r"\b(?:not|nor|neither|refrain)\b.*\b(?:compete|competes|competing|competitive|competitors?|competition)\b|\bnon-?compet\w+"
    ),
    "non_disparagement": (r"\bdisparag\w*|\b(?:not|nor|refrain)\b.*\b(?:defam\w+|derogat\w+|disrepute|reputation)\b|\bdisrepute\b"),
    "notices": (r"\b(?:all |any )?notices?\b.*\b(?:in writing|deemed|sent|delivered)\b|\b(?:certified|registered) mail\b"),
    "payment": (r"\bshall pay\b|\bwill pay\b|\binvoices?\b|\b(?:due|payable)\b.*\bdays\b|\bpayment terms\b"),
    "perpetual_license": (
        r"\b(?:perpetual|irrevocable)\w*\b.*\b(?:licen[sc]e|right to)\b|\blicen[sc]e\b.*\b(?:perpetual|irrevocable|in perpetuity)\b"
    ),
    "post_termination": (
        r"\b(?:upon|after|following|on|of|by) (?:the |any |such |its )?(?:\w+ ){0,3}(?:termination|expiration|expiry)\b.*\b(?:shall"
        r"|will|may|agrees?)\b"
        r"|\bsell[- ]off\b|\bwind-?(?:down|up)\b|\btransition (?:services|period|assistance)\b"
    ),
    "publicity": (r"\bpress releases?\b|\bpublic(?:ity| announcement)\b|\bportfolio\b"),
    "security": (r"\b(?:security measures|encrypt\w*|security (?:incident|breach)|two-factor|multi-factor|least privilege)\b"),
    "services_scope": (
        r"\b(?:shall|will|agrees to) (?:perform|provide|render|deliver) (?:the |such |certain )?(?:\w+ ){0,2}(?:services|deliverables)\b"
        r"|\bscope of (?:work|services)\b|\bstatements? of work\b"
    ),
    "source_escrow": (r"\bsource (?:code|materials?)\b.*\bescrow\b|\bescrow\b.*\b(?:source|software|code|release\w*|deposit\w*)\b"),
    "subcontracting": (r"\bsub-?contract\w*"),
    "support": (r"\b(?:technical|customer|maintenance and|support and) (?:support|maintenance)\b|\bsupport services\b|\bservice levels?\b"),
    "survival": (r"\bsurviv(?:e|es|al)\b"),
    "term_termination": (
        r"\b(?:initial )?term of this agreement\b|\bmay (?:\w+ ){0,2}terminate\b"
        r"|\bmaterial(?:ly)? breach\w*\b.*\bterminat\w+|\bterminat\w+\b.*\bmaterial(?:ly)? breach|\brenew\w*\b.*\b(?:term|period)\b"
    ),
    "termination_convenience": (
        r"\bterminat\w+\b.*\b(?:for convenience|without cause|any reason|with or without cause|no reason)\b"
        r"|\bterminat\w+\b.*\bat any time\b.*\bnotice\b"
        r"|\b(?:may|right to) terminate (?:this|the) agreement (?:\w+ ){0,6}(?:upon|by|on|with) (?:\w+ ){0,4}[\w()]+ (?:days|months)\b"
    ),
    "third_party_beneficiary": (
        r"\b(?:is|are|be|as) (?:an? )?(?:\w+ ){0,3}third[- ]party beneficiar|\b(?:intended|express) (?:third[- ]party )?beneficiar"
    ),
    "uncapped_liability": (
        r"\b(?:except|other than|excluding|save)\b.*\b(?:no event|not be liable|liability)\b"
        r"|\b(?:limitations?|exclusions?|limits?|cap)\b.*\bnot apply\b|\bnothing\b.*\b(?:limit|exclude)s?\b.*\bliab\w+"
    ),
    "warranty": (r"\brepresents? and warrants?\b|\bwarrants? that\b|\bmerchantability\b|\b(?:as is|as-is)\b"),
    "warranty_duration": (
        r"\bwarranty period\b|\bwarrant\w*\b.*\b(?:for|period of|within)\b.*\b(?:days|months|years?)\b"
        r"|\bdefect\w*\b.*\b(?:days|months|years?)\b"
    ),
}
TOPICS = tuple(sorted(PHRASES))
ONE_BYTE = str.maketrans({**CURLY, "\u00ad": "-", "\n": " ", "\r": " ", "\u2028": " "})
MEMORY = 64 << 20  # bytes that the automaton may fill with states, before it starts anew
Flags = NDArray[np.bool_]


def compile_table(table: Mapping[str, str]) -> re2.Set:
    """All expressions as one automaton, numbered in the order of TOPICS."""
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.never_capture = True
    options.max_mem = MEMORY
    automaton = re2.Set.SearchSet(options)
    for topic in TOPICS:
        automaton.Add(table[topic].encode("ascii"))
    automaton.Compile()
    return automaton


@lru_cache(maxsize=1)
def _phrases() -> re2.Set:
    return compile_table(PHRASES)


def fold(text: str) -> bytes:
    """Lower-case ASCII on one line, with every character one byte, so that offsets stay."""
    return text.translate(ONE_BYTE).encode("ascii", "replace").lower()


def match_table(automaton: re2.Set, texts: Sequence[str], reading: Reading) -> Flags:
    """Which sentences match which expression: (sentences, TOPICS)."""
    hits = np.zeros((reading.owner.size, len(TOPICS)), dtype=np.bool_)
    for row, (at, start, end) in enumerate(zip(reading.owner.tolist(), reading.start.tolist(), reading.end.tolist(), strict=True)):
        found = automaton.Match(fold(texts[at][start:end]))
        if found:
            hits[row, found] = True
    return hits


def match_phrases(texts: Sequence[str], reading: Reading) -> Flags:
    """Which sentences hold which topic's phrases: (sentences, TOPICS)."""
    return match_table(_phrases(), texts, reading)
