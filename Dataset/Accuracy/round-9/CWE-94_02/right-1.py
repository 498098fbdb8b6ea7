"""Letters by one pass over the pieces of the template for each member; no tree, a stack of flags."""
import re
from typing import NamedTuple, Optional

WORD = r"([A-Za-z_\u00aa-\U0010ffff][\w]*)"
PIECES = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.S)
GRAMMAR = [
    ("put", re.compile(rf"\{{\{{\s*{WORD}\s*\}}\}}")),
    ("upper", re.compile(rf"\{{\{{\s*{WORD}\s*\|\s*upper\s*\}}\}}")),
    ("lower", re.compile(rf"\{{\{{\s*{WORD}\s*\|\s*lower\s*\}}\}}")),
    ("if", re.compile(rf"\{{%\s*if\s+{WORD}\s*%\}}")),
    ("endif", re.compile(r"\{%\s*endif\s*()%\}")),
]


class Piece(NamedTuple):
    kind: str
    value: str


class TemplateRefused(ValueError):
    pass


def read(source) -> Optional[Piece]:
    for kind, pattern in GRAMMAR:
        match = pattern.fullmatch(source)
        if match and (not match[1] or match[1].isidentifier()):
            return Piece(kind, match[1])
    raise TemplateRefused("not in the notation: %s" % ascii(source))


def pieces(template):
    depth = 0
    for number, source in enumerate(PIECES.split(template)):
        if number % 2 == 0:
            yield Piece("text", source)
            continue
        piece = read(source)
        depth += {"if": 1, "endif": -1}.get(piece.kind, 0)
        if depth < 0:
            raise TemplateRefused("endif without if")
        yield piece
    if depth:
        raise TemplateRefused("if without endif")


def write(letter, member):
    shown = [True]                              # the innermost condition is the last one
    for kind, value in letter:
        if kind == "if":
            shown.append(shown[-1] and bool(member.get(value)))
        elif kind == "endif":
            shown.pop()
        elif shown[-1]:
            if kind == "text":
                yield value
            else:
                text = str(member.get(value) or "")
                yield text if kind == "put" else text.upper() if kind == "upper" else text.lower()


def circular(template, members):
    letter = tuple(pieces(template))
    return ["".join(write(letter, member)) for member in members]
