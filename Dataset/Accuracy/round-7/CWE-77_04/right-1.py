"""Filters as trees: only __str__ knows the notation, and writes every sign that is no ASCII letter or digit as bytes."""
from __future__ import annotations
from dataclasses import dataclass
from functools import cached_property


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
    parts: tuple[Filter, ...]

    def __str__(self) -> str:
        return f"({self.sign}{''.join(map(str, self.parts))})"


@dataclass(frozen=True)
class Literal:
    text: str

    def __post_init__(self):
        if not isinstance(self.text, str) or self.text == "":
            raise ValueError("a text that is not empty is expected")

    def __str__(self) -> str:
        plain = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        return "".join(chr(b) if b in plain else f"\\{b:02x}" for b in self.text.encode("utf-8"))


@dataclass(frozen=True)
class Has(Filter):
    attribute: str
    value: Literal | None = None
    somewhere: bool = False

    def __str__(self) -> str:
        star = "*" * self.somewhere
        return f"({self.attribute}={star}{self.value}{star})" if self.value else f"({self.attribute}=*)"


class Roster:
    @cached_property
    def _here(self) -> Filter:
        return Has("status", Literal("active"))

    def by_text(self, text, field="cn"):
        match field:
            case "cn" | "town" | "skill":
                return str(self._here & Has(str(field), Literal(text), somewhere=True))
        raise ValueError("no such field in the menu")

    def login(self, number, pin):
        return str(self._here & Has("number", Literal(number)) & Has("pin", Literal(pin)))

    def to_call(self, town, skills):
        wanted: Filter = ~self._here
        for skill in skills:
            wanted = wanted | Has("skill", Literal(skill))
        return str(self._here & Has("phone") & Has("town", Literal(town)) & wanted)
