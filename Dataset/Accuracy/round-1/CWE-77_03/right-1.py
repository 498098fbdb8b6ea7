from dataclasses import dataclass, field
from operator import index

ESCAPES = str.maketrans({"\\": r"\\", '"': r"\""})


@dataclass
class Plate:
    font: str
    size: int
    _texts: list = field(default_factory=list, init=False, repr=False)

    def __post_init__(self):
        if not self.font or not all(c.isalpha() or c.isdecimal() or c in " -" for c in self.font):
            raise ValueError(f"not the name of a font: {self.font!r}")
        self.size = index(self.size)

    def add(self, x, y, text):
        self._texts.append((index(x), index(y), text.translate(ESCAPES)))
        return self

    def _commands(self):
        yield "FONT", self.font
        yield "SIZE", self.size
        for x, y, text in self._texts:
            yield "MOVE", x, y
            yield "TEXT", f'"{text}"'
        yield "END",

    def script(self):
        return "".join(" ".join(map(str, command)) + "\n" for command in self._commands())
