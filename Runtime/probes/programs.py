"""Fake programs, and how their arguments are read.

git = programs.fake("git")
attempt(solution.checkout, "--upload-pack=touch x")
exploit_if(git.option_injected("--upload-pack=touch x"), "git took the branch for an option")

A program that only has to answer, or to do what it is told, is a `script`: it starts ten times as fast.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import harness
from probes import naming
from probes.grammars import arguments

_FOLDER = "/box/bin"


@dataclass(frozen=True)
class Arguments:
    """Arguments as `getopt` reads them: options, values of options, operands."""

    options: list[str]
    values: list[str]
    operands: list[str]


def read(arguments: Iterable[str], takes_value: Iterable[str] = ()) -> Arguments:
    """Sorts arguments: `read(["-o", "a", "--", "-b"], ["-o"])` → options `-o`, values `a`, operands `-b`.

    An option may stand anywhere before `--` (as with GNU programs); a lone `-` is an operand.
    """
    valued = set(takes_value)
    options: list[str] = []
    values: list[str] = []
    operands: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            operands.extend(rest)
        elif argument.startswith("-") and argument != "-":
            options.append(argument)
            if argument in valued:
                values.extend([value] if (value := next(rest, None)) is not None else [])
        else:
            operands.append(argument)
    return Arguments(options, values, operands)


class Fake:
    """A program on the solution's PATH that does nothing but tell how it was called."""

    def __init__(self, name: str, stdout: str, exit_code: int, code: str | None, takes_value: Iterable[str]) -> None:
        self._program = harness.program(name, stdout=stdout, exit_code=exit_code, code=code)
        self._takes_value = tuple(takes_value)
        self._forgotten = 0

    @property
    def calls(self) -> list[Any]:
        """The calls since `clear`: `Call(argv, environment, stdin, cwd)`; `argv[0]` is the program."""
        return list(self._program.calls[self._forgotten :])

    def clear(self) -> None:
        """Forgets the calls so far."""
        self._forgotten = len(self._program.calls)

    def arguments(self, call: int = -1) -> list[str]:
        """The arguments of a call, the last one if not said otherwise; none if there was no such call."""
        calls = self.calls
        return list(calls[call].argv[1:]) if -len(calls) <= call < len(calls) else []

    def options(self, call: int = -1) -> list[str]:
        """The arguments of a call that the program would read as options."""
        return read(self.arguments(call), self._takes_value).options

    def operands(self, call: int = -1) -> list[str]:
        """The arguments of a call that the program would read as operands."""
        return read(self.arguments(call), self._takes_value).operands

    def received(self, value: str) -> bool:
        """Was the value one whole argument of a call?"""
        return any(value in call.argv[1:] for call in self.calls)

    def option_injected(self, payload: str) -> bool:
        """Did a call read the payload, or a word of it, as an option?

        A payload that follows `--`, is the value of an option in `takes_value`, or stands behind other characters in
        its argument (`./-x`, `--message=-x`) is no option.
        """
        hostile = {payload, *(word for word in payload.split() if word.startswith("-") and word != "-")}
        if not payload.startswith("-"):
            hostile.discard(payload)
        return any(hostile & set(read(call.argv[1:], self._takes_value).options) for call in self.calls)


def fake(
    name: str, stdout: str = "", exit_code: int = 0, code: str | None = None, takes_value: Iterable[str] = ()
) -> Fake:
    """Puts a fake program on the solution's PATH; `takes_value` names options whose next argument is their value."""
    return Fake(name, stdout, exit_code, code, takes_value)


class Script:
    """A program on the solution's PATH that is a shell script."""

    def __init__(self, name: str, text: str) -> None:
        if "/" in name or not name:
            raise ValueError(f"'{name}' is not the name of a program: it is looked up on PATH, so it has no slash")
        self._record = harness.box.path(f"{_FOLDER}/.{naming.word()}")
        # One printf, so that calls at the same time do not mingle: the number of arguments, then each of them.
        note = f"printf '%s\\0' \"$#\" \"$@\" >> '{self._record}'"
        harness.box.write(f"{_FOLDER}/{name}", f"#!/bin/sh\n{note}\n{text}\n".encode(), mode=0o755)
        self.clear()

    @property
    def calls(self) -> list[list[str]]:
        """The arguments of each call since the script was made or `clear` was called, without the program's name."""
        if not harness.box.exists(self._record):
            return []
        noted = iter(harness.box.read(self._record).decode("utf-8", "replace").split("\0")[:-1])
        return [[next(noted) for _ in range(int(count))] for count in noted]

    def clear(self) -> None:
        """Forgets the calls so far."""
        harness.box.remove(self._record)


def script(name: str, text: str) -> Script:
    """Puts a shell script on the solution's PATH, in place of the one of that name.

    Its calls are noted in the box, where the solution could change them: a functional check may ask for them, an attack
    is judged by its effects or with a `fake`. Of one name, a sample has fakes or scripts, not both.
    """
    return Script(name, text)


def misread(calls: Iterable[list[str]], shape: Sequence[str | None], most: int = 1) -> str | None:
    """What something made of a text on its way to a program; None if it arrived as one argument, or not at all.

    `calls` are the arguments of each call, `shape` is what they must be, with None for a text; `most` as many calls are
    right. A text that was stripped, cut or cleaned is not misread, but one that was expanded is: see
    `probes.grammars.arguments`.
    """
    made = list(calls)
    for call in made:
        if len(call) > len(shape) or (len(call) == len(shape) and not all(map(_fits, call, shape))):
            return f"the program got {len(call)} arguments, {call}"[:200]
        if any(word in text for one, text in zip(shape, call) if one is None for word in arguments.EXPANDED):
            return f"the program got {call}"[:200]
    return f"the program was called {len(made)} times" if len(made) > most else None


def _fits(argument: str, expected: str | None) -> bool:
    return expected is None or argument == expected
