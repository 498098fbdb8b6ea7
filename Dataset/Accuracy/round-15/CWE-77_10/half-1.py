"""A bot that remembers where mushrooms grow."""
import re

# Longer lines are cut by the server at 400 bytes, so neither part may fill a line
LONGEST = 200
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def shorten(text, size=LONGEST):
    """At most `size` bytes of the text, whole letters only."""
    data = text.encode("utf-8", "replace")
    return data[:size].decode("utf-8", "ignore")


def line(text):
    """One line for the server that is no command, whatever is in the text."""
    text = CONTROLS.sub(" ", text).strip()
    if text.startswith("/"):
        text = "'" + text
    return text.encode("utf-8") + b"\n"


class Basket:
    def __init__(self):
        self.findings = []

    def hear(self, nick, text):
        words = text.split(None, 2)
        nick = shorten(nick, 100)
        match words:
            case ["!found", name, place]:
                self.findings.append((shorten(name), shorten(place.strip()), nick))
                return line(f"{nick}: noted")
            case ["!where", name]:
                name = shorten(name)
                known = [line(f"{place} ({finder})") for kept, place, finder in self.findings if kept == name]
                return b"".join(known) or line(f"{name}: never seen")
            case ["!last"]:
                if not self.findings:
                    return line("Nothing yet")
                name, place, _ = self.findings[-1]
                return line(f"{name}: {place}")
        return b""
