import re
from dataclasses import dataclass, field

NAME = r"[^\W\d]\w*"
MARK = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%)", re.DOTALL)
SHOW = re.compile(rf"\{{\{{\s*({NAME})\s*(?:\|\s*(upper|lower)\s*)?\}}\}}")
WHEN = re.compile(rf"\{{%\s*if\s+({NAME})\s*%\}}")
END = re.compile(r"\{%\s*endif\s*%\}")


@dataclass
class Text:
    text: str

    def write(self, member):
        yield self.text


@dataclass
class Show:
    name: str
    change: str

    def write(self, member):
        value = member.get(self.name, "")
        yield {"upper": str.upper, "lower": str.lower}.get(self.change, str)(value)


@dataclass
class When:
    name: str
    parts: list = field(default_factory=list)

    def write(self, member):
        if self.name is None or member.get(self.name):
            for part in self.parts:
                yield from part.write(member)


def compiled(template):
    open_parts = [When(None)]
    for piece in MARK.split(template):
        if not piece.startswith(("{{", "{%")):
            open_parts[-1].parts.append(Text(piece))
        elif shown := SHOW.fullmatch(piece):
            open_parts[-1].parts.append(Show(*shown.groups()))
        elif condition := WHEN.fullmatch(piece):
            open_parts.append(When(condition[1]))
            open_parts[-2].parts.append(open_parts[-1])
        elif END.fullmatch(piece) and len(open_parts) > 1:
            open_parts.pop()
        else:
            raise ValueError(f"the notation has no {piece!r}")
    if len(open_parts) > 1:
        raise ValueError("an endif is missing")
    return open_parts[0]


def circular(template, members):
    letter = compiled(template)
    return ["".join(letter.write(member)) for member in members]
