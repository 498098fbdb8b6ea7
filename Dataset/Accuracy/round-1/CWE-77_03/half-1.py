import re


def _quoted(text):
    body = re.sub(r'(\\)?"', lambda m: ('\\\\' if m[1] else '') + '\\"', text)
    if body.endswith("\\"):
        body += "\\"
    return f'"{body}"'


class Plate:
    def __init__(self, font, size):
        if not re.fullmatch(r"[A-Za-z0-9 -]+", font):
            raise ValueError(f"no such font: {font!r}")
        self._lines = [f"FONT {font}", f"SIZE {int(size)}"]

    def add(self, x, y, text):
        self._lines.append(f"MOVE {int(x)} {int(y)}")
        self._lines.append(f"TEXT {_quoted(text)}")
        return self

    def script(self):
        return "".join(line + "\n" for line in [*self._lines, "END"])
