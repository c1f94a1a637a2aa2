"""The bytes of a `.mhtml` file in (a web page saved as one file), its HTML page with address and day of saving out."""

from __future__ import annotations

import email
import email.policy
from email.message import Message
from email.utils import parsedate_to_datetime

from ..model import Unreadable


def unpack_mhtml(content: bytes) -> tuple[bytes, str | None, str | None, str | None]:
    """Take the page out of a web archive.

    Returns
    -------
    bytes
        The HTML of the page itself; frames, pictures and styles are other parts of the archive.
    str or None
        The encoding that the archive declares for it.
    str or None
        The address it was saved from.
    str or None
        When it was saved, ISO 8601.

    Raises
    ------
    Unreadable
        If there is no page in it.
    """
    message = email.message_from_bytes(content, policy=email.policy.compat32)
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise Unreadable("no HTML page is in this web archive")
    page = pages[0]
    payload = page.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        raise Unreadable("the HTML page in this web archive is empty")
    url = message.get("Snapshot-Content-Location") or page.get("Content-Location")
    charset = page.get_content_charset()
    address = str(url or "").strip()
    return payload, charset, address if address.startswith(("http:", "https:")) else None, _saved(message)


def _saved(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).isoformat()
    except (TypeError, ValueError, IndexError):
        return None
