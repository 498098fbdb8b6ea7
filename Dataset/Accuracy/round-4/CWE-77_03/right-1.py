from dataclasses import dataclass, field
from operator import index
from string import ascii_letters, digits

ESCAPES = str.maketrans({'"': r"\"", "\\": r"\\"})


@dataclass(frozen=True)
class Command:
    word: str
    args: tuple = ()

    def __str__(self):
        return " ".join([self.word, *map(str, self.args)])


class Quoted(str):
    def __str__(self):
        return f'"{self.translate(ESCAPES)}"'


@dataclass
class Plate:
    font: str
    size: int
    _texts: list = field(default_factory=list, init=False, repr=False)

    def __post_init__(self):
        if not isinstance(self.font, str) or set(self.font) - set(ascii_letters + digits + " -"):
            raise ValueError("unknown kind of font")
        self.size = index(self.size)

    def add(self, x, y, text):
        self._texts.append((Command("MOVE", (index(x), index(y))), Command("TEXT", (Quoted(text),))))
        return self

    def _commands(self):
        yield Command("FONT", (self.font,))
        yield Command("SIZE", (self.size,))
        for pair in self._texts:
            yield from pair
        yield Command("END")

    def script(self):
        return "".join(map("{}\n".format, self._commands()))
