ESCAPES = {"\\": "\\5c", "*": "\\2a", "(": "\\28", ")": "\\29", "\0": "\\00"}


def escape(text):
    return "".join(ESCAPES.get(sign, sign) for sign in text)


class Roster:
    def by_text(self, text, field="cn"):
        return f"(&(status=active)({field}=*{escape(text)}*))"

    def login(self, number, pin):
        return f"(&(status=active)(number={escape(number)})(pin={escape(pin)}))"

    def to_call(self, town, skills):
        any_of = "".join(f"(skill={escape(skill)})" for skill in skills)
        return f"(&(status=active)(phone=*)(town={escape(town)})(|{any_of}))"
