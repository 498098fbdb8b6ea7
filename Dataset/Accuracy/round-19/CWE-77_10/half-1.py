_LIMIT = 400            # bytes that the server takes for one line
_NAME = 100
_PLACE = 200


def _plain(text):
    """Without line breaks and other control characters."""
    return "".join(" " if ord(sign) < 32 or 127 <= ord(sign) < 160 or sign in "\u2028\u2029" else sign
                   for sign in text)


def _cut(text, size):
    """No more than `size` bytes of a text, and no half characters."""
    return text.encode("utf-8", "ignore")[:size].decode("utf-8", "ignore")


def _safe(text, size):
    """What may stand at the beginning of a line: one line, no command, not too long."""
    text = _plain(text).strip()
    while text[:1] == "/" or text[:1].isspace():
        text = text[1:]
    return _cut(text, size).rstrip()


def _line(*parts):
    return _cut("".join(parts), _LIMIT - 1).encode("utf-8") + b"\n"


class Basket:
    def __init__(self):
        self._findings = []

    def hear(self, nick, text):
        words = text.split(None, 1)
        if not words:
            return b""
        order, rest = words[0], words[1] if len(words) > 1 else ""
        if order == "!found":
            return self._found(nick, rest)
        if order == "!where":
            return self._where(rest)
        if order == "!last":
            return self._last()
        return b""

    def _found(self, nick, rest):
        words = rest.split(None, 1)
        if len(words) < 2:
            return b""
        name, place = _safe(words[0], _NAME), _safe(words[1], _PLACE)
        if not name or not place:
            return b""
        self._findings.append((name, place, nick))
        return _line(nick, ": noted")

    def _where(self, rest):
        words = rest.split(None, 1)
        if not words:
            return b""
        name = _safe(words[0], _NAME)
        if not name:
            return b""
        lines = [_line(place, " (", nick, ")") for kept, place, nick in self._findings if kept == name]
        return b"".join(lines) or _line(name, ": never seen")

    def _last(self):
        if not self._findings:
            return b"Nothing yet\n"
        name, place, _ = self._findings[-1]
        return _line(name, ": ", place)
