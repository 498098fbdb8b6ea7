from functools import reduce
from operator import add

FORBIDDEN = str.maketrans({"\r": None, "\n": None})


class Text(str):
    def __new__(cls, value):
        if len(value.translate(FORBIDDEN)) < len(value):
            raise ValueError("carriage return or line feed")
        return super().__new__(cls, value)


def numbered(row):
    number, text = row
    return "ROW %d %s\r\n" % (number, text) if len(text) else "BLANK %d\r\n" % number


def board_commands(board, rows):
    name, texts = Text(board), [Text(row) for row in rows]
    body = map(numbered, zip(range(1, len(texts) + 1), texts))
    return reduce(add, body, "BOARD %s\r\n" % name) + "COMMIT\r\n"
