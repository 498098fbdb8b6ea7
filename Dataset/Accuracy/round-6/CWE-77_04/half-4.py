import re

FIELDS = {"cn", "town", "skill"}
UNUSUAL = re.compile(r"[^\w !&,'-.=]")


def hexed(text):
    return "".join(f"\\{byte:02x}" for byte in text.encode("utf-8"))


def secret(text):
    if not text:
        raise ValueError("empty")
    return hexed(text)


def prose(text):
    if not text:
        raise ValueError("empty")
    return UNUSUAL.sub(lambda match: hexed(match.group()), text)


class Roster:
    def by_text(self, text, field="cn"):
        if field not in FIELDS:
            raise ValueError(f"unknown field {field}")
        return f"(&(status=active)({field}=*{prose(text)}*))"

    def login(self, number, pin):
        return f"(&(status=active)(number={secret(number)})(pin={secret(pin)}))"

    def to_call(self, town, skills):
        if not skills:
            raise ValueError("at least one skill is needed")
        choice = "".join(f"(skill={prose(skill)})" for skill in skills)
        return f"(&(status=active)(phone=*)(town={prose(town)})(|{choice}))"
