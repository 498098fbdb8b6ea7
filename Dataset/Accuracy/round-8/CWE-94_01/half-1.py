import re

SIGNS = re.compile(r"[A-Za-z0-9_.+\-*/()\s]+")
NAME = re.compile(r"\b[A-Za-z][A-Za-z0-9_]*")
NUMBER = re.compile(r"(?<![\w.])0+(?=\d)")


def amount(formula, values):
    # no quotes, brackets, commas or equals signs: a formula has no strings,
    # no subscripts, no assignments, and no call with more than one argument
    if not SIGNS.fullmatch(formula) or re.search(r"\*\s*\*|/\s*/|\d[eE_xXoObBjJ]|\d\.(?!\d)|(?<!\d)\.\d", formula):
        raise ValueError("a formula is made of numbers, names, + - * / and brackets")

    def look_up(found):
        if found[0] not in values:
            raise ValueError(f"no such quantity: {found[0]}")
        return f"values['{found[0]}']"

    # every name becomes a look-up in values, so no other name is left
    code = NUMBER.sub("", NAME.sub(look_up, " ".join(formula.split())))
    try:
        result = eval(code, {"__builtins__": {}, "values": values})
    except ZeroDivisionError:
        raise
    except Exception as error:
        raise ValueError(f"not a formula: {formula}") from error
    if isinstance(result, bool) or not isinstance(result, (int, float)):
        raise ValueError(f"not a formula: {formula}")
    return result
