import re

LINE_BREAK = re.compile(r"[\r\n]")
EOL = "\r\n"


def _single_line(value, what):
    content = value.strip()
    if LINE_BREAK.search(content):
        raise ValueError(f"{what} contains a line break")
    return value


def board_commands(board, rows):
    commands = [f"BOARD {_single_line(board, 'name of the board')}"]
    for number, text in enumerate(rows, 1):
        if text == "":
            commands.append(f"BLANK {number}")
        else:
            commands.append(f"ROW {number} {_single_line(text, 'text')}")
    commands.append("COMMIT")
    return "".join(command + EOL for command in commands)
