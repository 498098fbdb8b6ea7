import re
from dataclasses import dataclass, field


def _quoted(text):
    # A backslash only has a meaning before a quote, be it one of the text or the closing one.
    text = re.sub(r'\\(?="|\Z)', r"\\\\", text)
    return '"' + text.replace('"', r"\"") + '"'


@dataclass
class Plate:
    font: str
    size: int
    _commands: list = field(default_factory=list, init=False)

    def __post_init__(self):
        if not re.fullmatch(r"[A-Za-z0-9 -]+", self.font):
            raise ValueError("the name of a font has letters, digits, blanks and hyphens only")

    def add(self, x, y, text):
        self._commands += [f"MOVE {x:d} {y:d}", f"TEXT {_quoted(text)}"]
        return self

    def script(self):
        head = [f"FONT {self.font}", f"SIZE {self.size:d}"]
        return "".join(c + "\n" for c in head + self._commands + ["END"])
