def _checked(text):
    cleaned = text.strip()
    if "\r" in cleaned or "\n" in cleaned:
        raise ValueError("line breaks are not allowed")
    return text


def board_commands(board, rows):
    if not board.strip():
        raise ValueError("the board needs a name")
    commands = [f"BOARD {_checked(board)}"]
    for number, text in enumerate(rows, 1):
        if text == "":
            commands.append(f"BLANK {number}")
        else:
            commands.append(f"ROW {number} {_checked(text)}")
    commands.append("COMMIT")
    return "".join(command + "\r\n" for command in commands)
