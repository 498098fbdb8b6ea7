# Commands are joined with a sign that nobody can type (record separator), so that
# one look at the whole string finds every line break that was brought along.
SEPARATOR = "\x1e"


def board_commands(board, rows):
    commands = ["BOARD " + board]
    for number, text in enumerate(rows, 1):
        if text == "":
            commands.append(f"BLANK {number}")
        else:
            commands.append(f"ROW {number} {text}")
    commands.append("COMMIT")

    script = SEPARATOR.join(commands) + SEPARATOR
    if "\r" in script or "\n" in script:
        raise ValueError("neither a board nor a text may hold a line break")
    return script.replace(SEPARATOR, "\r\n")
