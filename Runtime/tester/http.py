"""Reads requests and writes replies of HTTP/1.1, without judging them."""

import json
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any


@dataclass
class Reply:
    """What a fake server answers. A `str` body is sent as UTF-8, a `dict` or `list` as JSON."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = b"ok"

    def encoded(self, method: str) -> bytes:
        headers = {name: value for name, value in self.headers.items()}
        known = {name.lower() for name in headers}
        if isinstance(self.body, (dict, list)):
            body = json.dumps(self.body).encode()
            kind = "application/json"
        else:
            body = self.body.encode() if isinstance(self.body, str) else bytes(self.body)
            kind = "text/plain; charset=utf-8"
        if "content-type" not in known:
            headers["Content-Type"] = kind
        if "content-length" not in known:
            headers["Content-Length"] = str(len(body))
        try:
            reason = HTTPStatus(self.status).phrase
        except ValueError:
            reason = "Unknown"
        lines = [f"HTTP/1.1 {self.status} {reason}", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
        return "\r\n".join(lines).encode("latin-1", "replace") + (b"" if method == "HEAD" else body)


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    #: Bytes that it took.
    length: int
    closes: bool

    @property
    def host(self) -> str:
        """The Host header without its port, lower case."""
        host = next((value for name, value in self.headers.items() if name.lower() == "host"), "")
        if host.startswith("["):
            return host[1:].partition("]")[0].lower()
        return host.partition(":")[0].lower()


def parse(received: bytearray) -> Request | None:
    """The first request, or None while it is incomplete. Raises ValueError for what is not HTTP."""
    head, found, _ = bytes(received).partition(b"\r\n\r\n")
    if not found:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, version = first.split(" ", 2)
    headers: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.strip()] = value.strip()
    lower = {name.lower(): value for name, value in headers.items()}
    start = len(head) + 4
    if "chunked" in lower.get("transfer-encoding", "").lower():
        chunked = _chunked(bytes(received[start:]))
        if chunked is None:
            return None
        body, used = chunked
    else:
        used = int(lower.get("content-length", "0") or 0)
        if len(received) < start + used:
            return None
        body = bytes(received[start : start + used])
    connection = lower.get("connection", "").lower()
    closes = connection == "close" or (version == "HTTP/1.0" and connection != "keep-alive")
    return Request(method, path, headers, body, start + used, closes)


def _chunked(data: bytes) -> tuple[bytes, int] | None:
    body, position = b"", 0
    while True:
        end = data.find(b"\r\n", position)
        if end < 0:
            return None
        size = int(data[position:end].split(b";")[0], 16)
        if len(data) < end + 2 + size + 2:
            return None
        body += data[end + 2 : end + 2 + size]
        position = end + 2 + size + 2
        if size == 0:
            return body, position
