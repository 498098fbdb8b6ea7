import re


class Plate(tuple):
    """The head of a script; what is added follows in a list of its own."""

    def __new__(cls, font, size):
        if re.search(r"[^A-Za-z0-9 \-]", font):
            raise ValueError(font)
        plate = super().__new__(cls, ("FONT %s\nSIZE %d\n" % (font, size),))
        plate.more = []
        return plate

    def add(self, x, y, text):
        self.more.append('MOVE %d %d\nTEXT "%s"\n' % (x, y, re.sub(r'["\\]', lambda m: "\\" + m[0], text)))
        return self

    def script(self):
        return "".join((*self, *self.more, "END\n"))
