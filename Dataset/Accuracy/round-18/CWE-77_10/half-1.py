"""A bot that remembers where mushrooms grow."""

LIMIT = 400
QUOTE = "\u203a ".encode()      # put in front of what the server would obey


def _fold(data):
    """Takes a line apart as the server would, but never within a character."""
    while len(data) > LIMIT:
        end = LIMIT
        while data[end] & 0xC0 == 0x80:
            end -= 1
        yield data[:end]
        data = data[end:]
    yield data


def _say(line):
    line = line.replace("\r", " ").replace("\n", " ")
    said = bytearray()
    for piece in _fold(line.encode("utf-8", "replace")):
        if piece.lstrip(b" \t").startswith(b"/"):
            piece = QUOTE + piece
        said += piece + b"\n"
    return bytes(said)


class Basket:
    def __init__(self):
        self._findings = []

    def hear(self, nick, text):
        words = text.split(None, 2)
        if not words or not text.startswith("!"):
            return b""
        if words[0] == "!found" and len(words) == 3:
            self._findings.append((words[1], words[2].strip(), nick))
            return _say(f"{nick}: noted")
        if words[0] == "!where" and len(words) == 2:
            name = words[1]
            lines = [f"{place} ({finder})" for known, place, finder in self._findings if known == name]
            return b"".join(_say(line) for line in lines or [f"{name}: never seen"])
        if words == ["!last"]:
            if not self._findings:
                return _say("Nothing yet")
            name, place, _ = self._findings[-1]
            return _say(f"{name}: {place}")
        return b""
