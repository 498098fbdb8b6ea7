"""Looks for secrets in whatever came back."""

from __future__ import annotations

import base64
import itertools
import json
import urllib.parse
from collections.abc import Callable, Iterator
from typing import Any

from tester.texts import text_of

_MOST_ITEMS = 1000
#: Every look at an object of the solution's is a new stand-in for it, so a cycle would not be noticed.
_MOST_OBJECTS = 60


def leaks(value: Any, *secrets: str | bytes) -> list[str]:
    """The secrets that occur anywhere in the value.

    Looked through: nested plain data with its keys, text, bytes, exceptions, outcomes of `attempt` and of drivers,
    web responses (body, headers), `Visit`s, and the fields, items and text of a `Remote`. A secret is also
    recognised in other case, reversed, in base64, hexadecimal, URL-encoded, JSON-escaped, and as a list of its codes.
    """
    texts = list(_texts(value, 0, {}))
    joined = "\0".join(texts)
    lowered = joined.casefold()
    found = []
    for secret in secrets:
        text = secret if isinstance(secret, str) else secret.decode("latin-1")
        forms = _forms(text)
        if any(form in joined for form in forms) or any(form.casefold() in lowered for form in forms if len(form) > 5):
            found.append(text)
    return found


def _forms(text: str) -> set[str]:
    data = text.encode("utf-8", "surrogatepass")
    forms = {text, text[::-1], data.hex(), data.decode("latin-1"), json.dumps(text)[1:-1]}
    forms |= {urllib.parse.quote(text), urllib.parse.quote_plus(text)}
    forms.add(", ".join(map(str, data)) if len(data) > 1 else text)
    for shift in range(3):  # base64 of a longer text that holds the secret at any place
        encoded = base64.b64encode(bytes(shift) + data)
        inner = encoded[(0, 2, 3)[shift] : len(encoded) - len(encoded) % 4]
        inner = inner.rstrip(b"=")
        inner = inner[:-1] if (shift + len(data)) % 3 else inner
        if len(inner) > 5:
            forms.add(inner.decode())
            forms.add(inner.decode().replace("+", "-").replace("/", "_"))
    return {form for form in forms if form}


def _texts(value: Any, depth: int, seen: dict[int, Any]) -> Iterator[str]:
    """Every text in the value. Plain data has no cycles; the depth is bounded all the same."""
    if depth > 40 or value is None or isinstance(value, bool):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, (bytes, bytearray, memoryview)):
        data = bytes(value)
        yield data.decode("latin-1")
        yield data.decode("utf-8", "replace")
    elif isinstance(value, (int, float, complex)):
        yield text_of(value)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(key, depth + 1, seen)
            yield from _texts(item, depth + 1, seen)
    elif isinstance(value, (list, tuple, set, frozenset)):
        if value and all(type(item) is int and 0 <= item < 256 for item in value):
            yield ", ".join(map(str, value))
            yield bytes(value).decode("latin-1")
        for item in value:
            yield from _texts(item, depth + 1, seen)
        if all(isinstance(item, str) and len(item) == 1 for item in value) and not isinstance(value, (set, frozenset)):
            yield "".join(value)
    elif isinstance(value, BaseException):
        yield text_of(value)
        yield from _texts(list(value.args), depth + 1, seen)
    elif id(value) not in seen and len(seen) < _MOST_OBJECTS:
        seen[id(value)] = value
        yield from _object_texts(value, depth, seen)


def _object_texts(value: Any, depth: int, seen: dict[int, Any]) -> Iterator[str]:
    kind = type(value)  # asked instead of the value: a remote object seems to have every attribute
    if hasattr(kind, "get_data"):  # a web response
        yield from _texts(value.get_data(), depth + 1, seen)
        yield from (f"{name}: {text}" for name, text in value.headers.items())
    elif hasattr(kind, "texts"):
        yield from _texts(value.texts, depth + 1, seen)
    elif hasattr(kind, "returned"):  # an outcome
        yield from _texts([value.value, value.error, getattr(value, "message", "")], depth + 1, seen)
    else:
        yield from _remote_texts(value, depth, seen)


def _remote_texts(value: Any, depth: int, seen: dict[int, Any]) -> Iterator[str]:
    """What an object of the solution's says: its fields, its keys and items, its text."""
    from harness import attribute

    fields = _tried(lambda: attribute(value, "__dict__"))
    yield from _texts(fields, depth + 1, seen)
    keys = _tried(lambda: list(attribute(value, "keys")()))
    if keys is None:
        yield from _texts(_tried(lambda: list(itertools.islice(value, _MOST_ITEMS))), depth + 1, seen)
    for key in (keys or [])[:_MOST_ITEMS]:
        yield from _texts([key, _tried(lambda key=key: value[key])], depth + 1, seen)
    yield from _texts(_tried(lambda: attribute(value, "__str__")()), depth + 1, seen)


def _tried(ask: Callable[[], Any]) -> Any:
    """What the question came to, or None: an object need not answer."""
    from harness import attempt

    try:
        return attempt(ask).value
    except (TypeError, AttributeError, ValueError):
        return None
