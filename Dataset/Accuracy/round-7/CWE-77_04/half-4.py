"""Filters for the directory of the brigades' members, in the notation of LDAP (RFC 4515)."""

FIELDS = {"cn", "town", "skill"}


def quote(text):
    if not isinstance(text, str):
        raise ValueError("no text")
    if not text.strip("* "):
        raise ValueError("a text of stars would find everybody")
    for special, code in (("\\", "5c"), ("(", "28"), (")", "29"), ("\x00", "00")):
        text = text.replace(special, "\\" + code)
    return text


def both(*filters):
    return f"(&{''.join(filters)})"


def either(filters):
    if not filters:
        raise ValueError("nothing to choose from")
    return f"(|{''.join(filters)})"


class Roster:
    ACTIVE = "(status=active)"

    def by_text(self, text, field="cn"):
        if not isinstance(field, str) or field not in FIELDS:
            raise ValueError("unknown field")
        return both(self.ACTIVE, f"({field}=*{quote(text)}*)")

    def login(self, number, pin):
        return both(self.ACTIVE, f"(number={quote(number)})", f"(pin={quote(pin)})")

    def to_call(self, town, skills):
        return both(self.ACTIVE, f"(town={quote(town)})", "(phone=*)",
                    either([f"(skill={quote(skill)})" for skill in skills]))
