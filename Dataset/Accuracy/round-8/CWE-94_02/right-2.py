import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Mapping

_IDENTIFIER = r"[^\W\d]\w*"


@dataclass(frozen=True)
class Text:
    text: str

    def render(self, member):
        yield self.text


@dataclass(frozen=True)
class Particular:
    name: str
    change: str | None

    _CHANGES = {None: str, "upper": str.upper, "lower": str.lower}

    def render(self, member: Mapping[str, str]):
        with suppress(KeyError):
            yield self._CHANGES[self.change](member[self.name])


@dataclass(frozen=True)
class Condition:
    name: str
    parts: list = field(default_factory=list)

    def render(self, member):
        if member.get(self.name, ""):
            for part in self.parts:
                yield from part.render(member)


class TemplateError(ValueError):
    pass


class Template(Condition):
    def __init__(self, source):
        super().__init__("", [])
        self._read(source)

    def render(self, member):
        for part in self.parts:
            yield from part.render(member)

    def _read(self, source):
        open_parts = [self]
        # re.split with one group gives text, tag, text, tag, … text
        for index, piece in enumerate(re.split(r"(\{\{.*?\}\}|\{%.*?%\})", source, flags=re.S)):
            inner = piece[2:-2].strip()
            if index % 2 == 0:
                part = Text(piece)
            elif piece.startswith("{%") and inner == "endif":
                if len(open_parts) == 1:
                    raise TemplateError("endif without if")
                open_parts.pop()
                continue
            elif piece.startswith("{%") and (found := re.fullmatch(rf"if\s+({_IDENTIFIER})", inner)):
                part = Condition(found[1])
            elif piece.startswith("{{") and (found := re.fullmatch(rf"({_IDENTIFIER})(?:\s*\|\s*(upper|lower))?", inner)):
                part = Particular(*found.groups())
            else:
                raise TemplateError(f"not allowed: {piece}")
            open_parts[-1].parts.append(part)
            if isinstance(part, Condition):
                open_parts.append(part)
        if len(open_parts) > 1:
            raise TemplateError("if without endif")


def circular(template, members):
    letter = Template(template)
    return ["".join(letter.render(member)) for member in members]
