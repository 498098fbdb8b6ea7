from dataclasses import dataclass


class Line(str):
    def __new__(cls, *parts):
        text = " ".join(parts)
        if not {"\r", "\n"}.isdisjoint(text):
            raise ValueError("line break inside a command")
        return super().__new__(cls, text)

    def wire(self):
        return self + "\r\n"


@dataclass
class Row:
    number: int
    text: str

    def line(self):
        return Line("ROW", f"{self.number:d}", self.text) if self.text != "" else Line("BLANK", f"{self.number:d}")


def board_commands(board, rows):
    body = map(Row.line, map(Row, range(1, len(rows) + 1), rows))
    return "".join(map(Line.wire, [Line("BOARD", board), *body, Line("COMMIT")]))
