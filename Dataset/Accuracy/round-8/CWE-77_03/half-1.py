import re


class Plate:
    def __init__(self, font, size):
        if not re.fullmatch(r"[A-Za-z0-9 -]+", font):
            raise ValueError("a font's name consists of letters, digits, blanks and hyphens")
        self._commands = [f"FONT {font}", f"SIZE {int(size)}"]

    @staticmethod
    def _quoted(text):
        # A backslash stands for itself, except before a quote, be it one of
        # the text or the closing one.
        text = re.sub(r'\\(?="|\Z)', r"\\\\", text)
        return '"' + text.replace('"', '\\"') + '"'

    def add(self, x, y, text):
        self._commands.append(f"MOVE {int(x)} {int(y)}")
        self._commands.append(f"TEXT {self._quoted(text)}")
        return self

    def script(self):
        return "\n".join([*self._commands, "END"]) + "\n"
