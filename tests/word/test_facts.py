"""The figures of a document."""

from __future__ import annotations

import hashlib

from server.word.facts import read_facts
from server.word.package import open_docx
from tests.docx_language import W, docx


def test_revisions_and_comments_are_counted_over_all_stories() -> None:
    header = f'<w:hdr xmlns:w="{W}"><w:p><w:ins w:id="1" w:author="Ann"><w:r><w:t>x</w:t></w:r></w:ins></w:p></w:hdr>'
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="0"/><w:comment w:id="1"/></w:comments>'
    data = docx("a [-b-] {+c+} {+d+}", "<w:p><w:moveFrom w:id='7' w:author='Bob'/></w:p>", parts={"header1": header, "comments": comments})
    facts = read_facts(open_docx(data))
    assert (facts.insertions, facts.deletions, facts.comments) == (3, 2, 2)
    assert facts.authors == ("Ann", "Bob", "Other")
    assert facts.sha256 == hashlib.sha256(data).hexdigest()
    assert (facts.signed, facts.protected) == (False, "")


def test_a_clean_document_has_none() -> None:
    facts = read_facts(open_docx(docx("a")))
    assert (facts.insertions, facts.deletions, facts.comments, facts.authors) == (0, 0, 0, ())
