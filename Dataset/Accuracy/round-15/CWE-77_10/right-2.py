"""Findings are cleaned and shortened when they come in; slashes become the fullwidth one."""
import io
import re
from itertools import takewhile, accumulate

MESSAGE = re.compile(r"!(?:(?P<found>found)\s+(?P<name>\S+)\s+(?P<place>\S.*)|where\s+(?P<asked>\S+)\s*|(?P<last>last)\s*)", re.S)


def fit(text, size):
    """As many letters as fit into that many bytes."""
    lengths = accumulate(len(letter.encode()) for letter in text)
    return text[:sum(1 for _ in takewhile(size.__ge__, lengths))]


def clean(text, size):
    def sign(letter):
        if letter.isprintable():
            return letter
        return " " if letter.isspace() or ord(letter) < 32 else "?"
    text = "".join(map(sign, text)).strip()
    if text.startswith("/"):
        text = "\uff0f" + text[1:]
    return fit(text, size) or "?"


class Output(io.BytesIO):
    def say(self, text):
        assert text.isprintable() and len(text.encode()) < 400
        self.write(text.encode() + b"\n")


class Basket:
    def __init__(self):
        self.book = {}
        self.newest = None

    def hear(self, nick, text):
        out = Output()
        nick = clean(nick, 60)
        message = MESSAGE.fullmatch(text)
        if message is None:
            pass
        elif message["found"]:
            name, place = message["name"], clean(message["place"], 200)
            self.book.setdefault(name, []).append(f"{place} ({nick})")
            self.newest = f"{clean(name, 100)}: {place}"
            out.say(f"{nick}: noted")
        elif message["last"]:
            out.say(self.newest or "Nothing yet")
        else:
            for answer in self.book.get(message["asked"]) or [clean(message["asked"], 100) + ": never seen"]:
                out.say(answer)
        return out.getvalue()
