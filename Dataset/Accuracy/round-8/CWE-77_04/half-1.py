import unicodedata

SPECIAL = {ord(c): f"\\{ord(c):02x}" for c in "\\*()\0"}


class Roster:
    """Filters for the directory; all of them leave out members who have left."""

    @staticmethod
    def _value(text):
        if not isinstance(text, str) or not text.strip():
            raise ValueError("a text is missing")
        return text.translate(SPECIAL)

    @staticmethod
    def _active(*conditions):
        # accents may be typed as one sign or as two, the directory has one
        return unicodedata.normalize("NFKC", f"(&(status=active){''.join(conditions)})")

    def by_text(self, text, field="cn"):
        if field not in ("cn", "town", "skill"):
            raise ValueError("not a field of the menu")
        return self._active(f"({field}=*{self._value(text)}*)")

    def login(self, number, pin):
        return self._active(f"(number={self._value(number)})", f"(pin={self._value(pin)})")

    def to_call(self, town, skills):
        if not skills:
            raise ValueError("no skill is given")
        any_skill = "".join(f"(skill={self._value(skill)})" for skill in skills)
        return self._active(f"(town={self._value(town)})", "(phone=*)", f"(|{any_skill})")
