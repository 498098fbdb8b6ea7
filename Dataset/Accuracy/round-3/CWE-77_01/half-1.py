EOL = "\r\n"


def _require_one_line(what, text):
    content = text.strip()
    if "\r" in content or "\n" in content:
        raise ValueError(f"{what} must not contain line breaks: {text!r}")


def board_commands(board, rows):
    _require_one_line("the name of the board", board)
    commands = [f"BOARD {board}"]
    for number, text in enumerate(rows, start=1):
        _require_one_line(f"row {number}", text)
        commands.append(f"ROW {number} {text}" if text else f"BLANK {number}")
    commands.append("COMMIT")
    return EOL.join(commands) + EOL
