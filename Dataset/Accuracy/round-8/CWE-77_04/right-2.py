"""Filters for the directory of the brigades' members, in the notation of LDAP (RFC 4515)."""
from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import Enum


class Menu(str, Enum):
    NAME = "cn"
    TOWN = "town"
    SKILL = "skill"


class Filter:
    def __and__(self, other: Filter) -> Filter:
        return Group("&", (self, other))

    def __or__(self, other: Filter) -> Filter:
        return Group("|", (self, other))

    def __invert__(self) -> Filter:
        return Group("!", (self,))


@dataclass(frozen=True)
class Group(Filter):
    sign: str
    parts: tuple

    def __str__(self):
        return f"({self.sign}{''.join(map(str, self.parts))})"


@dataclass(frozen=True)
class Compare(Filter):
    """The attribute against texts with a star between each two of them."""
    attribute: str
    texts: tuple

    def __post_init__(self):
        if not all(isinstance(text, str) for text in self.texts):
            raise ValueError("texts are strings")

    def __str__(self):
        plain = str.maketrans({c: f"\\{ord(c):02x}" for c in "\\()*\0\r\n"})
        return f"({self.attribute}={'*'.join(text.translate(plain) for text in self.texts)})"


def _text(value):
    if not isinstance(value, str) or not value.strip():
        raise ValueError("nothing was typed")
    value.encode("utf-8")
    return value


def _is(attribute, value):
    return Compare(attribute, (_text(value),))


def _has(attribute):
    return Compare(attribute, ("", ""))


def of_active(method):
    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        return str(_is("status", "active") & method(self, *args, **kwargs))
    return wrapper


class Roster:
    @of_active
    def by_text(self, text, field="cn"):
        return Compare(Menu(field).value, ("", _text(text), ""))

    @of_active
    def login(self, number, pin):
        return _is("number", number) & _is("pin", pin)

    @of_active
    def to_call(self, town, skills):
        nobody = ~_is("status", "active")
        wanted = functools.reduce(Filter.__or__, (_is("skill", skill) for skill in [*skills]), nobody)
        return _is("town", town) & _has("phone") & wanted
