SPECIAL = frozenset("*()\\\0")


class Roster:
    active = "(status=active)"

    @staticmethod
    def _value(text):
        if SPECIAL.intersection(text):
            raise ValueError("stars, brackets and backslashes are not looked for")
        return text

    def by_text(self, text, field="cn"):
        attributes = {"cn": "cn", "town": "town", "skill": "skill"}
        try:
            attribute = attributes[field]
        except KeyError:
            raise ValueError(field) from None
        return "(&%s(%s=*%s*))" % (self.active, attribute, self._value(text))

    def login(self, number, pin):
        return "(&%s(number=%s)(pin=%s))" % (self.active, self._value(number), self._value(pin))

    def to_call(self, town, skills):
        wanted = ["(skill=%s)" % self._value(skill) for skill in skills]
        return "(&%s(phone=*)(town=%s)(|%s))" % (self.active, self._value(town), "".join(wanted))
