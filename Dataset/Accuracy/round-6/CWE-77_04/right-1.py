"""right"""
from dataclasses import dataclass
from functools import reduce
from typing import Literal, get_args

Menu = Literal["cn", "town", "skill"]


@dataclass(frozen=True)
class Filter:
    notation: str

    def __and__(self, other):
        return Filter(f"(&{self}{other})")

    def __or__(self, other):
        return Filter(f"(|{self}{other})")

    def __invert__(self):
        return Filter(f"(!{self})")

    def __str__(self):
        return self.notation


class Attribute(str):
    def __eq__(self, text):
        return Filter(f"({str(self)}={self._bytes(text)})")

    def __contains__(self, text):
        raise TypeError("use has()")

    __hash__ = str.__hash__

    def has(self, text):
        return Filter(f"({str(self)}=*{self._bytes(text)}*)")

    def present(self):
        return Filter(f"({str(self)}=*)")

    @staticmethod
    def _bytes(text):
        if not text:
            raise ValueError("a text must not be empty")
        return "".join(map(r"\{:02x}".format, text.encode()))


ACTIVE = ~(Attribute("status") == "left")
NOBODY = Attribute("cn").present() & ~Attribute("cn").present()


class Roster:
    def by_text(self, text, field="cn"):
        if field not in get_args(Menu):
            raise ValueError(field)
        return str(ACTIVE & Attribute(field).has(text))

    def login(self, number, pin):
        return str(ACTIVE & (Attribute("number") == number) & (Attribute("pin") == pin))

    def to_call(self, town, skills):
        skilled = reduce(Filter.__or__, (Attribute("skill") == skill for skill in skills), NOBODY)
        return str(ACTIVE & Attribute("phone").present() & (Attribute("town") == town) & skilled)
