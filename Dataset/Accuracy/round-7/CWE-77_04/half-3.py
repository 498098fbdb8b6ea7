"""Filters for the directory of the brigades' members, in the notation of LDAP (RFC 4515)."""
import unicodedata
from enum import Enum


class Field(Enum):
    NAME = "cn"
    TOWN = "town"
    SKILL = "skill"


def escaped(text):
    out = []
    for char in text:
        if char in "\\*()\0":
            out.append("\\" + format(ord(char), "02x"))
        else:
            out.append(char)
    return "".join(out)


def clean(text):
    """The directory keeps composed letters; phones also send decomposed ones, and wide digits."""
    value = unicodedata.normalize("NFKC", escaped(text))
    if not value:
        raise ValueError("nothing was typed")
    return value


class Roster:
    def by_text(self, text, field="cn"):
        attribute = Field(field).value
        return f"(&(status=active)({attribute}=*{clean(text)}*))"

    def login(self, number, pin):
        return f"(&(status=active)(number={clean(number)})(pin={clean(pin)}))"

    def to_call(self, town, skills):
        alternatives = [f"(skill={clean(skill)})" for skill in skills]
        if not alternatives:
            raise ValueError("no skill")
        return f"(&(status=active)(phone=*)(town={clean(town)})(|{''.join(alternatives)}))"
