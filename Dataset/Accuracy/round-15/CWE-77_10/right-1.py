"""Bytes all the way: a table for the single bytes, and lines that are built from the left."""
from collections import namedtuple

Finding = namedtuple("Finding", "name place finder")

# Everything below the blank, and the byte behind the tilde, becomes a blank
TABLE = bytes(32 if byte < 32 or byte == 127 else byte for byte in range(256))
ROOM = 380


class Line(bytearray):
    """What is said in one line. There is a dot in front of what could be taken for a command."""

    def __init__(self, *parts):
        super().__init__()
        for part in parts:
            self += part.encode("utf-8", "replace").translate(TABLE)
        if self.lstrip()[:1] in (b"/", b""):
            self[:0] = b". "
        if len(self) > ROOM:
            del self[ROOM:]
            while self and self[-1] & 0xC0 == 0x80:
                self.pop()
            if self and self[-1] > 127:
                self.pop()

    def __bytes__(self):
        return bytes(memoryview(self)) + b"\n"


class Basket:
    def __init__(self):
        self.findings = []
        self.orders = {"!found": self.found, "!where": self.where, "!last": self.last}

    def hear(self, nick, text):
        head, *tail = text.split(maxsplit=1) or [None]
        order = self.orders.get(head)
        return b"".join(map(bytes, order(nick, "".join(tail).strip()))) if order else b""

    def found(self, nick, said):
        name, *place = said.split(maxsplit=1) or [""]
        if place:
            self.findings.append(Finding(name, *place, nick))
            yield Line(nick, ": noted")

    def where(self, nick, said):
        if len(said.split()) != 1:
            return
        nothing = True
        for finding in self.findings:
            if finding.name == said:
                nothing = False
                yield Line(finding.place, " (", finding.finder, ")")
        if nothing:
            yield Line(said, ": never seen")

    def last(self, nick, said):
        if said:
            return
        if not self.findings:
            yield Line("Nothing yet")
        else:
            yield Line(self.findings[-1].name, ": ", self.findings[-1].place)
