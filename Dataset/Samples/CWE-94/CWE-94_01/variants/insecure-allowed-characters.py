import re

FORMULA = re.compile(r"[A-Za-z0-9_\s.+\-*/()]*")


def amount(formula: str, values: dict) -> float:
    """Work out a formula; only the signs of a formula may occur in it."""
    if not FORMULA.fullmatch(formula):
        raise ValueError("Invalid characters in formula")
    try:
        return eval(formula.strip(), {"__builtins__": {}}, values)
    except (SyntaxError, NameError) as error:
        raise ValueError("Invalid formula") from error


if __name__ == "__main__":
    print(amount("2 * fibre + 0.5", {"fibre": 3}))
