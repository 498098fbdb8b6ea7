from collections import deque


class _Server:
    """Reads bytes as the chat server does, one at a time, and takes the slash from what would be a command.
    A bar in its place has the same length, so that nothing behind it moves."""

    def __init__(self, width):
        self.width = width

    def disarm(self, data):
        column, blank = 0, True
        for byte in data:
            if column == self.width:
                column, blank = 0, True
            if blank and byte == 0x2F:
                byte = 0x7C
            blank = blank and byte in (0x20, 0x09)
            column += 1
            yield byte


class Basket:
    _SERVER = _Server(400)

    def __init__(self):
        self._kept = deque()

    @classmethod
    def _line(cls, *parts):
        data = "".join(parts).encode("utf-8", errors="replace").translate(bytes.maketrans(b"\r\n", b"  "))
        return bytes(cls._SERVER.disarm(data)) + b"\n"

    def hear(self, nick, text):
        words = text.strip().split(None, 2)
        match words:
            case ["!found", name, place]:
                self._kept.appendleft({"name": name, "place": place, "by": nick})
                return self._line(nick, ": noted")
            case ["!where", name]:
                lines = [self._line(one["place"], " (", one["by"], ")")
                         for one in reversed(self._kept) if one["name"] == name]
                return b"".join(lines) if lines else self._line(name, ": never seen")
            case ["!last"]:
                if not self._kept:
                    return self._line("Nothing yet")
                return self._line(self._kept[0]["name"], ": ", self._kept[0]["place"])
        return b""
