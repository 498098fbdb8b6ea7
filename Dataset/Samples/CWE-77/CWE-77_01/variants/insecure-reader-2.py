def board_commands(board, rows):
    lines = [f"BOARD {board}"]
    for number, text in enumerate(rows, start=1):
        if text == "":
            lines.append(f"BLANK {number}")
        else:
            lines.append(f"ROW {number} {text}")
    lines.append("COMMIT")
    return "".join(line + "\r\n" for line in lines)
