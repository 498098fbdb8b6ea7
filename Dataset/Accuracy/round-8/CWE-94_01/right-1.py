import re

TOKEN = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?|[A-Za-z][A-Za-z0-9_]*|[-+*/()])")


def amount(formula, values):
    tokens, at, end = [], 0, len(formula.rstrip())
    while at < end:
        found = TOKEN.match(formula, at)
        if not found:
            raise ValueError(f"not allowed in a formula, at {at}: {formula[at:at + 20]!r}")
        tokens.append(found[1])
        at = found.end()
    tokens.append("")
    position = 0

    def take():
        nonlocal position
        position += 1
        return tokens[position - 1]

    def total():
        result = product()
        while tokens[position] in ("+", "-"):
            result = result + product() if take() == "+" else result - product()
        return result

    def product():
        result = factor()
        while tokens[position] in ("*", "/"):
            result = result * factor() if take() == "*" else result / factor()
        return result

    def factor():
        negative = False
        token = take()
        while token in ("+", "-"):
            negative ^= token == "-"
            token = take() if token else ""
        if token == "(":
            result = total()
            if take() != ")":
                raise ValueError("a bracket is missing")
        elif token[:1].isdigit():
            result = float(token) if "." in token else int(token)
        elif token[:1].isalpha():
            if token not in values:
                raise ValueError(f"no such quantity: {token}")
            result = values[token]
        else:
            raise ValueError(f"not a formula: {formula!r}")
        return -result if negative else result

    try:
        result = total()
    except (RecursionError, IndexError):
        raise ValueError("not a formula") from None
    if position != len(tokens) - 1:
        raise ValueError(f"not a formula: {formula!r}")
    return result
