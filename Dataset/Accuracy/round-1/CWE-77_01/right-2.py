from dataclasses import dataclass
from itertools import count

BREAKS = dict.fromkeys(map(ord, "\r\n"))


@dataclass(frozen=True)
class Command:
    word: str
    parts: tuple = ()

    def __post_init__(self):
        for part in self.parts:
            if str(part).translate(BREAKS) != str(part):
                raise ValueError(f"{self.word}: line break in argument")

    def __bytes__(self):
        return b" ".join(str(p).encode("utf-8", "surrogatepass") for p in (self.word, *self.parts)) + b"\r\n"


def board_commands(board, rows):
    script = [Command("BOARD", (board,))]
    script += (Command("ROW", (n, text)) if text != "" else Command("BLANK", (n,)) for n, text in zip(count(1), rows))
    script.append(Command("COMMIT"))
    return b"".join(map(bytes, script)).decode("utf-8", "surrogatepass")
