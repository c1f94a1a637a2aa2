"""The text of a style or a script in, its name in a page's security policy out."""

from __future__ import annotations

import base64
import hashlib


def digest(text: str) -> str:
    """What a page must say of its own style or script, so that a browser runs these bytes and no others.

    Examples
    --------
    >>> digest("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"
