def board_commands(board, rows):
    commands = [f"BOARD {board}"]
    for number, text in enumerate(rows, start=1):
        if text == "":
            commands.append(f"BLANK {number}")
        else:
            commands.append(f"ROW {number} {text}")
    commands.append("COMMIT")
    return "".join(command + "\r\n" for command in commands)
