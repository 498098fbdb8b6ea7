LINE_ENDS = frozenset("\r\n")


def _one_line(value, what):
    if not isinstance(value, str):
        raise ValueError(f"{what} must be a string")
    if not LINE_ENDS.isdisjoint(value):
        raise ValueError(f"{what} must not contain a line break")
    return value


def board_commands(board, rows):
    commands = ["BOARD " + _one_line(board, "name of the board")]
    for number, text in enumerate(rows, start=1):
        text = _one_line(text, f"text of row {number}")
        commands.append(f"ROW {number} {text}" if text else f"BLANK {number}")
    commands.append("COMMIT")
    return "\r\n".join(commands) + "\r\n"
