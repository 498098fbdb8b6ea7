import re
from dataclasses import dataclass, field

ESCAPES = str.maketrans({'"': r'\"', "\\": r"\\"})


@dataclass
class Plate:
    font: str
    size: int
    _parts: list = field(default_factory=list, init=False, repr=False)

    def __post_init__(self):
        if re.search(r"[^ \-0-9A-Za-z]|\A\Z", self.font):
            raise ValueError("unknown sign in the name of the font")

    def add(self, x, y, text):
        self._parts.append("MOVE %d %d\n" % (x, y) + 'TEXT "' + text.translate(ESCAPES) + '"\n')
        return self

    def script(self):
        return "FONT %s\nSIZE %d\n%sEND\n" % (self.font, self.size, "".join(self._parts))
