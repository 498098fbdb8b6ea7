MENU = frozenset({"cn", "town", "skill"})
ESCAPES = {"\\": r"\5c", "*": r"\2a", "(": r"\28", ")": r"\29", "\0": r"\00"}


def clean(text):
    return "".join(ESCAPES.get(char, char) for char in text.strip())


def equals(attribute, text):
    value = clean(text)
    return f"({attribute}={value})" if value else ""


def contains(attribute, text):
    value = clean(text)
    return f"({attribute}=*{value}*)" if value else ""


def all_of(*filters):
    return "(&" + "".join(filters) + ")"


def any_of(*filters):
    return "(|" + "".join(filters) + ")"


class Roster:
    active = equals("status", "active")

    def by_text(self, text, field="cn"):
        if field not in MENU:
            raise ValueError("field must be one of " + ", ".join(sorted(MENU)))
        return all_of(self.active, contains(field, text))

    def login(self, number, pin):
        return all_of(self.active, equals("number", number), equals("pin", pin))

    def to_call(self, town, skills):
        return all_of(
            self.active,
            equals("town", town),
            "(phone=*)",
            any_of(*(equals("skill", skill) for skill in skills)),
        )
