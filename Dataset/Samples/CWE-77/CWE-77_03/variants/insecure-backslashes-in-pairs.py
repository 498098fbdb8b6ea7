import re

FONT_NAME = re.compile(r"(?:[^\W_]|[ -])+")

# a pair of backslashes, or a double quote with or without a backslash before it
SPECIAL = re.compile(r'\\\\|\\?"')


def _escape(match):
    return "".join("\\" + char for char in match.group())


def _quoted(text):
    """A text for TEXT; a backslash before anything else may stay as it is."""
    body = SPECIAL.sub(_escape, text)
    if text.endswith("\\") and not text.endswith("\\\\"):
        # it must not swallow the closing quote
        body += "\\"
    return f'"{body}"'


class Plate:
    def __init__(self, font, size):
        if not FONT_NAME.fullmatch(font):
            raise ValueError(f"not the name of a font: {font!r}")
        self.font = font
        self.size = int(size)
        self.commands = []

    def add(self, x, y, text):
        self.commands.append(f"MOVE {int(x)} {int(y)}\n")
        self.commands.append(f"TEXT {_quoted(text)}\n")
        return self

    def script(self):
        head = f"FONT {self.font}\nSIZE {self.size}\n"
        return head + "".join(self.commands) + "END\n"
