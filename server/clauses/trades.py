"""Whether a contract belongs to a trade that this library does not speak of: goods, leases, distribution, franchises, medicines.

The library is written for those who do or license work with data, software, models, designs and texts. Its rules read the same words in a
distributor's or a tenant's contract, where they mean something else; there it keeps silent.
"""

from __future__ import annotations

import re
from itertools import islice

from server.model import Contract

_TRADES = re.compile(
    r"\b(?:suppl(?:y|ier)|distribut\w+|resell\w*|dealer\w*|franchis\w*|(?:sub-?)?leas(?:e|ing)|tenancy|manufactur\w*|sponsor\w*|endorse\w*"
    r"|joint venture|shareholders?|stockholders?|stock|shares?|securit(?:y|ies)|merger|purchase and sale|sale and purchase|asset purchase"
    r"|loan|credit|guarant(?:y|ee)|escrow|transport\w*|freight|co-?brand\w*|collaborat\w*|alliance|co-?operation|joint filing"
    r"|promotion|affiliate|marketing|advertising|agency agreement|commercialization|clinical"
    r"|intellectual property agreement|trade ?mark|patent|non-?compet\w* agreement|remarketing|operation of|operations and maintenance)\b",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:software|consult\w*|freelanc\w*|contractor\w*|data|models?|machine learning|artificial intelligence|\bai\b|statement of work|sow"
    r"|web ?sites?|web|hosting|developers?|design\w*|translat\w*|content|photograph\w*|creative|writer|writing|research"
    r"|engagement|confidential\w*|non-?disclosure|annotation|label\w*|algorithm\w*|employ\w*|services|invention\w*)\b",
    re.IGNORECASE,
)
_GOODS = re.compile(
    r"\b(?:products?|goods|territory|distributors?|resellers?|franchis\w+|premises|tenant|landlord|lessee|warehouse|ship(?:ped|ment|ments|ping)"
    r"|incoterms|f\.?o\.?b|clinical|fda|compound|patients?|pharma\w*|gmp|trademarks?|marks|shares|stock|borrower|lender|purchase orders?"
    r"|inventory|crop|wells?|vessel|vehicles?|advertis\w+)\b",
    re.IGNORECASE,
)
_CRAFT = re.compile(
    r"\b(?:machine[- ]learning|artificial intelligence|\bAI\b|ML|training data|data ?sets?|algorithms?|neural|freelanc\w+|source code"
    r"|deliverables?|work product|software|consult\w+|contractor\w*|statement of work|models?|prototypes?|documentation|developer)\b"
)
_NOVEL = re.compile(
    r"machine[- ]learning|artificial intelligence|\bAI\b|\bML\b|language models?|training data|data science|freelanc", re.IGNORECASE
)
_TITLED, _UNTITLED = 8, 40  # mentions of goods and the like that bear a title out, or stand in for one
_FEW = 3  # mentions of machine learning or freelance work that show a contract of our trade, whatever its title


def is_foreign(contract: Contract) -> bool:
    """Whether it is of another trade: by its title, else by what it speaks of; never where it is on machine learning or freelance work."""
    trade, work = (pattern.search(contract.title) is not None for pattern in (_TRADES, _WORK))
    if work and not trade:
        return False
    texts = [paragraph.text for paragraph in contract.paragraphs]
    novel = (mention for text in texts for mention in _NOVEL.finditer(text))
    if next(islice(novel, _FEW - 1, None), None) is not None:
        return False
    goods = sum(len(_GOODS.findall(text)) for text in texts)
    if goods < (_TITLED if trade else _UNTITLED):
        return False
    craft = sum(len(_CRAFT.findall(text)) for text in texts)
    return goods > craft * (4 if not trade else 3 if work else 1)
