import io
from dataclasses import dataclass
from itertools import count


@dataclass(frozen=True)
class Command:
    word: str
    arguments: tuple = ()

    def __post_init__(self):
        if any({"\r", "\n"} & set(str(argument)) for argument in self.arguments):
            raise ValueError(f"{self.word}: {self.arguments!r}")

    def __str__(self):
        return " ".join([self.word, *map(str, self.arguments)])


def _commands(board, rows):
    yield Command("BOARD", (board,))
    for number, text in zip(count(1), rows):
        match text:
            case "":
                yield Command("BLANK", (number,))
            case str():
                yield Command("ROW", (number, text))
            case _:
                raise ValueError(f"row {number} is no text")
    yield Command("COMMIT")


def board_commands(board, rows):
    with io.StringIO(newline="\r\n") as lines:
        for command in _commands(board, rows):
            print(command, file=lines)
        return lines.getvalue()
