import re


def cleaned(text):
    return re.sub(r"[()\\\0]", "", text)


class Roster:
    menu = ("cn", "town", "skill")

    def by_text(self, text, field="cn"):
        if field not in self.menu:
            raise ValueError("no such field")
        return f"(&(status=active)({field}=*{cleaned(text)}*))"

    def login(self, number, pin):
        return f"(&(status=active)(number={cleaned(number)})(pin={cleaned(pin)}))"

    def to_call(self, town, skills):
        skilled = "".join(f"(skill={cleaned(skill)})" for skill in skills)
        return f"(&(status=active)(phone=*)(town={cleaned(town)})(|{skilled}))"
