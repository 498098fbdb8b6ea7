import re

TOKEN = re.compile(r" *(?:(?P<number>[0-9]+(?:\.[0-9]+)?(?![A-Za-z0-9_.]))|(?P<name>[A-Za-z][A-Za-z0-9_]*)|(?P<mark>[-+*/()]))")


def _tokens(formula):
    text, at = formula.rstrip(" "), 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if match is None:
            raise ValueError(f"not part of a formula: {text[at:]!r}")
        yield match.lastgroup, match[match.lastgroup]
        at = match.end()


def amount(formula, values):
    source, slots = "", {}
    for kind, text in _tokens(formula):
        if kind == "mark":
            source += text
            continue
        if kind == "name" and text not in values:
            raise ValueError(f"unknown quantity: {text}")
        slot = f"_{len(slots)}_"
        slots[slot] = values[text] if kind == "name" else float(text) if "." in text else int(text)
        source += slot
    try:
        result = eval(source, {"__builtins__": {}}, slots)
    except (SyntaxError, NameError, TypeError) as error:
        raise ValueError("this is not a formula") from error
    if not isinstance(result, (int, float)):
        raise ValueError("this is not a formula")
    return result
