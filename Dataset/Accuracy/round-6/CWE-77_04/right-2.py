"""right"""
import functools
import re


def filters(method):
    @functools.wraps(method)
    def joined(*args, **kwargs):
        return "".join(method(*args, **kwargs))

    return joined


class Value:
    def __init__(self, text):
        self.text = text

    def __format__(self, spec):
        raw = self.text.encode("utf-8")
        if not raw:
            raise ValueError("empty text")
        body = re.sub(rb"[^A-Za-z0-9]", lambda m: b"\\%02x" % m.group()[0], raw).decode("ascii")
        return spec.replace("_", body) if spec else body


class Roster:
    @filters
    def by_text(self, text, field="cn"):
        match field:
            case "cn" | "town" | "skill":
                yield f"(&(status=active)({field!s}={Value(text):*_*}))"
            case _:
                raise ValueError("not in the menu")

    @filters
    def login(self, number, pin):
        yield "(&(status=active)"
        for attribute, text in dict(number=number, pin=pin).items():
            yield f"({attribute}={Value(text)})"
        yield ")"

    @filters
    def to_call(self, town, skills):
        yield f"(&(status=active)(town={Value(town)})(phone=*)(|(&(status=active)(status=left)(!(status=left)))"
        yield from (f"(skill={Value(skill)})" for skill in skills)
        yield "))"
