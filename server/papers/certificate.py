"""The restore certificate: what was proved of a marked document, by which bytes, and how anyone can repeat it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from server.model import Proof


@dataclass(frozen=True, slots=True)
class Certificate:
    """original, marked: SHA-256 of the files' bytes, in hexadecimal. author: whose tracked changes were proved, "" for all new ones."""

    original: str
    marked: str
    author: str
    proof: Proof

    @property
    def statements(self) -> tuple[tuple[bool, str], ...]:
        """What was checked, each with whether it holds."""
        theirs = f"the tracked changes of {self.author}" if self.author else "the new tracked changes"
        return (
            (
                self.proof.rejects_to_original,
                f"Rejecting {theirs} gives the original back: text, format, numbering, fields, earlier revisions.",
            ),
            (self.proof.accepts_to_intended, f"Accepting {theirs} leaves a sound document that reads as proposed."),
            (self.proof.untouched_parts, "Every part of the file without such a change is the same, byte for byte."),
        )

    @property
    def steps(self) -> tuple[str, ...]:
        """How to repeat it, with public tools."""
        name = f' --author "{self.author}"' if self.author else ""
        return (
            "Hashes: `sha256sum ORIGINAL.docx MARKED.docx` (Windows: `certutil -hashfile FILE SHA256`) give the values above.",
            f"This program: `python -m server verify ORIGINAL.docx MARKED.docx{name}` says what is above, and exits 0.",
            "LibreOffice or Word: open MARKED.docx, reject these changes, save as RESTORED.docx; compare it with ORIGINAL.docx "
            "(Edit > Track Changes > Compare Document; in Word, Review > Compare): no difference. "
            "Where ORIGINAL.docx has earlier changes, reject only those of the author named above.",
            "pandoc: `pandoc --track-changes=reject -t plain` of both files gives the same text.",
        )


def certify(original: bytes, marked: bytes, proof: Proof, author: str = "") -> Certificate:
    """The certificate of a proof; it says so where the proof fails."""
    return Certificate(hashlib.sha256(original).hexdigest(), hashlib.sha256(marked).hexdigest(), author, proof)


def write_certificate(certificate: Certificate) -> str:
    """The certificate as plain text, lines of at most 100 characters where words allow."""
    lines = ["RESTORE CERTIFICATE", "", f"Original  SHA-256 {certificate.original}", f"Marked    SHA-256 {certificate.marked}"]
    lines += [f"Changes by {certificate.author}", ""] if certificate.author else [""]
    lines += [f"[{'yes' if holds else 'NO'}] {statement}" for holds, statement in certificate.statements]
    lines += [f"     {difference}" for difference in certificate.proof.differences]
    lines += ["", "To repeat it:"]
    lines += [f"{number}. {step}" for number, step in enumerate(certificate.steps, 1)]
    return "\n".join((*lines, "", "This certificate speaks of the file, not of the law: it is not legal advice.", ""))
