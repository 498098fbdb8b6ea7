FIELDS = ("cn", "town", "skill")


def escape(text):
    return text.replace("\\", r"\5c").replace("(", r"\28").replace(")", r"\29").replace("*", r"\2a")


class Roster:
    def by_text(self, text, field="cn"):
        if field not in FIELDS:
            raise ValueError(field)
        return f"(&(status=active)({field}=*{escape(text)}*))"

    def login(self, number, pin):
        if not number.isdigit():
            raise ValueError("a number has digits only")
        return f"(&(status=active)(number={number})(pin={pin}))"

    def to_call(self, town, skills):
        return "(&(status=active)(phone=*)(town={})(|{}))".format(
            escape(town), "".join(f"(skill={escape(skill)})" for skill in skills)
        )
