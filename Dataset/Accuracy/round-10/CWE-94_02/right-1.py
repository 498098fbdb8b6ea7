"""Circular letters by a scanner without regular expressions for tags, written as generators."""


class LetterError(ValueError):
    """The template goes beyond the notation."""


_CHANGES = {"upper": lambda text: text.upper(), "lower": lambda text: text.lower()}


def _scan(template):
    """Yields ("text", …), ("{{", …) and ("{%", …)."""
    begin = look = 0
    while (brace := template.find("{", look)) >= 0:
        opening = template[brace:brace + 2]
        closing = {"{{": "}}", "{%": "%}"}.get(opening)
        if closing is None or template.startswith("{{{", brace):
            look = brace + 1
            continue
        end = template.find(closing, brace + 2)
        if end < 0:
            look = brace + 1
            continue
        yield "text", template[begin:brace]
        yield opening, template[brace + 2:end].strip()
        begin = look = end + 2
    yield "text", template[begin:]


def _name(text):
    text = text.strip()
    if not text.isidentifier():
        raise LetterError(f"no name of a particular: {text!r}")
    return text


def _program(template):
    """A flat list of steps; a condition knows how many steps it leaps over."""
    steps, waiting = [], []
    for kind, inner in _scan(template):
        if kind == "text":
            steps.append(("say", inner, None))
        elif kind == "{{":
            name, *changes = inner.split("|")
            change = None
            if changes:
                key = changes[0].strip()
                if len(changes) > 1 or key not in _CHANGES:
                    raise LetterError(f"no such filter: {inner}")
                change = _CHANGES[key]
            steps.append(("fill", _name(name), change))
        elif inner == "endif":
            if not waiting:
                raise LetterError("endif without if")
            place = waiting.pop()
            steps[place] = ("if", steps[place][1], len(steps))
        elif inner[:2] == "if" and inner[2:3].isspace():
            waiting.append(len(steps))
            steps.append(("if", _name(inner[2:]), None))
        else:
            raise LetterError(f"unknown tag: {inner}")
    if waiting:
        raise LetterError("if without endif")
    return steps


def _spoken(steps, member):
    at = 0
    while at < len(steps):
        what, operand, extra = steps[at]
        at += 1
        if what == "say":
            yield operand
        elif what == "fill":
            value = member.get(operand, "")
            yield extra(value) if extra else value
        elif member.get(operand, "") == "":
            at = extra


def circular(template, members):
    steps = _program(template)
    return list(map(lambda member: "".join(_spoken(steps, member)), members))
