"""Filters in the notation of LDAP, and the entries that they find (RFC 4515; RFC 4526 for `(&)` and `(|)`).

names = [entry["cn"] for entry in directory.found("(&(town=Selm)(cn=*jansen*))", MEMBERS)]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

#: The values of each attribute; one value may stand there by itself. Names of attributes are written in small letters.
Entry = Mapping[str, str | Sequence[str]]
_Test = Callable[[Entry], bool]

_ITEM = re.compile(r"([A-Za-z][\w.-]*)\s*([~<>]?=)([^()]*)\)", re.S)
_DEEPEST = 50


def found(filter: str, entries: Iterable[Entry]) -> list[Entry]:
    """The entries that the filter finds. Raises ValueError where there is none; what stands behind it is ignored."""
    test, _ = _filter(filter, 0, 0)
    return [entry for entry in entries if test(entry)]


def values(entry: Entry, attribute: str) -> list[str]:
    """The values of an attribute; none if the entry does not have it."""
    held = entry.get(attribute.lower(), ())
    return [held] if isinstance(held, str) else list(held)


def _filter(text: str, place: int, depth: int) -> tuple[_Test, int]:
    """The filter that begins at a place, and the place behind it."""
    place = _behind_blanks(text, place)
    if text[place : place + 1] != "(" or depth > _DEEPEST:
        raise ValueError(f"no filter at {place} of {text!r}")
    place = _behind_blanks(text, place + 1)
    sign = text[place : place + 1]
    if not sign or sign not in "&|!":
        return _comparison(text, place)
    place = _behind_blanks(text, place + 1)
    parts: list[_Test] = []
    while text[place : place + 1] == "(":
        part, place = _filter(text, place, depth + 1)
        parts.append(part)
        place = _behind_blanks(text, place)
    if text[place : place + 1] != ")" or (sign == "!" and len(parts) != 1):
        raise ValueError(f"the filter does not end at {place} of {text!r}")
    if sign == "!":
        return (lambda entry: not parts[0](entry)), place + 1
    join = all if sign == "&" else any
    return (lambda entry: join(part(entry) for part in parts)), place + 1


def _behind_blanks(text: str, place: int) -> int:
    while text[place : place + 1] == " ":
        place += 1
    return place


def _comparison(text: str, place: int) -> tuple[_Test, int]:
    item = _ITEM.match(text, place)
    if item is None:
        raise ValueError(f"no comparison at {place} of {text!r}")
    attribute, sign, value = item.groups()
    if value == "*" and sign == "=":
        return (lambda entry: bool(values(entry, attribute))), item.end()
    parts = [_decoded(part).casefold() for part in (value.split("*") if sign == "=" else [value])]
    compare = _as_pattern(parts) if sign in ("=", "~=") else _in_order(sign, parts[0])
    return (lambda entry: any(compare(one.casefold()) for one in values(entry, attribute))), item.end()


def _as_pattern(parts: Sequence[str]) -> Callable[[str], bool]:
    pattern = re.compile(".*".join(map(re.escape, parts)), re.S)
    return lambda value: pattern.fullmatch(value) is not None


def _in_order(sign: str, other: str) -> Callable[[str], bool]:
    return lambda value: value >= other if sign == ">=" else value <= other


def _decoded(text: str) -> str:
    if re.search(r"\\(?![0-9A-Fa-f]{2})", text):
        raise ValueError(f"a backslash without two digits in {text!r}")
    raw = re.sub(
        rb"\\([0-9A-Fa-f]{2})", lambda code: bytes.fromhex(code[1].decode()), text.encode("utf-8", "surrogatepass")
    )
    return raw.decode("utf-8", "replace")
