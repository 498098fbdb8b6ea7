import os
import pathlib
from typing import NamedTuple

SPECIAL = {ord(c): "\\" + c for c in '\\"$`'}


class RefusedOrder(ValueError):
    pass


class Argument(str):
    """A text that the shell takes as one word."""

    def __new__(cls, text):
        try:
            data = text.encode("utf-8", "strict")
        except UnicodeError as error:
            raise RefusedOrder("not to be written in UTF-8") from error
        if {0, 10} & set(data):
            raise RefusedOrder("NUL or line break")
        return super().__new__(cls, '"' + text.translate(SPECIAL) + '"')


class Order(NamedTuple):
    customer: str
    size: Argument
    copies: Argument
    picture: Argument

    def lines(self):
        yield "# " + self.customer
        yield f"photoprint --size {self.size} --copies {self.copies} {self.picture}"


def visible(text):
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


class NightBatch(list):
    def __init__(self):
        super().__init__()

    def add(self, customer, picture, size, copies):
        self.append(Order(visible(customer), *map(Argument, (size, copies, picture))))

    def _script(self):
        yield "#!/bin/sh"
        for order in self:
            yield from order.lines()

    def save(self, path):
        pathlib.Path(path).write_bytes(b"".join(line.encode() + b"\n" for line in self._script()))


def run_batch(path):
    script = os.path.abspath(os.fspath(path))
    pid = os.posix_spawn("/bin/sh", ["sh", script], os.environ)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
