"""Formulas of the dyers. A formula is cut into tokens; only tokens of the kinds that a formula may have are
put together again and worked out, the quantities as places in a list of numbers."""
import re

_TOKEN = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[^\W\d_]\w*)|(?P<sign>[-+*/()])")


def _tokens(formula):
    place = 0
    while place < len(formula):
        if formula[place] == " ":
            place += 1
            continue
        match = _TOKEN.match(formula, place)
        if not match:
            raise ValueError(f"{formula[place]!r} has no place in a formula")
        place = match.end()
        if match.lastgroup != "sign" and formula[place:place + 1].isalnum():
            raise ValueError("a number and a name without anything between")
        yield match.lastgroup, match.group()


def amount(formula, values):
    if "**" in formula or "//" in formula:
        raise ValueError("only + - * / are operators")
    numbers, source, operand_before = [], "", False
    for kind, text in _tokens(formula):
        if operand_before and (kind in ("number", "name") or text == "("):
            raise ValueError(f"an operator is missing before {text!r}")     # no calls either
        if kind == "number":
            text = text.lstrip("0") or "0"
            source += "0" + text if text.startswith(".") else text
        elif kind == "name":
            if text not in values:
                raise ValueError(f"unknown quantity {text!r}")
            source += f"v[{len(numbers)}]"
            numbers.append(values[text])
        else:
            source += text
        operand_before = kind != "sign" or text == ")"
    if not source or not operand_before or "()" in source:
        raise ValueError("this is not a whole formula")
    try:
        code = compile(source, "<formula>", "eval")
    except (SyntaxError, MemoryError, RecursionError) as error:
        raise ValueError("this is not a formula") from error
    return eval(code, {"__builtins__": {}}, {"v": numbers})
