import re
import string

FONT_SIGNS = frozenset(string.ascii_letters + string.digits + " -")


class Plate:
    def __init__(self, font, size):
        if not font or not FONT_SIGNS.issuperset(font):
            raise ValueError("a font's name consists of letters, digits, blanks and hyphens")
        self.commands = [f"FONT {font}", f"SIZE {size:d}"]

    @staticmethod
    def _escape(text):
        text = text.replace("\\", "\\\\")
        return re.sub(r'(?<!\\)"', r'\\"', text)

    def add(self, x, y, text):
        self.commands += [f"MOVE {x:d} {y:d}", f'TEXT "{self._escape(text)}"']
        return self

    def script(self):
        return "\n".join([*self.commands, "END"]) + "\n"
