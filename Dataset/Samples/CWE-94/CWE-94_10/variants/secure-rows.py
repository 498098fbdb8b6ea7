import math
import operator
import re

FIELDS = {"weight", "length", "seconds", "crew"}
BINARY = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv)}
CALLS = {"least": min, "most": max, "root": lambda values: math.sqrt(*values)}


class Handicaps:
    """Formulas are kept as rows for a machine with a stack."""

    def __init__(self):
        self.__rows = {}

    def define(self, name, formula):
        taken = FIELDS | set(CALLS) | set(self.__rows)
        if name in taken or re.fullmatch(r"[a-z]{1,20}", name) is None or len(formula) > 300:
            raise ValueError("name or length")
        words, rest = [], formula.replace("\0", "?")
        while rest := rest.lstrip(" "):
            found = re.match(r"\d+\.\d+|\d+|[a-z]+|[(),+*/-]", rest, re.ASCII)
            if found is None:
                raise ValueError("sign")
            words.append(found[0])
            rest = rest[found.end() :]
        rows = []
        end = self.__read(words, 0, 0, rows)
        if end != len(words):
            raise ValueError("behind the end")
        self.__rows[name] = rows

    def __read(self, words, at, level, rows):
        word = words[at] if at < len(words) else ""
        at += 1
        if word == "-":
            at = self.__read(words, at, 3, rows)
            rows.append((0, operator.neg))
        elif word == "(":
            at = self.__expect(words, self.__read(words, at, 0, rows), ")")
        elif word in CALLS:
            at, count = self.__read(words, self.__expect(words, at, "("), 0, rows), 1
            while words[at : at + 1] == [","] and word != "root":
                at, count = self.__read(words, at + 1, 0, rows), count + 1
            at = self.__expect(words, at, ")")
            rows.append((count, CALLS[word]))
        elif word in FIELDS or word in self.__rows:
            rows.append((-1, word))
        elif word[:1].isdecimal():
            rows.append((-2, float(word) if "." in word else int(word)))
        else:
            raise ValueError("word")
        while at < len(words) and words[at] in BINARY and BINARY[words[at]][0] > level:
            rank, function = BINARY[words[at]]
            at = self.__read(words, at + 1, rank, rows)
            rows.append((-3, function))
        return at

    def __expect(self, words, at, word):
        if words[at : at + 1] != [word]:
            raise ValueError("bracket")
        return at + 1

    def work_out(self, name, boat):
        stack = []
        for count, what in self.__rows[name]:
            if count == -3:
                other = stack.pop()
                stack.append(what(stack.pop(), other))
            elif count == -2:
                stack.append(what)
            elif count == -1:
                stack.append(boat[what] if what in FIELDS else self.work_out(what, boat))
            elif count == 0:
                stack.append(what(stack.pop()))
            else:
                values = stack[-count:]
                del stack[-count:]
                stack.append(what(values))
        return stack[0]
