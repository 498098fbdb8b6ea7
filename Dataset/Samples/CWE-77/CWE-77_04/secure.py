FIELDS = ("cn", "town", "skill")


def escaped(text):
    for sign in "\\*()\0":
        text = text.replace(sign, f"\\{ord(sign):02x}")
    return text


class Roster:
    def by_text(self, text, field="cn"):
        if field not in FIELDS:
            raise ValueError(f"no field of the menu: {field!r}")
        return f"(&(status=active)({field}=*{escaped(text)}*))"

    def login(self, number, pin):
        return f"(&(status=active)(number={escaped(number)})(pin={escaped(pin)}))"

    def to_call(self, town, skills):
        any_skill = "".join(f"(skill={escaped(skill)})" for skill in skills)
        return f"(&(status=active)(phone=*)(town={escaped(town)})(|{any_skill}))"
