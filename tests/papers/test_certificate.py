import hashlib

from server.model import Proof
from server.papers import certify, write_certificate

HELD = Proof(True, True, True)


def test_the_certificate_names_both_files_by_their_bytes() -> None:
    text = write_certificate(certify(b"one", b"two", HELD, "Jane"))
    assert hashlib.sha256(b"one").hexdigest() in text and hashlib.sha256(b"two").hexdigest() in text
    assert '--author "Jane"' in text and text.count("[yes]") == 3 and "[NO]" not in text


def test_a_proof_that_fails_is_told_with_its_differences() -> None:
    text = write_certificate(certify(b"one", b"two", Proof(False, True, True, ("word/document.xml, paragraph 4: not restored.",))))
    assert text.count("[NO]") == 1 and "paragraph 4" in text


def test_it_says_that_it_is_no_legal_advice() -> None:
    assert "not legal advice" in write_certificate(certify(b"", b"", HELD))
