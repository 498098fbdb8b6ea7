import re


def pieces(data):
    for line in re.split(rb"[\r\n]+", data):
        for start in range(0, len(line), 400):
            yield line[start : start + 400]


def harmless(data):
    """What the server would obey is not said."""
    if any(piece.lstrip(b" \t").startswith(b"/") for piece in pieces(data)):
        return b"I cannot say this\n"
    return data


class Basket:
    def __init__(self):
        self.found = []

    def hear(self, nick, text):
        if isinstance(text, str):
            text = text.encode("utf-8", "backslashreplace").decode()
        return b"".join(harmless(f"{line}\n".encode()) for line in self.answers(nick, text))

    def answers(self, nick, text):
        words = text.split(maxsplit=2)
        if words[:1] == ["!found"] and len(words) == 3:
            self.found.append((words[1], words[2].strip(), nick))
            yield f"{nick}: noted"
        elif words[:1] == ["!where"] and len(words) > 1:
            none = True
            for name, place, who in self.found:
                if name == words[1]:
                    none = False
                    yield f"{place} ({who})"
            if none:
                yield f"{words[1]}: never seen"
        elif words == ["!last"]:
            yield "{}: {}".format(*self.found[-1][:2]) if self.found else "Nothing yet"
