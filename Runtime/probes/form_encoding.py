"""The bodies of forms, as browsers write them."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

Fields = Mapping[str, Any]
#: File name, content, content type.
Upload = tuple[str, bytes, str]

FORM, MULTIPART, PLAIN = "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"


def encoded(fields: Fields, files: Mapping[str, Upload], enctype: str) -> tuple[bytes, str]:
    """The body of a form and its type."""
    if enctype == PLAIN:
        return "".join(f"{name}={value}\r\n" for name, value in fields.items()).encode(), PLAIN
    if enctype != MULTIPART and not files:
        return urlencode(fields).encode(), FORM
    body, boundary = io.BytesIO(), "----boundary4711"
    for name, value in fields.items():
        body.write(
            f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"\r\n\r\n{value}\r\n'.encode()
        )
    for name, (filename, data, kind) in files.items():
        place = f'name="{_quoted(name)}"; filename="{_quoted(filename)}"'
        body.write(f"--{boundary}\r\nContent-Disposition: form-data; {place}\r\nContent-Type: {kind}\r\n\r\n".encode())
        body.write(data + b"\r\n")
    body.write(f"--{boundary}--\r\n".encode())
    return body.getvalue(), f"{MULTIPART}; boundary={boundary}"


def _quoted(name: str) -> str:
    """A name in a multipart header, as browsers write it."""
    return re.sub(r'["\r\n]', lambda found: f"%{ord(found.group()):02X}", name)
