import re

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
ALLOWED = re.compile(r"[\w .+*/()-]+")


def _to_python(formula, values):
    if not ALLOWED.fullmatch(formula):
        raise ValueError("a formula has names, numbers, + - * / and brackets only")
    if "**" in formula or "//" in formula:
        raise ValueError("there is no such operator")
    if re.search(r"\.(?![0-9])|(?<![0-9])\.", formula):
        raise ValueError("a point stands inside a number only")

    numbers = []

    def number_of(match):
        if match[0] not in values:
            raise ValueError(f"no quantity named {match[0]!r}")
        numbers.append(values[match[0]])
        return f"q[{len(numbers) - 1}]"

    text = NAME.sub(number_of, formula)
    if "_" in text:
        raise ValueError("a name begins with a letter")
    return text.strip(" "), numbers


def amount(formula, values):
    text, numbers = _to_python(formula, values)
    try:
        result = eval(text, {"q": numbers})
    except (SyntaxError, TypeError, NameError) as error:
        raise ValueError("this formula cannot be read") from error
    if not isinstance(result, (int, float)):
        raise ValueError("the result is not a number")
    return result
