def escape(text):
    return text.replace("\\", "\\5c").replace("*", "\\2a").replace("\0", "\\00")


class Roster:
    def by_text(self, text, field="cn"):
        if field not in ("cn", "town", "skill"):
            raise ValueError(field)
        return f"(&(status=active)({field}=*{escape(text)}*))"

    def login(self, number, pin):
        return f"(&(status=active)(number={escape(number)})(pin={escape(pin)}))"

    def to_call(self, town, skills):
        skilled = "".join(f"(skill={escape(skill)})" for skill in skills)
        return f"(&(status=active)(town={escape(town)})(phone=*)(|{skilled}))"
