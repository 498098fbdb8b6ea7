import re

LINE_BREAK = re.compile(r"[\r\n]")


def _one_line(value):
    if LINE_BREAK.search(value):
        raise ValueError("a name or text must not contain a line break")
    return value


def board_commands(board, rows):
    commands = ["BOARD " + _one_line(board)]
    for number, text in enumerate(rows, start=1):
        if text:
            commands.append(f"ROW {number} {_one_line(text)}")
        else:
            commands.append(f"BLANK {number}")
    commands.append("COMMIT")
    return "\r\n".join(commands) + "\r\n"
