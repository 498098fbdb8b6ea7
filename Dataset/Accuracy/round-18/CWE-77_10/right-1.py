"""Basket: works on bytes alone, as a little machine that writes signs one by one."""
import collections
import itertools
import re


class _Mouth:
    """Writes bytes as the server reads them; knows how full the line is, and whether it has begun."""

    ROOM = 396

    def __init__(self):
        self.out, self.used, self.blank = bytearray(), 0, True

    def sign(self, sign):
        raw = sign.encode("utf-8", "backslashreplace")
        if raw in (b"\r", b"\n"):
            raw = b" "
        if self.used + len(raw) > self.ROOM:
            self.end()
        if self.blank and raw == b"/":
            raw = "\N{DIVISION SLASH}".encode()
        self.blank = self.blank and raw in (b" ", b"\t")
        self.out += raw
        self.used += len(raw)

    def end(self):
        self.out += b"\n"
        self.used, self.blank = 0, True

    def line(self, *parts):
        for sign in itertools.chain.from_iterable(parts):
            self.sign(sign)
        self.end()
        return self


Finding = collections.namedtuple("Finding", "name place nick")


class Basket:
    FORMS = re.compile(r"!found\s+(?P<found>\S+)\s+(?P<place>\S.*)|!where\s+(?P<where>\S+)\s*|(?P<last>!last)\s*", re.S)

    def __init__(self):
        self.findings = collections.deque()

    def hear(self, nick, text):
        mouth = _Mouth()
        match self.FORMS.fullmatch(text):
            case None:
                pass
            case form if form["last"]:
                if self.findings:
                    newest = self.findings[0]
                    mouth.line(newest.name, ": ", newest.place)
                else:
                    mouth.line("Nothing yet")
            case form if form["where"]:
                for one in reversed(self.findings):
                    if one.name == form["where"]:
                        mouth.line(one.place, " (", one.nick, ")")
                if not mouth.out:
                    mouth.line(form["where"], ": never seen")
            case form:
                self.findings.appendleft(Finding(form["found"], form["place"].rstrip(), nick))
                mouth.line(nick, ": noted")
        return bytes(mouth.out)
