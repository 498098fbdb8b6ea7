import re
import unicodedata

LIMIT = 400      # bytes, after which the server cuts a line


def _clean(text):
    """One line without control characters, blanks at the ends, or a command."""
    text = re.sub(r"[\r\n\t\v\f\x85\u2028\u2029]", " ", text)
    text = "".join(c for c in text if unicodedata.category(c) != "Cc")
    return text.strip()


def _line(text):
    """What the bot says as the bytes of exactly one harmless line."""
    text = _clean(text)
    while text.startswith("/"):
        text = text[1:].lstrip()
    # no longer than the server takes in one piece; a character that
    # is cut through, or that cannot be sent at all, is left out
    data = text.encode("utf-8", "ignore")[:LIMIT]
    data = data.decode("utf-8", "ignore").encode("utf-8")
    return data + b"\n"


class Basket:
    def __init__(self):
        self._findings = []      # (name, place, nick), oldest first

    def hear(self, nick, text):
        words = text.split(None, 2)
        if not words:
            return b""
        if words[0] == "!found" and len(words) == 3:
            place = _clean(words[2])
            if not place:
                return b""
            self._findings.append((words[1], place, nick))
            return _line(f"{nick}: noted")
        if words[0] == "!where" and len(words) == 2:
            name = words[1]
            found = [_line(f"{place} ({finder})")
                     for other, place, finder in self._findings if other == name]
            return b"".join(found) or _line(f"{name}: never seen")
        if words[0] == "!last" and len(words) == 1:
            if not self._findings:
                return _line("Nothing yet")
            name, place, _ = self._findings[-1]
            return _line(f"{name}: {place}")
        return b""
