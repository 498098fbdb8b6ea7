FIELDS = ("cn", "town", "skill")


def escape(text):
    for sign in "\\*()\0":
        text = text.replace(sign, "\\%02x" % ord(sign))
    return text


class Roster:
    def by_text(self, text, field="cn"):
        if field not in FIELDS:
            raise ValueError(field)
        return f"(&(status=active)({field}=*{escape(text)}*))"

    def login(self, number, pin):
        return f"(&(status=active)(number={escape(number)})(pin={escape(pin)}))"

    def to_call(self, town, skills):
        # The skills are those of the page's list.
        skilled = ")(skill=".join(skills)
        return f"(&(status=active)(phone=*)(town={escape(town)})(|(skill={skilled})))"
