import logging
import os
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator

log = logging.getLogger(__name__)

_SHELL = {ord(c): "\\" + c for c in '"$`\\'}
_BREAKS = {"Cc", "Cs", "Zl", "Zp"}


@dataclass(frozen=True)
class _Order:
    customer: str
    picture: str
    size: str
    copies: str

    def __post_init__(self):
        for label in ("picture", "size", "copies"):
            text = getattr(self, label)
            if any(unicodedata.category(c) in _BREAKS for c in text):
                log.warning("refused an order: %s is %r", label, text)
                raise ValueError(f"{label} holds a character that no line can hold")

    def __iter__(self) -> Iterator[str]:
        yield "# " + "".join("\N{SYMBOL FOR NEWLINE}" if unicodedata.category(c) in _BREAKS else c
                             for c in self.customer)
        size, copies, picture = ('"%s"' % t.translate(_SHELL)
                                 for t in (self.size, self.copies, self.picture))
        yield f"photoprint --size {size} --copies {copies} {picture}"


@dataclass
class NightBatch:
    _orders: list = field(default_factory=list, init=False, repr=False)

    def add(self, customer: str, picture: str, size: str, copies: str) -> None:
        self._orders.append(_Order(customer, picture, size, copies))

    def _lines(self) -> Iterator[str]:
        yield "#!/bin/sh"
        for order in self._orders:
            yield from order

    def save(self, path) -> None:
        Path(path).write_bytes(b"".join(line.encode() + b"\n" for line in self._lines()))


def run_batch(path) -> bool:
    pid = os.posix_spawn("/bin/sh", ["sh", os.fspath(Path(path).absolute())], os.environ)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
