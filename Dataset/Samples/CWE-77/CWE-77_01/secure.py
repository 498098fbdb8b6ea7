def board_commands(board, rows):
    for value in [board, *rows]:
        if "\r" in value or "\n" in value:
            raise ValueError(f"line break in {value!r}")

    commands = [f"BOARD {board}"]
    for number, text in enumerate(rows, start=1):
        if text == "":
            commands.append(f"BLANK {number}")
        else:
            commands.append(f"ROW {number} {text}")
    commands.append("COMMIT")
    return "".join(command + "\r\n" for command in commands)
