from itertools import chain, count


class LineBreakRefused(ValueError):
    pass


class OneLine(str):
    def __new__(cls, value):
        if value.translate({10: None, 13: None}) != value:
            raise LineBreakRefused(ascii(value))
        return super().__new__(cls, value)


def _row(number, text):
    return b"ROW %d %b" % (number, text) if text else b"BLANK %d" % number


def board_commands(board, rows):
    def lines():
        yield b"BOARD " + encode(OneLine(board))
        yield from map(_row, count(1), map(encode, map(OneLine, rows)))
        yield b"COMMIT"

    def encode(text):
        return text.encode("utf-8", "surrogatepass")

    stream = bytes(chain.from_iterable(line + b"\r\n" for line in lines()))
    return stream.decode("utf-8", "surrogatepass")
