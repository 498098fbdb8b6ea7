import re

TOKENS = re.compile(r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[A-Za-z][A-Za-z0-9_]*)|(?P<sign>[-+*/()]))\s*")


def amount(formula, values):
    parts = []
    position = 0
    previous = None
    while position < len(formula):
        match = TOKENS.match(formula, position)
        if match is None:
            return None
        kind, text = match.lastgroup, match.group(match.lastgroup)
        if text == "(" and (previous in ("number", "name", ")")):
            return None  # would be a call
        if kind == "name":
            if text not in values or isinstance(values[text], bool) or not isinstance(values[text], (int, float)):
                return None
            parts.append(f"({values[text]!r})")
        else:
            parts.append(text)
        previous = kind if kind != "sign" else text
        position = match.end()
    return eval(" ".join(parts), {"__builtins__": {}})
