"""LAW: the papers that go with a redline, as text. Pure: a Review in, words out; Word documents are set in the word room.

compile_memo    -> Memo            the issues list, for the other side or for ours
write_markdown, write_csv, write_email
certify         -> Certificate     what was proved, with hashes, and how to repeat it
file_name       -> str             "Client - MSA - redline 2026-11-22.docx"
file_stem       -> str             "Client - MSA"
"""

from server.papers.certificate import Certificate, certify, write_certificate
from server.papers.email import write_email
from server.papers.memo import compile_memo
from server.papers.names import file_name, file_stem
from server.papers.tables import write_csv, write_markdown

__all__ = [
    "Certificate",
    "certify",
    "compile_memo",
    "file_name",
    "file_stem",
    "write_certificate",
    "write_csv",
    "write_email",
    "write_markdown",
]
