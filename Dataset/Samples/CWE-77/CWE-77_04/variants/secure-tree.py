from dataclasses import dataclass

ESCAPES = str.maketrans({"\\": r"\5c", "*": r"\2a", "(": r"\28", ")": r"\29", "\0": r"\00", "\n": r"\0a"})


@dataclass
class Equal:
    attribute: str
    value: str
    inside: bool = False

    def __str__(self):
        star = "*" if self.inside else ""
        return f"({self.attribute}={star}{self.value.translate(ESCAPES)}{star})"


class All(list):
    sign = "&"

    def __str__(self):
        return f"({self.sign}{''.join(map(str, self))})"


class Any(All):
    sign = "|"


class Roster:
    def by_text(self, text, field="cn"):
        if field in ("cn", "town", "skill"):
            return str(All([Equal(field, text, inside=True), Equal("status", "active")]))
        raise ValueError("cn, town or skill")

    def login(self, number, pin):
        return str(All([Equal("status", "active"), Equal("number", number), Equal("pin", pin)]))

    def to_call(self, town, skills):
        skilled = Any(Equal("skill", skill) for skill in skills)
        return str(All([Equal("status", "active"), Equal("town", town), "(phone=*)", skilled]))
