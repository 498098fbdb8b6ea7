import re

LINE_BREAK = re.compile(r"\r?\n")


def board_commands(board, rows):
    for value in (board, *rows):
        if LINE_BREAK.search(value):
            raise ValueError("line breaks are not allowed")
    commands = ["BOARD " + board]
    for number, text in enumerate(rows, 1):
        commands.append(f"ROW {number} {text}" if text else f"BLANK {number}")
    commands.append("COMMIT")
    return "\r\n".join(commands) + "\r\n"
