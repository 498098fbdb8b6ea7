"""What somebody gets must not depend on what others had before: the same request after different pasts."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

#: Bodies that some program finds wanting before it looks whose the thing is: BODY is a right one, as JSON.
_BODIES = ("BODY", "{}", "[]", "null", "", "{", '""', "7", "[BODY]", '{"x": BODY}', "\xff", "NaN")
_KINDS = ("application/json", "", "text/plain", "application/x-www-form-urlencoded")
_HEADERS = (
    {"If-Match": "*"},
    {"If-None-Match": "*"},
    {"Range": "bytes=0-1"},
    {"Accept": "text/html"},
    {"X-HTTP-Method-Override": "DELETE"},
    {"If-Unmodified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"},
)
_PATHS = ("{}", "{}/", "0{}", "+{}", "{}.0", "{}?x=1")
_OTHER_METHODS = ("PATCH", "POST", "HEAD", "OPTIONS")


def told_apart(pasts: Sequence[Any], requests: Sequence[Any], come_to: Callable[[Any, Any], Any]) -> str:
    """The first request that comes to one thing after one past and to another after another; empty if there is none.

    `come_to(past, request)` makes a subject, lets the past happen, and gives what the request comes to, refusals alike.
    """
    for request in requests:
        first = come_to(pasts[0], request)
        for past in pasts[1:]:
            if (found := come_to(past, request)) != first:
                return f"{request!r} came to {found!r} after {past!r}, and to {first!r} after {pasts[0]!r}"
    return ""


def asked(number: int, body: dict[str, Any], methods: Sequence[str] = ("GET", "PUT", "DELETE")) -> Iterator[dict[str, Any]]:
    """Requests for the thing of this number, as keyword arguments of a client's `open`: `path` is what stands at the end.

    Each is for `told_apart`: what is another's must come to just what comes of a thing that is not there. Bodies lack
    something, have another kind, or are none at all.
    """
    right = json.dumps(body)
    wrong = [{**body, key: value} for key in body for value in (None, 7, [], "", {}, True, "x" * 70_000, "\ud800")]
    less = [{other: value for other, value in body.items() if other != key} for key in body if len(body) > 1]
    path = str(number)
    changing = [method for method in methods if method not in ("GET", "HEAD", "DELETE")]
    yield from ({"method": method, "path": path} for method in methods)
    for method in changing:
        texts = [*(text.replace("BODY", right) for text in _BODIES), *map(json.dumps, [*wrong, *less])]
        yield from ({"method": method, "path": path, "data": data, "content_type": _KINDS[0]} for data in texts)
        yield from ({"method": method, "path": path, "data": right, "content_type": kind} for kind in _KINDS[1:])
    for method, form in itertools.product(methods, _PATHS[1:]):
        data = {"data": right, "content_type": _KINDS[0]} if method in changing else {}
        yield {"method": method, "path": form.format(number), **data}
    for method, headers in itertools.product(methods, _HEADERS):
        data = {"data": right, "content_type": _KINDS[0]} if method in changing else {}
        yield {"method": method, "path": path, "headers": headers, **data}
    for method in (*(one for one in methods if one not in changing), *_OTHER_METHODS):
        yield {"method": method, "path": path, "data": "{", "content_type": _KINDS[0]}
