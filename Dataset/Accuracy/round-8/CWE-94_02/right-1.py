import re

TOKEN = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}", re.DOTALL)
PLACE = re.compile(r"\s*([^\W\d]\w*)\s*(?:\|\s*(upper|lower)\s*)?")
TAG = re.compile(r"\s*if\s+([^\W\d]\w*)\s*|\s*(endif)\s*")


def parse(template):
    steps, at, depth = [], 0, 0
    for token in TOKEN.finditer(template):
        steps.append(("text", template[at:token.start()], None))
        at = token.end()
        if token[1] is not None:
            place = PLACE.fullmatch(token[1])
            if not place:
                raise ValueError(f"not a placeholder: {token[0]}")
            steps.append(("place", place[1], place[2]))
            continue
        tag = TAG.fullmatch(token[2])
        if not tag:
            raise ValueError(f"not a condition: {token[0]}")
        depth += -1 if tag[2] else 1
        if depth < 0:
            raise ValueError("endif without if")
        steps.append(("endif" if tag[2] else "if", tag[1], None))
    if depth:
        raise ValueError("if without endif")
    steps.append(("text", template[at:], None))
    return steps


def letter(steps, member):
    out, shown = [], [True]
    for kind, what, how in steps:
        if kind == "if":
            shown.append(shown[-1] and bool(member.get(what)))
        elif kind == "endif":
            shown.pop()
        elif not shown[-1]:
            continue
        elif kind == "text":
            out.append(what)
        else:
            value = member.get(what) or ""
            out.append(value.upper() if how == "upper" else value.lower() if how == "lower" else value)
    return "".join(out)


def circular(template, members):
    steps = parse(template)
    return [letter(steps, member) for member in members]
