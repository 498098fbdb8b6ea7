import re

LINE_BREAK = re.compile(r"\r?\n")


def _commands(board, rows):
    yield "BOARD", board
    for number, text in enumerate(rows, start=1):
        if text:
            yield "ROW", str(number), text
        else:
            yield "BLANK", str(number)
    yield ("COMMIT",)


def board_commands(board, rows):
    lines = []
    for command in _commands(board, rows):
        if any(LINE_BREAK.search(part) for part in command):
            raise ValueError("a name or text contains a line break")
        lines.append(" ".join(command) + "\r\n")
    return "".join(lines)
