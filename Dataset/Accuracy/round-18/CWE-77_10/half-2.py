"""A bot that remembers where mushrooms grow."""

LIMIT = 400
MARK = "'"


def _size(text):
    return len(text.encode("utf-8", "ignore"))


def _guarded(text):
    """A line that the server would obey gets a mark in front of it."""
    return MARK + text if text.lstrip(" \t").startswith("/") else text


def _pieces(line):
    piece, size = "", 0
    for sign in line:
        width = _size(sign)
        if size + width > LIMIT - len(MARK):
            yield _guarded(piece)
            piece, size = "", 0
        piece += sign
        size += width
    yield _guarded(piece)


def _say(*lines):
    said = []
    for line in lines:
        flat = line.replace("\r\n", " ").replace("\r", " ").replace("\n", " ")
        said.extend(_pieces(flat))
    # half a pair of surrogates, as some phones send it, has no bytes in UTF-8
    return "".join(piece + "\n" for piece in said).encode("utf-8", "ignore")


class Basket:
    def __init__(self):
        self._places = {}
        self._last = None

    def hear(self, nick, text):
        command, *rest = text.split(None, 2) or [""]
        if not text.startswith("!"):
            return b""
        if command == "!found" and len(rest) == 2:
            name, place = rest[0], rest[1].strip()
            self._places.setdefault(name, []).append(f"{place} ({nick})")
            self._last = f"{name}: {place}"
            return _say(f"{nick}: noted")
        if command == "!where" and len(rest) == 1:
            return _say(*self._places.get(rest[0], [f"{rest[0]}: never seen"]))
        if command == "!last" and not rest:
            return _say(self._last or "Nothing yet")
        return b""
