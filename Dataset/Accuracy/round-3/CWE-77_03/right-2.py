import io
import re


class BadFont(ValueError):
    pass


def _escape(text):
    for sign in text:
        if sign in '"\\':
            yield "\\"
        yield sign


def _read_back(line):
    """What the machine engraves for a TEXT command."""
    match = re.fullmatch(r'TEXT "((?:[^"\\]|\\["\\])*)"', line)
    return match and re.sub(r"\\(.)", r"\1", match[1])


class Plate:
    def __init__(self, font, size):
        if re.search(r"[^A-Za-z0-9 \-]", font) or not font:
            raise BadFont(repr(font))
        self.__head = ("FONT %s" % font, "SIZE %d" % size)
        self.__texts = []

    def add(self, x, y, text):
        command = 'TEXT "%s"' % "".join(_escape(text))
        if _read_back(command) != text:
            raise RuntimeError("the text would not be engraved as it is")
        self.__texts.append(("MOVE %d %d" % (x, y), command))
        return self

    def script(self):
        out = io.StringIO(newline="")
        print(*self.__head, sep="\n", file=out)
        for move, text in self.__texts:
            print(move, text, sep="\n", file=out)
        print("END", file=out)
        return out.getvalue()
