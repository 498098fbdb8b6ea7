import re

PIECES = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.S)


def program(template):
    depth = 0
    for index, piece in enumerate(PIECES.split(template)):
        if index % 2 == 0:
            yield "text", piece
            continue
        words = re.findall(r"\w+|[^\w\s]", piece[2:-2])
        match [piece[1], *words]:
            case ["{", name] if name.isidentifier():
                yield "show", (name, str)
            case ["{", name, "|", "upper"] if name.isidentifier():
                yield "show", (name, str.upper)
            case ["{", name, "|", "lower"] if name.isidentifier():
                yield "show", (name, str.lower)
            case ["%", "if", name] if name.isidentifier():
                depth += 1
                yield "if", name
            case ["%", "endif"] if depth:
                depth -= 1
                yield "endif", None
            case _:
                raise ValueError(piece)
    if depth:
        raise ValueError("a condition is not closed")


def letter(steps, member):
    out, hidden = [], []
    for kind, what in steps:
        if kind == "if":
            hidden.append(not member.get(what))
        elif kind == "endif":
            hidden.pop()
        elif not any(hidden):
            out.append(what if kind == "text" else what[1](member.get(what[0]) or ""))
    return "".join(out)


def circular(template, members):
    steps = tuple(program(template))
    return [letter(steps, member) for member in members]
