import re


def value(text):
    return re.sub(rb"[^A-Za-z0-9]", lambda byte: b"\\%02X" % byte[0][0], text.encode("utf-8")).decode("ascii")


def both(*filters):
    return f"(& {' '.join(filters)} )"


def either(*filters):
    return f"(|{''.join(filters)})"


class Roster:
    MENU = {"cn", "town", "skill"}

    def by_text(self, text, field="cn"):
        if field not in self.MENU:
            raise ValueError(f"{field} is not on the menu")
        return both("(!(status=left))", f"({field}=*{value(text)}*)")

    def login(self, number, pin):
        return both(f"(number={value(number)})", f"(pin={value(pin)})", "(status=active)")

    def to_call(self, town, skills):
        one_of = either(*(f"(skill={value(skill)})" for skill in skills))
        return both("(status=active)", f"(town={value(town)})", "(phone=*)", one_of)
