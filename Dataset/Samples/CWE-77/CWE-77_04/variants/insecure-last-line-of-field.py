import re


def escape(text):
    return re.sub(r"[\\*()\0]", lambda sign: f"\\{ord(sign[0]):02x}", text)


class Roster:
    def by_text(self, text, field="cn"):
        if not re.match(r"cn|town|skill", field):
            raise ValueError(f"not on the menu: {field}")
        return f"(&(status=active)({field}=*{escape(text)}*))"

    def login(self, number, pin):
        return f"(&(status=active)(number={escape(number)})(pin={escape(pin)}))"

    def to_call(self, town, skills):
        wanted = "".join(f"(skill={escape(skill)})" for skill in skills)
        return f"(&(status=active)(phone=*)(town={escape(town)})(|{wanted}))"
