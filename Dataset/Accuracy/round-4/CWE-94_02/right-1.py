import re
from dataclasses import dataclass, field

TAG = re.compile(r"\{\{(?P<show>.*?)\}\}|\{%(?P<do>.*?)%\}", re.DOTALL)
SHOW = re.compile(r"\s*(?P<name>[^\W\d]\w*)\s*(?:\|\s*(?P<how>upper|lower)\s*)?")
DO = re.compile(r"\s*(?:if\s+(?P<name>[^\W\d]\w*)|endif)\s*")


@dataclass
class Text:
    text: str

    def write(self, member):
        yield self.text


@dataclass
class Field:
    name: str
    how: str | None

    def write(self, member):
        value = member.get(self.name, "")
        yield {"upper": str.upper, "lower": str.lower, None: str}[self.how](value)


@dataclass
class Block:
    name: str | None = None
    parts: list = field(default_factory=list)

    def write(self, member):
        if self.name is None or member.get(self.name):
            for part in self.parts:
                yield from part.write(member)


def parse(template):
    stack, end = [Block()], 0
    for tag in TAG.finditer(template):
        stack[-1].parts.append(Text(template[end:tag.start()]))
        end = tag.end()
        pattern, inner = (SHOW, tag["show"]) if tag["show"] is not None else (DO, tag["do"])
        match = pattern.fullmatch(inner)
        if match is None:
            raise ValueError(f"not in the notation: {tag[0]!r}")
        if pattern is SHOW:
            stack[-1].parts.append(Field(match["name"], match["how"]))
        elif match["name"]:
            stack[-1].parts.append(Block(match["name"]))
            stack.append(stack[-1].parts[-1])
        elif len(stack) > 1:
            stack.pop()
        else:
            raise ValueError("endif without if")
    if len(stack) > 1:
        raise ValueError("if without endif")
    stack[0].parts.append(Text(template[end:]))
    return stack[0]


def circular(template, members):
    tree = parse(template)
    return ["".join(tree.write(member)) for member in members]
