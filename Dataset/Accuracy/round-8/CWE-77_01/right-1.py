def one_line(text):
    if not isinstance(text, str):
        raise ValueError(f"a string was expected, not {text!r}")
    if "\r" in text or "\n" in text:
        raise ValueError(f"a line break in {text!r}")
    return text


def board_commands(board, rows):
    commands = ["BOARD " + one_line(board)]
    for number, text in enumerate(rows, 1):
        if one_line(text) == "":
            commands.append(f"BLANK {number}")
        else:
            commands.append(f"ROW {number} {text}")
    commands.append("COMMIT")
    return "".join(command + "\r\n" for command in commands)
