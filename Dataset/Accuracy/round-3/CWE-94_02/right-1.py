import re
from dataclasses import dataclass, field
from typing import Callable

LEXER = re.compile(r"\{\{(?!\{)(?P<print>.*?)\}\}|\{%(?P<tag>.*?)%\}", re.DOTALL)
PRINT = re.compile(r"\s*([^\W\d]\w*)\s*(?:\|\s*(upper|lower)\s*)?")
TAG = re.compile(r"\s*(?:if\s+([^\W\d]\w*)|(endif))\s*")
CASES: dict[str, Callable[[str], str]] = {"upper": str.upper, "lower": str.lower}


@dataclass
class Text:
    text: str

    def letter(self, member):
        yield self.text


@dataclass
class Particular:
    name: str
    case: str | None

    def letter(self, member):
        value = member.get(self.name, "")
        yield CASES[self.case](value) if self.case else value


@dataclass
class Section:
    condition: str | None = None
    parts: list = field(default_factory=list)

    def letter(self, member):
        if self.condition is None or member.get(self.condition):
            for part in self.parts:
                yield from part.letter(member)


def parse(template):
    open_sections, end = [Section()], 0
    for token in LEXER.finditer(template):
        here = open_sections[-1].parts
        here.append(Text(template[end:token.start()]))
        end = token.end()
        if token["print"] is not None:
            match = PRINT.fullmatch(token["print"])
            if match is None:
                raise ValueError(f"not a placeholder: {token[0]!r}")
            here.append(Particular(*match.groups()))
            continue
        match = TAG.fullmatch(token["tag"])
        if match is None:
            raise ValueError(f"not a condition: {token[0]!r}")
        if match[1]:
            section = Section(match[1])
            here.append(section)
            open_sections.append(section)
        else:
            open_sections.pop()
            if not open_sections:
                raise ValueError("endif without if")
    if len(open_sections) != 1:
        raise ValueError("if without endif")
    open_sections[0].parts.append(Text(template[end:]))
    return open_sections[0]


def circular(template, members):
    letter = parse(template)
    return ["".join(letter.letter(member)) for member in members]
