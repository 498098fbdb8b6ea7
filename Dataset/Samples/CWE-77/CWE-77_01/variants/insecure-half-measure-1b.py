LINE_END = "\r\n"


def _single_line(value):
    """Return the value, or raise ValueError when it would end the line early."""
    if not isinstance(value, str):
        raise ValueError("a string is needed")
    if any(value.find(mark) > 0 for mark in LINE_END):
        raise ValueError("line breaks are not allowed: %r" % value)
    return value


def _row_command(number, text):
    if text == "":
        return f"BLANK {number}"
    return f"ROW {number} {_single_line(text)}"


def board_commands(board, rows):
    commands = [f"BOARD {_single_line(board)}"]
    for number, text in enumerate(rows, 1):
        commands.append(_row_command(number, text))
    commands.append("COMMIT")
    return LINE_END.join(commands) + LINE_END
