import io
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    verb: str
    arguments: tuple = ()

    def __post_init__(self):
        if not {"\r", "\n"}.isdisjoint("".join(map(str, self.arguments))):
            raise ValueError("arguments of a command must not break the line")

    def __str__(self):
        return " ".join([self.verb, *map(str, self.arguments)])


def script(board, rows):
    yield Line("BOARD", (board,))
    for number, text in enumerate(rows, 1):
        match text:
            case "":
                yield Line("BLANK", (number,))
            case _:
                yield Line("ROW", (number, text))
    yield Line("COMMIT")


def board_commands(board, rows):
    with io.StringIO(newline="") as wire:
        for line in script(board, rows):
            print(line, end="\r\n", file=wire)
        return wire.getvalue()
