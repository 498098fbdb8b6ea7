"""Filters for the directory of the brigades' members, in the notation of LDAP (RFC 4515)."""


def escape(text):
    if not isinstance(text, str) or not text:
        raise ValueError("a text that is not empty was expected")
    return "".join(c if c.isascii() and c.isalnum() else
                   "".join(f"\\{byte:02x}" for byte in c.encode("utf-8"))
                   for c in text)


class Roster:
    FIELDS = ("cn", "town", "skill")

    def by_text(self, text, field="cn"):
        if field not in self.FIELDS:
            raise ValueError("this field is not in the menu")
        return f"(&(status=active)({field}=*{escape(text)}*))"

    def login(self, number, pin):
        return f"(&(status=active)(number={escape(number)})(pin={escape(pin)}))"

    def to_call(self, town, skills):
        if isinstance(skills, str):
            raise ValueError("skills are a list of texts")
        wanted = "".join(f"(skill={escape(skill)})" for skill in skills)
        if not wanted:
            wanted = "(!(status=active))"
        return f"(&(status=active)(town={escape(town)})(phone=*)(|{wanted}))"
