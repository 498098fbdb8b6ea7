import re

ONE_LINE = re.compile(r".*")


def board_commands(board, rows):
    for value in (board, *rows):
        if not ONE_LINE.fullmatch(value):
            raise ValueError(f"line break in {value!r}")
    lines = ["BOARD " + board]
    for number, text in enumerate(rows, start=1):
        lines.append(f"ROW {number} {text}" if text else f"BLANK {number}")
    lines.append("COMMIT")
    return "\r\n".join(lines) + "\r\n"
