"""Filters for the directory of the brigades' members, in the notation of LDAP (RFC 4515)."""
import re

ESCAPES = str.maketrans({"\\": r"\5c", "*": r"\2a", "(": r"\28", ")": r"\29", "\0": r"\00"})
FIELD = re.compile(r"^cn|town|skill$")


def _value(text):
    if text == "":
        raise ValueError("empty text")
    return text.translate(ESCAPES)


def _active(*conditions):
    return "(&(status=active)" + "".join(conditions) + ")"


class Roster:
    def by_text(self, text, field="cn"):
        if not FIELD.match(field):
            raise ValueError("by_text looks at cn, town and skill only")
        return _active("(%s=*%s*)" % (field, _value(text)))

    def login(self, number, pin):
        return _active("(number=%s)" % _value(number), "(pin=%s)" % _value(pin))

    def to_call(self, town, skills):
        if not skills:
            raise ValueError("no skills")
        one_of = "(|" + "".join("(skill=%s)" % _value(s) for s in skills) + ")"
        return _active("(town=%s)" % _value(town), "(phone=*)", one_of)
