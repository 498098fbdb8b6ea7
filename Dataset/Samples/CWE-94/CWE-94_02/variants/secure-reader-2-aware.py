import re

TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
PLACE = re.compile(r"\{\{\s*([^\W\d]\w*)\s*(?:\|\s*(upper|lower)\s*)?\}\}")
IF = re.compile(r"\{%\s*if\s+([^\W\d]\w*)\s*%\}")
ENDIF = re.compile(r"\{%\s*endif\s*%\}")
FILTERS = {None: str, "upper": str.upper, "lower": str.lower}


def _parse(template):
    """The template as a flat list of steps: (kind, name, extra)."""
    steps = []
    depth = 0
    for index, piece in enumerate(TAG.split(template)):
        if index % 2 == 0:
            steps.append(("text", piece, None))
        elif match := PLACE.fullmatch(piece):
            steps.append(("place", match[1], FILTERS[match[2]]))
        elif match := IF.fullmatch(piece):
            steps.append(("if", match[1], None))
            depth += 1
        elif ENDIF.fullmatch(piece):
            steps.append(("endif", None, None))
            depth -= 1
            if depth < 0:
                raise ValueError("endif without if")
        else:
            raise ValueError(f"not allowed in a template: {piece!r}")
    if depth:
        raise ValueError("if without endif")
    return steps


def _fill(steps, member):
    letter = []
    hidden = 0  # number of open conditions, from the first one that failed
    for kind, value, change in steps:
        if kind == "if":
            if hidden or not member.get(value):
                hidden += 1
        elif kind == "endif":
            hidden = max(0, hidden - 1)
        elif not hidden:
            letter.append(value if kind == "text" else change(member.get(value, "")))
    return "".join(letter)


def circular(template, members):
    steps = _parse(template)
    return [_fill(steps, member) for member in members]
