LIMIT = 400


def clean(text):
    """No line ends and no other control characters, they become blanks."""
    return "".join(sign if ord(sign) >= 32 and not 127 <= ord(sign) < 160 else " " for sign in text)


def line(text):
    """One line of the bot. It never begins with a slash, and the server never cuts it."""
    text = clean(text)
    if text.lstrip().startswith("/"):
        text = "'" + text.lstrip()
    data = text.encode("utf-8", "ignore")
    if len(data) >= LIMIT:
        # cut it ourselves, between two signs
        data = data[:LIMIT - 4].decode("utf-8", "ignore").encode("utf-8") + "…".encode("utf-8")
    return data[:LIMIT - 1] + b"\n"


class Basket:
    def __init__(self):
        self._findings = []

    def hear(self, nick, text):
        command, _, rest = text.strip(" ").partition(" ")
        rest = rest.strip(" ")
        if command == "!found":
            name, _, place = rest.partition(" ")
            place = place.strip(" ")
            if not name or not place:
                return b""
            self._findings.append((name, place, nick))
            return line(f"{nick}: noted")
        if command == "!where" and rest and " " not in rest:
            found = [line(f"{place} ({nick})") for name, place, nick in self._findings if name == rest]
            return b"".join(found) or line(f"{rest}: never seen")
        if command == "!last" and not rest:
            if not self._findings:
                return line("Nothing yet")
            name, place, _ = self._findings[-1]
            return line(f"{name}: {place}")
        return b""
