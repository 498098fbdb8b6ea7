"""A bot that remembers where mushrooms grow."""
import unicodedata

LINE = 400          # the server cuts longer ones


def tame(text):
    """The text as one line that is shown, and not obeyed."""
    # Whatever ends a line or moves the cursor becomes a blank
    text = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in text)
    text = text.strip()
    if text.startswith("/"):
        text = "\u2044" + text[1:]          # a fraction slash looks like it
    return text


def say(text):
    # Halves of surrogate pairs cannot be said; a letter that is cut in two neither
    data = tame(text).encode("utf-8", "ignore")[:LINE - 1]
    return data.decode("utf-8", "ignore").encode("utf-8") + b"\n"


class Basket:
    def __init__(self):
        self._places = {}
        self._last = None

    def hear(self, nick, text):
        order, *rest = text.split(None, 1) or [""]
        rest = rest[0].strip() if rest else ""
        if order == "!found":
            return self._found(nick, *rest.split(None, 1))
        if order == "!where" and len(rest.split()) == 1:
            return self._where(rest)
        if order == "!last" and not rest:
            return say(self._last or "Nothing yet")
        return b""

    def _found(self, nick, name="", place=""):
        if not place:
            return b""
        self._places.setdefault(name, []).append((place, nick))
        self._last = f"{name}: {place}"
        return say(f"{nick}: noted")

    def _where(self, name):
        if name not in self._places:
            return say(f"{name}: never seen")
        return b"".join(say(f"{place} ({nick})") for place, nick in self._places[name])
