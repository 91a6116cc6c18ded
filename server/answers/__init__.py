"""The answers of both doors as plain data, ready for JSON: the shapes of a review, a redline, a proof and the clause library.

Pure: values in, dicts and lists out. The command line prints them, the web declares them (web/schemas.py).
"""

from server.answers.faults import fault_place
from server.answers.libraries import library_json
from server.answers.manifests import WrongAddress, manifest_xml
from server.answers.papers import MEMO_FORMATS, certificate_json, memo_bytes
from server.answers.redlines import proof_json, redline_json
from server.answers.reviews import review_json, shown_review_json
from server.answers.wordings import proposed_json

__all__ = [
    "MEMO_FORMATS",
    "WrongAddress",
    "certificate_json",
    "fault_place",
    "library_json",
    "manifest_xml",
    "memo_bytes",
    "proof_json",
    "proposed_json",
    "redline_json",
    "review_json",
    "shown_review_json",
]
