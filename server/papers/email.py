"""The covering message to the other side."""

from __future__ import annotations

from server.model import Memo

MOST = 5  # points named in the message; the list has them all

OPENING = (
    "Thank you for the draft, which we are glad to move forward with. Our comments are in the attached document: {count}, as tracked "
    "changes with a short reason beside each. Nothing else was touched; rejecting the changes gives your draft back as it was."
)
CLOSING = (
    "The attached list has every point with its reason. If another wording would suit you better on any of them, we are happy to "
    "look at it, or to talk it through in a call."
)


def write_email(memo: Memo) -> str:
    """Subject line, blank line, message: courteous, short, nothing private."""
    issues = memo.issues
    subject = f"Subject: {memo.document} - our comments"
    if not issues:
        return f"{subject}\n\nHello,\n\nThank you for the draft. We have no changes to propose.\n\nKind regards,\n{memo.me}\n"
    key = [issue for issue in issues if issue.priority == "must"] or list(issues)
    points = "\n".join(f"- {issue.title} ({issue.section})" for issue in key[:MOST])
    count = f"{len(issues)} changes" if len(issues) > 1 else "one change"
    return f"""{subject}

Hello,

{OPENING.format(count=count)}

What matters most to us:
{points}

{CLOSING}

Kind regards,
{memo.me}
"""
