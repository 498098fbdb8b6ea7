"""Formulas of the dyers, worked out with two stacks; nothing of Python's own evaluator is used."""
import operator

_LEVEL = {"+": 1, "-": 1, "*": 2, "/": 2, "sign+": 3, "sign-": 3}
_WORK = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
         "sign+": operator.pos, "sign-": operator.neg}


class Calculator:
    def __init__(self):
        self._quantities = {}

    def work_out(self, formula, values):
        self._quantities.update(values)
        self._numbers, self._operators = [], []
        need_operand = True
        for token in self._tokens(formula):
            if token[0].isalnum():
                self._expect(need_operand)
                self._numbers.append(self._number(token))
                need_operand = False
            elif token == "(":
                self._expect(need_operand)
                self._operators.append(token)
            elif token == ")":
                self._expect(not need_operand)
                self._reduce(0)
                self._expect(bool(self._operators))
                self._operators.pop()
            elif need_operand:
                self._expect(token in "+-" and not (self._operators and self._operators[-1].startswith("sign")))
                self._operators.append("sign" + token)
            else:
                self._reduce(_LEVEL[token])
                self._operators.append(token)
                need_operand = True
        self._expect(not need_operand)
        self._reduce(0)
        self._expect(not self._operators)
        return self._numbers.pop()

    @staticmethod
    def _expect(condition):
        if not condition:
            raise ValueError("this is not a formula")

    @staticmethod
    def _tokens(formula):
        place = 0
        while place < len(formula):
            end = place + 1
            if formula[place].isalpha():
                while formula[end:end + 1].isalnum() or formula[end:end + 1] == "_":
                    end += 1
            elif formula[place] in "0123456789":
                while formula[end:end + 1] and formula[end] in "0123456789.":
                    end += 1
                if formula[end:end + 1].isalnum() or formula[end:end + 1] == "_":
                    raise ValueError("a number with a letter")
            elif formula[place] not in "+-*/() ":
                raise ValueError(f"{formula[place]!r} has no place in a formula")
            if formula[place] != " ":
                yield formula[place:end]
            place = end

    def _number(self, token):
        if token[0].isalpha():
            if token not in self._quantities:
                raise ValueError(f"there is no quantity {token!r}")
            return self._quantities[token]
        whole, point, rest = token.partition(".")
        self._expect(not point or rest.isdigit())
        return float(token) if point else int(whole)

    def _reduce(self, level):
        while self._operators and self._operators[-1] != "(" and _LEVEL[self._operators[-1]] >= level:
            name = self._operators.pop()
            right = self._numbers.pop()
            if name.startswith("sign"):
                self._numbers.append(_WORK[name](right))
            else:
                self._numbers.append(_WORK[name](self._numbers.pop(), right))


_calculator = Calculator()


def amount(formula, values):
    return _calculator.work_out(formula, values)
