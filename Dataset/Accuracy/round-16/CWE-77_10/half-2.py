import re


class Basket:
    """Remembers where mushrooms grow."""

    LIMIT = 400                       # bytes; longer lines are cut by the server

    def __init__(self):
        self.places = {}
        self.newest = None

    def _pieces(self, text):
        """The text in UTF-8, in pieces that the server does not cut."""
        piece = b""
        for sign in text:
            data = sign.encode("utf-8", "replace")
            if len(piece) + len(data) > self.LIMIT:
                yield piece
                piece = b""
            piece += data
        yield piece

    def _say(self, text):
        said = b""
        for piece in self._pieces(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text)):
            if piece.lstrip(b" \t").startswith(b"/"):
                piece = b"[quote] " + piece
            said += piece + b"\n"
        return said

    def hear(self, nick, text):
        match = re.fullmatch(r"!found\s+(\S+)\s+(\S.*)", text, re.S)
        if match:
            name, place = match[1], match[2].strip()
            self.places.setdefault(name, []).append((place, nick))
            self.newest = name, place
            return self._say(f"{nick}: noted")
        match = re.fullmatch(r"!where\s+(\S+)\s*", text)
        if match:
            name = match[1]
            if name not in self.places:
                return self._say(f"{name}: never seen")
            return b"".join(self._say(f"{place} ({finder})") for place, finder in self.places[name])
        if text.strip() == "!last":
            return self._say("{}: {}".format(*self.newest) if self.newest else "Nothing yet")
        return b""
