import logging
import os
import subprocess
from typing import NamedTuple

log = logging.getLogger("recipes")


class Hit(NamedTuple):
    number: int
    title: str

    @classmethod
    def from_line(cls, line):
        number, title = line.split(b"\t", 1)
        return cls(int(number), title.decode("utf-8", errors="replace"))


class Typed(str):
    """Text from a pupil that may be handed to a program as an operand."""

    def __new__(cls, text):
        if text[:1] == "-" or b"\0" in os.fsencode(text):
            raise ValueError("not searched for")
        return super().__new__(cls, text)


def find_recipes(shelf, term, limit):
    try:
        operands = [Typed(shelf), Typed(term)]
    except ValueError as reason:
        log.warning("%s: %r %r", reason, shelf, term)
        return []
    try:
        output = subprocess.check_output(
            ["doughfind", "-n", format(limit, "d"), "--"] + operands, stdin=subprocess.DEVNULL)
    except subprocess.CalledProcessError as failure:
        if failure.returncode == 1:
            return []
        raise RuntimeError("doughfind failed") from failure
    except OSError as failure:
        raise RuntimeError("no doughfind") from failure
    return list(map(tuple, map(Hit.from_line, filter(None, output.split(b"\n")))))
