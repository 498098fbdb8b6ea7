import re


def escape(text):
    return re.sub(r"[\\*()\x00-\x1f\x7f]", lambda m: "\\%02x" % ord(m[0]), text)


def compare(attribute, text, around=""):
    # blanks before, behind and twice are slips of the keyboard
    words = " ".join(text.split())
    value = around + escape(words) + around
    return f"({attribute}={value.replace('**', '*') or '*'})"


def both(*filters):
    return "(&" + "".join(filters) + ")"


class Roster:
    FIELDS = frozenset({"cn", "town", "skill"})
    ACTIVE = "(status=active)"

    @staticmethod
    def _given(*texts):
        for text in texts:
            if not isinstance(text, str) or text == "":
                raise ValueError("this may not be empty")

    def by_text(self, text, field="cn"):
        if field not in self.FIELDS:
            raise ValueError(f"not searchable: {field!r}")
        self._given(text)
        return both(self.ACTIVE, compare(field, text, around="*"))

    def login(self, number, pin):
        self._given(number, pin)
        return both(self.ACTIVE, compare("number", number), compare("pin", pin))

    def to_call(self, town, skills):
        self._given(town, *skills)
        wanted = "(|" + "".join(compare("skill", skill) for skill in skills) + ")"
        return both(self.ACTIVE, compare("town", town), compare("phone", ""), wanted)
