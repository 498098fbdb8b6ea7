from dataclasses import dataclass, field
from io import StringIO


@dataclass
class Script:
    out: StringIO = field(default_factory=lambda: StringIO(newline=""))

    def __call__(self, verb, *words):
        line = " ".join((verb, *map(str, words)))
        if not {"\r", "\n"}.isdisjoint(line):
            raise ValueError(f"{verb}: a line break cannot be sent")
        print(line, file=self.out, end="\r\n")


def board_commands(board, rows):
    send = Script()
    send("BOARD", board)
    for number, text in enumerate(rows, 1):
        match text:
            case "":
                send("BLANK", number)
            case _:
                send("ROW", number, text)
    send("COMMIT")
    return send.out.getvalue()
