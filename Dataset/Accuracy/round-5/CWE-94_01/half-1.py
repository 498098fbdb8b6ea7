import re


def amount(formula, values):
    formula = formula.strip()
    if not re.fullmatch(r"[\w .+\-*/()]+", formula) or "**" in formula or "//" in formula:
        raise ValueError("character or operator not allowed")
    # a point belongs to a number, never to an attribute
    if re.search(r"\. *[A-Za-z_]", formula):
        raise ValueError("attribute not allowed")
    numbers = []

    def number(match):
        if match[0] not in values:
            raise ValueError("unknown name: " + match[0])
        numbers.append(values[match[0]])
        return f" _{len(numbers) - 1} "

    # every name must be a quantity; it is replaced by a name of our own
    source = re.sub(r"[A-Za-z_]\w*", number, formula).strip()
    names = {f"_{i}": n for i, n in enumerate(numbers)}
    try:
        result = eval(source, {"__builtins__": {}}, names)
    except (SyntaxError, NameError, TypeError, AttributeError) as error:
        raise ValueError("bad formula") from error
    if type(result) not in (int, float):
        raise ValueError("not a number")
    return result
