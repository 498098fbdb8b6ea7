"""Works out the formulas of the recipes."""
import re

_PIECE = re.compile(r"(?P<number>(?<![\w.])[0-9]+(?:\.[0-9]+)?(?![\w.]))|(?P<name>(?<![\w.])[^\W\d_]\w*(?!\.))"
                    r"|(?P<sign>[-+*/()])")
# What Python would take for a call or a tuple: a bracket right after a value, or an empty one.
_CALL = re.compile(r"[\w)\]]\(|\)[\w(]|\(\)")


def _refuse(formula):
    raise ValueError(f"not a formula: {formula!r}")


def amount(formula, values):
    # `**` and `//` consist of allowed signs, but are no operators of ours
    if "**" in formula or "//" in formula:
        _refuse(formula)
    # and two values with nothing but blanks between them must not grow together
    if re.search(r"[\w.] +[\w.]", formula):
        _refuse(formula)
    compact = formula.replace(" ", "")
    if not compact or _CALL.search(compact):
        _refuse(formula)
    pieces, position = [], 0
    while position < len(compact):
        match = _PIECE.match(compact, position)
        if match is None:
            _refuse(formula)
        position = match.end()
        if match.lastgroup == "name":
            if match[0] not in values:
                raise ValueError(f"unknown quantity {match[0]!r} in {formula!r}")
            # a quantity can have the name of a keyword, such as `in`: none gets to Python
            pieces.append(f"q[{list(values).index(match[0])}]")
        elif match.lastgroup == "number":
            pieces.append(match[0].lstrip("0") if match[0].strip("0") else "0" + match[0].lstrip("0"))
        else:
            pieces.append(match[0])
    try:
        code = compile("".join(pieces), "<formula>", "eval")
    except (SyntaxError, MemoryError, RecursionError):
        _refuse(formula)
    # there are only numbers, operators and `q` in it, and nothing that could be called
    result = eval(code, {"__builtins__": {}, "q": list(values.values())})
    if not isinstance(result, (int, float)):
        _refuse(formula)
    return result
