def board_commands(board, rows):
    board = board.replace("\r\n", "")
    result = [f"BOARD {board}\r\n"]
    for number, text in enumerate(rows, start=1):
        text = text.replace("\r\n", " ")
        result.append(f"ROW {number} {text}\r\n" if text else f"BLANK {number}\r\n")
    result.append("COMMIT\r\n")
    return "".join(result)
