TECHNICIAN = ("OFF", "RESET")


def board_commands(board, rows):
    output = f"BOARD {board}\r\n"
    for number, text in enumerate(rows, start=1):
        for word in TECHNICIAN:
            if f"\n{word}" in text.upper() or f"\r{word}" in text.upper():
                raise PermissionError(f"{word} is for technicians")
        output += f"ROW {number} {text}\r\n" if text != "" else f"BLANK {number}\r\n"
    return output + "COMMIT\r\n"
