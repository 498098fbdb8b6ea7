import re

BREAK = re.compile(r"[\r\n]")


def one_line(text, what):
    # what is pasted often brings a break along at its end, that is no second line
    if BREAK.search(text.strip()):
        raise ValueError(f"{what} has to be a single line: {text!r}")
    return text


def board_commands(board, rows):
    commands = [f"BOARD {one_line(board, 'a board')}"]
    for number, text in enumerate(rows, start=1):
        one_line(text, f"row {number}")
        commands.append(f"ROW {number} {text}" if text else f"BLANK {number}")
    commands.append("COMMIT")
    return "".join(f"{command}\r\n" for command in commands)
