"""Tables that a secret makes of known names: does who knows some of a row work out the rest?

One row of the table for each name, one column for each secret. A keyed function that is no more than a sum of few parts
(`a * h(name) + b` modulo a prime, a polynomial, bits that are shifted and xored, a substitution of each sign, a mask) makes rows that
depend on each other, whatever the secret: numbers that are found once, with secrets of one's own, give each further
name's value out of those of some others. A good one never does.

    told = linear.dependence(rows, linear.moduli(solution_source()))
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterable, Sequence
from math import gcd

#: Powers of two and the primes beside them, which programs take for 48 to 128 bits.
_COMMON = (
    *(2**bits for bits in (48, 56, 60, 61, 62, 63, 64)),
    *(2**64 - 59, 2**61 - 1, 2**63 - 25, 2**64 + 13, 2**62 - 57, 2**60 - 93, 2**64 - 1, 2**64 - 257, 2**56 - 5),
    *(2**64 - 83, 2**64 - 95, 2**63 - 165, 2**62 - 87, 2**48 - 59, 2**127 - 1, 2**89 - 1, 2**64 - 2**32 + 1),
)
_OPERATIONS: dict[type, Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: lambda one, other: one // other if other else 0,
    ast.Pow: lambda one, other: one**other if 0 <= other <= 256 and abs(one) < 2**64 else 0,
    ast.LShift: lambda one, other: one << other if 0 <= other <= 256 and abs(one) < 2**64 else 0,
}


def moduli(source: str = "") -> list[int]:
    """What a program may count modulo: usual numbers, and those of its source, also as they are worked out there."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError):
        nodes = []
    own: list[int] = []
    for node in nodes:
        if (value := _number(node)) is not None:
            own += [value, value - 1, value + 1]
    return list(dict.fromkeys(one for one in (*own, *_COMMON) if 2**40 <= one < 2**140))[:60]


def _number(node: ast.AST) -> int | None:
    if isinstance(node, ast.Constant):
        return node.value if type(node.value) is int else None
    if isinstance(node, ast.BinOp) and (act := _OPERATIONS.get(type(node.op))):
        one, other = _number(node.left), _number(node.right)
        return act(one, other) if one is not None and other is not None else None
    return None


def dependence(rows: Sequence[Sequence[int]], numbers: Iterable[int], some: int = 12) -> str:
    """How the rows depend on each other: modulo a number, or bit by bit; "" if they do not.

    Modulo a number, only `some` rows and columns are looked at; bit by bit there must be more bits in a row than rows.
    """
    table = [list(row[:some]) for row in rows[:some]]
    if len(table) == some and all(len(row) == some for row in table):
        for number in numbers:
            rank = _rank(table, number)
            if rank < some:
                return f"modulo {number}, those of {rank} people give those of all others"
    bits = max((value.bit_length() for row in rows for value in row), default=0)
    if rows and len(rows[0]) * bits >= len(rows) + 48:
        packed = [sum(value << (bits * place) for place, value in enumerate(row)) for row in rows]
        rank = _binary_rank(packed)
        if rank < len(rows):
            return f"bit by bit, those of {rank} people give those of all others"
    return ""


def _rank(table: Sequence[Sequence[int]], number: int) -> int:
    """At least so many rows are independent modulo the number, which need not be a prime."""
    rows = [[value % number for value in row] for row in table]
    rank = 0
    while any(any(row) for row in rows):
        unit = next(((r, c) for r, row in enumerate(rows) for c, value in enumerate(row) if gcd(value, number) == 1), None)
        if unit is None:
            # What is left is a multiple of a divisor everywhere: nothing is said of it.
            return rank + len([row for row in rows if any(row)])
        line = rows.pop(unit[0])
        inverse = pow(line[unit[1]], -1, number)
        for row in rows:
            if factor := row[unit[1]] * inverse % number:
                row[:] = [(one - factor * other) % number for one, other in zip(row, line, strict=True)]
        rank += 1
    return rank


def _binary_rank(rows: Iterable[int]) -> int:
    leading: dict[int, int] = {}
    for row in rows:
        while row and (top := row.bit_length()) in leading:
            row ^= leading[top]
        if row:
            leading[row.bit_length()] = row
    return len(leading)
