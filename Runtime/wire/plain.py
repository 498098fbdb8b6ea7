"""Plain data on the wire.

`None`, `bool`, `str`, `float`, ordinary `int`s and lists are themselves in JSON; everything else is an object whose
`!` names its kind. Decoding yields exact builtin types, and a reference for whatever is none of them.
"""

import base64
from collections.abc import Callable
from typing import Any

from wire.frames import Violation

_DEEPEST_ENCODED = 60
_DEEPEST_DECODED = 200
_BITS_OF_A_JSON_INT = 2048

Reference = dict[str, Any]


def encode(value: Any, refer: Callable[[Any], Reference], depth: int = 0) -> Any:
    """Makes JSON of `value`; `refer` supplies a reference for what is not plain.

    Subclasses of plain types lose their class: a `Markup` is sent as the `str` it is. The base class's own methods
    read them, so that an overridden one cannot lie about the content.
    """
    kind = type(value)
    if kind is str or value is None or value is True or value is False:
        return value
    if depth > _DEEPEST_ENCODED:
        return refer(value)
    if issubclass(kind, str):
        return "".join(str.__iter__(value))
    if issubclass(kind, int):
        whole = int.__int__(value)
        return whole if whole.bit_length() <= _BITS_OF_A_JSON_INT else {"!": "int", "v": hex(whole)}
    if issubclass(kind, float):
        return float.__float__(value)
    if issubclass(kind, (bytes, bytearray)):
        name, base = ("bytes", bytes) if issubclass(kind, bytes) else ("bytearray", bytearray)
        return {"!": name, "v": base64.b64encode(bytes(base.__iter__(value))).decode()}  # type: ignore[arg-type]
    if issubclass(kind, list):
        return [encode(item, refer, depth + 1) for item in list.__iter__(value)]
    for base, name in ((tuple, "tuple"), (set, "set"), (frozenset, "frozenset")):
        if issubclass(kind, base):
            return {"!": name, "v": [encode(item, refer, depth + 1) for item in base.__iter__(value)]}
    if issubclass(kind, dict):
        pairs = [[encode(k, refer, depth + 1), encode(v, refer, depth + 1)] for k, v in dict.items(value)]
        return {"!": "dict", "v": pairs}
    if kind is complex:
        return {"!": "complex", "v": [value.real, value.imag]}
    return refer(value)


def decode(document: Any, resolve: Callable[[Reference], Any], depth: int = 0) -> Any:
    """The opposite of `encode`. Raises Violation for what `encode` cannot have made."""
    try:
        return _decode(document, resolve, depth)
    except (TypeError, ValueError, KeyError, AttributeError, IndexError, OverflowError) as error:
        raise Violation(f"a value that is not plain data ({type(error).__name__})") from None


def _decode(document: Any, resolve: Callable[[Reference], Any], depth: int) -> Any:
    if depth > _DEEPEST_DECODED:
        raise Violation("a value that is nested too deeply")
    kind = type(document)
    if document is None or kind in (str, bool, int, float):
        return document
    if kind is list:
        return [_decode(item, resolve, depth + 1) for item in document]
    if kind is not dict:
        raise Violation("a value of an unknown kind")
    tag, content = document.get("!"), document.get("v")

    def items() -> list[Any]:
        if type(content) is not list:
            raise Violation(f"a {tag} without content")
        return [_decode(item, resolve, depth + 1) for item in content]

    match tag:
        case "bytes":
            return base64.b64decode(content, validate=True)
        case "bytearray":
            return bytearray(base64.b64decode(content, validate=True))
        case "int":
            return int(content, 16)
        case "complex":
            return complex(float(content[0]), float(content[1]))
        case "tuple":
            return tuple(items())
        case "set":
            return _set(items())
        case "frozenset":
            return frozenset(_set(items()))  # copies the table, without comparing
        case "dict":
            return {
                _decode(key, resolve, depth + 1): _decode(value, resolve, depth + 1) for key, value in content
            }
        case "object":
            return resolve(document)
    raise Violation("a value of an unknown kind")


def _set(items: list[Any]) -> set[Any]:
    """One by one: building a set of colliding items in one step could not be interrupted by a time limit."""
    made: set[Any] = set()
    for item in items:
        made.add(item)
    return made
