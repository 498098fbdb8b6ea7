import re
from dataclasses import dataclass


@dataclass
class Text:
    text: str

    def run(self, member, open_):
        return self.text


@dataclass
class Put:
    inner: str

    def __post_init__(self):
        # "name" or "name|filter"
        self.name, *self.filters = (word.strip() for word in self.inner.split("|"))
        if not is_name(self.name) or len(self.filters) > 1 or not set(self.filters) <= {"upper", "lower"}:
            raise ValueError(f"a letter cannot hold {{{{{self.inner}}}}}")

    def run(self, member, open_):
        value = member.get(self.name, "")
        return {"upper": str.upper, "lower": str.lower}[self.filters[0]](value) if self.filters else value


@dataclass
class If:
    name: str

    def run(self, member, open_):
        open_.append(bool(member.get(self.name)))
        return ""


class EndIf:
    def run(self, member, open_):
        open_.pop()
        return ""


def is_name(text):
    return re.fullmatch(r"[^\W\d]\w*", text) is not None


def tag(inner):
    match inner.split():
        case ["endif"]:
            return EndIf()
        case ["if", name] if is_name(name):
            return If(name)
    raise ValueError(f"a letter cannot hold {{%{inner}%}}")


SCANNER = re.Scanner([
    (r"\{\{(?!\{)(?:(?!\}\}).)*\}\}", lambda _, found: Put(found[2:-2])),
    (r"\{%(?:(?!%\}).)*%\}", lambda _, found: tag(found[2:-2])),
    (r"[^{]+|\{", lambda _, found: Text(found)),
], re.DOTALL)


def program(template):
    steps, rest = SCANNER.scan(template)
    assert not rest
    depth = 0
    for step in steps:
        depth += isinstance(step, If) - isinstance(step, EndIf)
        if depth < 0:
            raise ValueError("an endif too many")
    if depth:
        raise ValueError("an endif is missing")
    return steps


def letter(steps, member):
    open_ = []
    for step in steps:
        visible = all(open_)
        text = step.run(member, open_)
        if visible:
            yield text


def circular(template, members):
    steps = program(template)
    return ["".join(letter(steps, member)) for member in members]
