import re
from operator import add, mul, sub, truediv

BINARY = {"+": (1, add), "-": (1, sub), "*": (2, mul), "/": (2, truediv)}


def amount(formula, values):
    tokens = re.findall(r"[0-9.]+|[A-Za-z_]\w*|\S", formula)
    output, stack = [], []
    expect_operand = True

    def apply():
        name = stack.pop()
        if name == "neg":
            output.append(-output.pop())
        elif name != "pos":
            right, left = output.pop(), output.pop()
            output.append(BINARY[name][1](left, right))

    def priority(name):
        return 3 if name in ("neg", "pos") else BINARY[name][0] if name in BINARY else 0

    for token in tokens:
        if expect_operand and token in "+-":
            stack.append("neg" if token == "-" else "pos")
        elif token == "(":
            stack.append(token)
        elif token == ")":
            while stack[-1] != "(":
                apply()
            stack.pop()
            expect_operand = False
        elif token in BINARY:
            while stack and priority(stack[-1]) >= priority(token):
                apply()
            stack.append(token)
            expect_operand = True
        elif token in values:
            output.append(values[token])
            expect_operand = False
        elif re.fullmatch(r"\d+(\.\d+)?", token):
            output.append(float(token) if "." in token else int(token))
            expect_operand = False
        else:
            raise ValueError("Unknown element in formula: " + token)
    while stack:
        apply()
    if len(output) != 1:
        raise ValueError("Malformed formula")
    return output[0]


if __name__ == "__main__":
    print(amount("2 * (fibre + 1)", {"fibre": 4}))
