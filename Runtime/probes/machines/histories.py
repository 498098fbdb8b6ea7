"""What somebody gets must not depend on what others had before: the same request after different pasts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any


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
