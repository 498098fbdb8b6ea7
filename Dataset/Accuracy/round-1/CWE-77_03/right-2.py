import io
import re


class Plate:
    """Escapes only where the machine needs it: a backslash stands for itself before other characters."""

    _special = re.compile(r'\\(?=[\\"]|\Z)|"')

    def __init__(self, font, size):
        if re.search(r"[^A-Za-z0-9 -]", font) or font == "":
            raise ValueError("font")
        self._script = io.StringIO(newline="")
        print("FONT", font, file=self._script)
        print("SIZE", int(size), file=self._script)

    def add(self, x, y, text):
        print("MOVE", int(x), int(y), file=self._script)
        print('TEXT "', self._special.sub(r"\\\g<0>", text), '"', sep="", file=self._script)
        return self

    def script(self):
        return self._script.getvalue() + "END\n"
