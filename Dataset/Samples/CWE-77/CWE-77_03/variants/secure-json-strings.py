import json
from dataclasses import dataclass, field
from typing import List


def is_font(name: str) -> bool:
    return bool(name) and all(letter.isalnum() or letter in " -" for letter in name)


@dataclass
class Plate:
    """A plate; the quotes of its texts are those of JSON."""

    font: str
    size: int
    lines: List[str] = field(default_factory=list)

    def __post_init__(self):
        if not is_font(self.font):
            raise TypeError("unknown font")

    def add(self, x: int, y: int, text: str) -> "Plate":
        if any(ord(letter) < 32 for letter in text):
            raise TypeError("a text has one line and no control characters")
        self.lines += [f"MOVE {int(x)} {int(y)}", "TEXT " + json.dumps(text, ensure_ascii=False)]
        return self

    def script(self) -> str:
        return "\n".join([f"FONT {self.font}", f"SIZE {self.size}", *self.lines, "END", ""])
