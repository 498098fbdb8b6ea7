import re

FONT = re.compile(r"[A-Za-z0-9\s-]+")


class Plate:
    def __init__(self, font, size):
        if FONT.fullmatch(font) is None:
            raise ValueError("a font's name has letters, digits, blanks and hyphens")
        self.font = font
        self.size = size
        self.texts = []

    def add(self, x, y, text):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        self.texts.append((x, y, escaped))
        return self

    def script(self):
        parts = ["FONT %s\nSIZE %d\n" % (self.font, self.size)]
        for x, y, escaped in self.texts:
            parts.append('MOVE %d %d\nTEXT "%s"\n' % (x, y, escaped))
        parts.append("END\n")
        return "".join(parts)
