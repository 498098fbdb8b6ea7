"""Looks for secrets in whatever came back."""

from __future__ import annotations

import base64
import json
import re
import urllib.parse
from typing import Any, Iterator


def leaks(value: Any, *secrets: str | bytes) -> list[str]:
    """The secrets that occur anywhere in the value.

    Looked through: nested plain data with its keys, text, bytes, exceptions, outcomes of `attempt` and of drivers,
    web responses (body, headers), `Visit`s, and what a `Remote` says when it is iterated over. A secret is also
    recognised in other case, reversed, in base64, hexadecimal, URL-encoded, JSON-escaped, and as a list of its codes.
    """
    texts = list(_texts(value, 0, set()))
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
    forms = {text, text[::-1], data.hex(), data.decode("latin-1"), urllib.parse.quote(text), urllib.parse.quote_plus(text)}
    forms.add(json.dumps(text)[1:-1])
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


def _texts(value: Any, depth: int, seen: set[int]) -> Iterator[str]:
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
        yield str(value)
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
        yield str(value)
        yield from _texts(list(value.args), depth + 1, seen)
    elif id(value) not in seen:
        seen.add(id(value))
        yield from _object_texts(value, depth, seen)


def _object_texts(value: Any, depth: int, seen: set[int]) -> Iterator[str]:
    if hasattr(value, "get_data") and hasattr(value, "headers"):  # a web response
        yield from _texts(value.get_data(), depth + 1, seen)
        yield from (f"{name}: {text}" for name, text in value.headers.items())
    elif hasattr(value, "texts"):
        yield from _texts(value.texts, depth + 1, seen)
    elif hasattr(value, "returned"):  # an outcome
        yield from _texts([value.value, value.error, getattr(value, "message", "")], depth + 1, seen)
    else:
        yield from _remote_texts(value, depth, seen)


def _remote_texts(value: Any, depth: int, seen: set[int]) -> Iterator[str]:
    """What an object of the solution's says: its attributes' dictionary, its items, or its text."""
    from harness import attempt, attribute

    fields = attempt(attribute, value, "__dict__")
    if fields.returned and isinstance(fields.value, dict):
        yield from _texts(fields.value, depth + 1, seen)
    items = attempt(lambda: [item for _, item in zip(range(1000), value)])
    if items.returned and isinstance(items.value, list):
        yield from _texts(items.value, depth + 1, seen)
        if items.value and re.fullmatch(r"\w+", "".join(k for k in items.value if isinstance(k, str)) or "-"):
            yield from _texts([_got(value, key) for key in items.value[:100] if isinstance(key, str)], depth + 1, seen)
    text = attempt(lambda: value.__str__())
    if text.returned and isinstance(text.value, str):
        yield text.value


def _got(value: Any, key: str) -> Any:
    from harness import attempt

    return attempt(lambda: value[key]).value
