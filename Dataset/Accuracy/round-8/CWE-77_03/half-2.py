from dataclasses import dataclass, field


@dataclass
class Plate:
    font: str
    size: int
    _texts: list = field(default_factory=list, init=False)

    def __post_init__(self):
        words = self.font.replace("-", " ").split()
        if not words or not all(word.isascii() and word.isalnum() for word in words):
            raise ValueError(f"not the name of a font: {self.font!r}")
        if not isinstance(self.size, int):
            raise ValueError("the size is a whole number")

    def add(self, x, y, text):
        if not isinstance(x, int) or not isinstance(y, int):
            raise ValueError("a place is two whole numbers")
        self._texts.append((x, y, text.replace("\\", "\\\\").replace('"', '\\"')))
        return self

    def script(self):
        lines = [f"FONT {self.font}", f"SIZE {self.size:d}"]
        for x, y, text in self._texts:
            lines += [f"MOVE {x:d} {y:d}", f'TEXT "{text}"']
        lines.append("END")
        return "".join(line + "\n" for line in lines)
