import ast
import math
import operator
import re

_FIELDS = ("weight", "length", "seconds", "crew")
_FUNCTIONS = {"least": lambda *parts: min(parts), "most": lambda *parts: max(parts), "root": math.sqrt}
_OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
_NAME = re.compile("[a-z]{1,20}")
_FORMULA = re.compile(r"(?: *+(?:[0-9]++(?:\.[0-9]++)?+|[a-z]++|[-+*/(),]))++ *+")
_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)?|[a-z]+|[-+*/(),]")


def _parse(formula, formulas):
    """The syntax tree of a formula; it is checked here, and walked through later, never compiled."""
    if not isinstance(formula, str) or len(formula) > 300 or not _FORMULA.fullmatch(formula):
        raise ValueError("no formula")
    tokens = _TOKEN.findall(formula)
    # Split up, so that Python cannot put together what we took apart (**, //, 1e5, 0x10), and
    # with names that are no words of Python (if, or, lambda).
    words, brackets, before = [], [], ""
    for token in tokens:
        if token == "(":
            brackets.append(before not in _FUNCTIONS)
            if sum(brackets) > 20:
                raise ValueError("too many brackets")
        elif token == ")":
            if not brackets or before == ",":
                raise ValueError("no formula")
            brackets.pop()
        if token[0].isdigit():
            words.append(repr(float(token) if "." in token else int(token)))
        elif token.isalpha():
            words.append("v_" + token)
        else:
            words.append(token)
        before = token
    try:
        tree = ast.parse(" ".join(words), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise ValueError("no formula") from error
    used = set()
    _check(tree, formulas, used)
    return tree, used


def _check(node, formulas, used):
    match node:
        case ast.Constant(value=int() | float()):
            return
        case ast.Name(id=word) if word[2:] in _FIELDS:
            return
        case ast.Name(id=word) if word[2:] in formulas:
            used.add(word[2:])
            return
        case ast.UnaryOp(op=ast.USub(), operand=part):
            parts = [part]
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div(), right=right):
            parts = [left, right]
        case ast.Call(func=ast.Name(id="v_root"), args=[part], keywords=[]):
            parts = [part]
        case ast.Call(func=ast.Name(id="v_least" | "v_most"), args=[_, *_] as parts, keywords=[]):
            pass
        case _:
            raise ValueError("no formula")
    for part in parts:
        _check(part, formulas, used)


def _value(node, values):
    match node:
        case ast.Constant(value=number):
            return number
        case ast.Name(id=word):
            return values[word[2:]]
        case ast.UnaryOp(operand=part):
            return -_value(part, values)
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATORS[type(op)](_value(left, values), _value(right, values))
        case ast.Call(func=ast.Name(id=word), args=parts):
            return _FUNCTIONS[word[2:]](*(_value(part, values) for part in parts))


class Handicaps:
    def __init__(self):
        self._formulas = {}     # name -> (tree, names of all formulas that it needs)

    def define(self, name, formula):
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise ValueError("no name")
        if name in _FIELDS or name in _FUNCTIONS or name in self._formulas:
            raise ValueError("this name is taken")
        tree, used = _parse(formula, self._formulas)
        self._formulas[name] = tree, used.union(*(self._formulas[each][1] for each in used))

    def work_out(self, name, boat):
        tree, needs = self._formulas[name]
        values = {field: boat[field] for field in _FIELDS if field in boat}
        for each, (its_tree, _) in self._formulas.items():      # in the order of definition
            if each in needs:
                values[each] = _value(its_tree, values)
        return _value(tree, values)
