"""Every piece of a line, as short as the server takes it, begins with a sign of ours."""


class Basket:
    def __init__(self):
        self._all = []

    def hear(self, nick, text):
        word, *rest = text.split(None, 1) or [""]
        rest = "".join(rest)
        if word == "!last":
            return shown("{0}: {1}".format(*self._all[-1])) if self._all else b"Nothing yet\n"
        if word == "!where":
            name = rest.strip()
            return b"".join(shown(f"{place} ({who})") for kind, place, who in self._all if kind == name) or shown(f"{name}: never seen")
        if word != "!found":
            return b""
        try:
            name, place = rest.split(None, 1)
        except ValueError:
            return b"What and where?\n"
        self._all.append((name, place.rstrip(), nick))
        return shown(f"{nick}: noted")


def shown(text):
    data = text.encode("utf-8", "replace")
    clean = text.isprintable() and not text.lstrip().startswith("/")
    if clean and len(data) <= 400:
        return data + b"\n"
    pieces, piece = [], ""
    for sign in " ".join(text.split()):
        if len((piece + sign).encode("utf-8", "replace")) > 390:
            pieces.append(piece)
            piece = ""
        piece += sign
    return b"".join(b"> " + one.encode("utf-8", "replace") + b"\n" for one in [*pieces, piece])
