"""Filters for the directory of the brigades' members, in the notation of LDAP (RFC 4515)."""
import re

MENU = ("cn", "town", "skill")
# a backslash that already begins an escape is left, so that nothing is escaped twice
SPECIAL = re.compile(r"\\(?![0-9a-fA-F]{2})|[*()\x00]")


def escape(text):
    if not isinstance(text, str) or not text:
        raise ValueError("a text is expected")
    return SPECIAL.sub(lambda m: "\\%02x" % ord(m[0]), text)


class Roster:
    def by_text(self, text, field="cn"):
        if field not in MENU:
            raise ValueError(f"not in the menu: {field!r}")
        return f"(&(status=active)({field}=*{escape(text)}*))"

    def login(self, number, pin):
        return f"(&(status=active)(number={escape(number)})(pin={escape(pin)}))"

    def to_call(self, town, skills):
        any_skill = "".join(f"(skill={escape(skill)})" for skill in skills)
        if not any_skill:
            raise ValueError("at least one skill")
        return f"(&(status=active)(town={escape(town)})(phone=*)(|{any_skill}))"
