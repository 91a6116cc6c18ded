"""Conduct: what each side of a contract does, said in the ways contracts say it, and how far that puts it on one side or the other.

The weights were learnt from the labelled contracts under tests/contracts (dev, more and train): logistic regression on the difference
between contractor and client, each habit counted by log2(1 + uses), drawn towards weights set by hand (ridge 3), checked by
cross-validation with a company's contracts in one fold. Above nought: the contractor's side.
"""

from __future__ import annotations

from server.contract.burdens import BURDENS
from server.contract.signs import sign

SIGNS = (
    sign(
        "performs the services | has the services performed for it",
        1.2,
        -0.43,
        r"P1 MODAL (?:\w+ly,? |also |at its own \w+ |use \w+ efforts to )?SUPPLY\b(?: to P2)?(?=[^.;]{0,60}\bGOODS\b)",
    ),
    sign(
        "provides what is delivered | receives what is delivered",
        0.98,
        -0.35,
        r"GOODS (?:\w+ ){0,3}?(?:provided|performed|rendered|supplied|delivered|developed|created|manufactured|sold|furnished"
        r"|licensed) (?:\w+ )?by P1(?: (?:to|for) P2)?",
    ),
    sign(
        "is paid by the other side | pays",
        -1.08,
        2.09,
        r"P1 MODAL (?:also |promptly |timely )?(?:pay|compensate|reimburse|remit)(?: to)? (?:P2)?",
        r"P1 (?:pays?|compensates|reimburses)(?: to)? (?:P2)?",
        r"(?:paid|payable|payment|reimbursed|owed|due|made) by P1(?: to P2)?",
    ),
    sign(
        "is paid | pays",
        1.4,
        -1.24,
        r"(?:paid|payable|owed|due|payments?|compensation|fees?) to P1(?: by P2)?",
    ),
    sign(
        "is engaged by the other side | engages the other side",
        -1.58,
        1.57,
        r"P1 (?:hereby )?(?:engages?|retains?|hires?|commissions?|employs?|has (?:engaged|retained)) P2",
        r"P1 (?:wishes|desires|wants|intends|would like) to (?:engage|retain|hire|appoint|employ) P2",
    ),
    sign(
        "is engaged | engages",
        0.38,
        0.0,
        r"(?:engagement|appointment|services|retention) of P1",
    ),
    sign(
        "has what the other side wants | wants what the other side supplies",
        -0.73,
        0.71,
        r"P1 (?:wishes|desires|wants|seeks|intends)(?: for P2)? to (?:engage|retain|obtain|purchase|buy|acquire|receive|procure"
        r"|license from)",
        r"P1 (?:wishes|desires|wants|has requested|requests) (?:that )?P2 ",
    ),
    sign(
        "offers to supply | is offered",
        0.96,
        0.0,
        r"P1 (?:wishes|desires|is willing|agrees|has agreed|is (?:able|qualified|ready)) to SUPPLY(?=[^.;]{0,80}\b(?:GOODS|rights?"
        r"|licen[cs]e)\b)",
        r"P1 (?:is (?:in the business of|engaged in(?: the business of)?)|provides?|offers?|is an? (?:\w+ )?(?:provider|supplier"
        r"|manufacturer) of)(?=[^.;]{0,80}\b(?:GOODS|rights?|licen[cs]e)\b)",
    ),
    sign(
        "sends the invoices | is invoiced",
        1.13,
        -0.37,
        r"P1 MODAL (?:submit|send|issue|provide|render|invoice|bill)(?: to)?(?: P2)?[^.;]{0,40}\binvoices?\b",
        r"P1(?:'s)? invoices?\b",
        r"P1 MODAL invoice\b(?: P2)?",
        r"invoices? (?:\w+ )?(?:from|by) P1",
    ),
    sign(
        "is an independent contractor | has an independent contractor",
        1.74,
        0.0,
        r"P1 (?:is|shall be|will be|acts?|is acting|performs?|are) (?:\w+ ){0,6}?an independent contractors?\b",
    ),
    sign(
        "assigns its work | takes the work over",
        0.83,
        -0.83,
        r"P1 (?:hereby )?(?:irrevocably )?(?:assigns?|agrees to assign|shall assign|will assign)(?: and \w+)?(?:,? \w+){0,2} to P2",
    ),
    sign(
        "grants a licence | is granted a licence",
        0.38,
        -0.39,
        r"P1 (?:hereby )?(?:grants?|licenses)(?: to)? P2",
    ),
    sign(
        "sells | buys",
        -0.53,
        0.0,
        r"P1 MODAL (?:purchase|order|buy|obtain|place orders?)",
        r"purchase[ds]? (?:\w+ ){0,3}?by P1",
        r"P1 (?:hereby )?(?:purchases|orders|buys)",
    ),
    sign(
        "sells | buys",
        0.75,
        0.0,
        r"(?:purchase[ds]?|bought|ordered|licensed|obtained) (?:\w+ ){0,3}?from P1",
        r"P1 (?:hereby )?(?:sells|supplies|licenses)",
    ),
    sign(
        "does the work | receives the work",
        -0.84,
        0.0,
        r"GOODS (?:\w+ ){0,2}?(?:for|to) P1(?! from|'s)",
    ),
    sign(
        "has the other side distribute what it makes | distributes what the other side makes",
        1.83,
        -1.83,
        r"P1 (?:hereby )?(?:appoints?|authori[sz]es) P2 (?:as |to be )?(?:\w+[ -]){0,8}?SELLER",
        r"P1 (?:hereby )?(?:appoints?|grants?) P2 (?:\w+[ -]){0,6}?right to (?:sell|distribute|resell|market)",
    ),
    sign(
        "is appointed by the other side | appoints the other side",
        -1.51,
        1.51,
        r"P1 (?:hereby )?appoints? P2 (?:as |to )(?!.{0,50}SELLER)",
    ),
    sign(
        "is booked for work | books the work",
        -1.49,
        1.49,
        r"P1 (?:books?|asks?|contracts?) P2",
    ),
    sign(
        "has a day rate | pays a day rate",
        1.25,
        0.0,
        r"P1's (?:\w+ )?(?:day|daily|hourly|agreed) (?:rates?|fees?)",
    ),
    sign(
        "makes the work | has the work made",
        0.99,
        -1.01,
        r"P1 (?:makes?|creates?|writes?|produces?|does|do|delivers?|develops?) (?:\w+ ){0,4}?for P2",
    ),
    sign(
        "works under the other side's instructions | gives the instructions",
        0.59,
        -0.59,
        r"P1 shall (?:report to|follow|comply with the (?:reasonable )?instructions of) P2",
    ),
    sign(
        "grants a licence | is granted a licence",
        1.02,
        -1.02,
        r"P1 (?:wishes|desires|is willing|agrees) to (?:permit|allow|license|grant)(?: to)? P2",
        r"P2 (?:wishes|desires) to use (?:the )?(?:\w+ ){0,4}?P1",
    ),
    sign(
        "sells | buys",
        -1.52,
        0.0,
        r"P1's (?:\w+ )?(?:purchase orders?|orders?|payment obligations?|payment|purchases?|use of|premises|requirements|advertising"
        r"|facility|facilities)\b",
        r"(?:orders?|purchase orders?) (?:\w+ ){0,3}?(?:by|from) P1",
    ),
    sign(
        "warrants what it supplies | is given warranties",
        0.28,
        0.0,
        r"P1 (?:hereby )?(?:represents and )?warrants (?:to P2 )?that (?:the|all|its|each|any|it will"
        r"|it shall) (?:\w+ ){0,3}?(?:services?|products?|software|deliverables?|goods|work|perform|equipment)",
    ),
    sign(
        "charges for what it does | is charged",
        0.82,
        -0.57,
        r"P1 MODAL (?:charge|bill)(?: P2)?",
        r"(?:charged|billed|invoiced) by P1",
        r"P1 charges(?: P2)?",
    ),
    sign(
        "is subject to the other side's acceptance | accepts the work",
        -0.9,
        0.0,
        r"(?:acceptance|approval|satisfaction) (?:\w+ )?(?:by|of|from) P1",
        r"P1's (?:\w+ )?(?:acceptance|approval|satisfaction)",
    ),
    sign(
        "gets royalties | pays royalties",
        0.11,
        0.0,
        r"(?:royalt(?:y|ies)|commissions?|retainer|milestone payments?|minimum guarantee)[^.;]{0,60}? to P1",
    ),
    sign(
        "is paid for its services | pays for services",
        1.0,
        -0.5,
        r"(?:in consideration (?:of|for)|as compensation for|in exchange for|for) (?:the |all |its |any )?(?:\w+ ){0,3}?(?:services?"
        r"|work|promotions?|rights?|licen[cs]e)[^.;]{0,40}?(?:by|of|granted by) P1[^.;]{0,60}?P2 MODAL pay",
    ),
    sign(
        "is retained for work | retains the other side",
        0.57,
        0.0,
        r"(?:engages?|retains?|hires?) P1",
        r"P1 (?:hereby )?accepts (?:such |the |this )?(?:engagement|appointment|retention)",
    ),
    *BURDENS,
)
# in a contract of confidentiality, the side that is bound is the contractor's
SECRECY_SIGNS = (
    sign(
        "is bound to secrecy | discloses",
        1.5,
        0.0,
        r"P1 (?:shall|will|must|agrees? to|undertakes? to|may|agrees? that it will|agrees? it will) (?:not |only |promptly )?(?:keep"
        r"|hold|treat"
        r"|maintain|protect|disclose|use|copy|safeguard|return|destroy|restrict|give|reproduce|reveal|make)\b",
        r"(?:disclosed|shown|provided|given|made available|furnished) to P1",
    ),
    sign(
        "is shown secrets | discloses its secrets",
        -1.5,
        0.0,
        r"P1 (?:intends|wishes|desires|proposes|agrees|may|will|is willing) (?:to )?(?:disclose|show|share|provide|make available|give)\b",
        r"(?:disclosed|provided|furnished|made available|given) by P1\b",
        r"(?:confidential|proprietary) information of P1\b",
        r"P1's (?:\w+ )?(?:confidential|proprietary|information|secrets?|data|request|consent)",
    ),
)
# a person dealing with a company is more often the one who works
PERSON = 0.95
# what a point of the grade of a role word weighs
WORD = 0.54
