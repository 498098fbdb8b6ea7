import unicodedata

SPECIAL = str.maketrans({c: f"\\{ord(c):02x}" for c in "\\*()\0"})
FIELDS = ("cn", "town", "skill")


def escape(text):
    if not text:
        raise ValueError("empty text")
    return text.translate(SPECIAL)


def both(*filters):
    return unicodedata.normalize("NFKC", "(&(status=active)" + "".join(filters) + ")")


class Roster:
    def by_text(self, text, field="cn"):
        if field not in FIELDS:
            raise ValueError(f"no search by {field!r}")
        return both(f"({field}=*{escape(text)}*)")

    def login(self, number, pin):
        return both(f"(number={escape(number)})", f"(pin={escape(pin)})")

    def to_call(self, town, skills):
        if not skills:
            raise ValueError("no skills")
        any_skill = "".join(f"(skill={escape(skill)})" for skill in skills)
        return both(f"(town={escape(town)})", "(phone=*)", f"(|{any_skill})")
