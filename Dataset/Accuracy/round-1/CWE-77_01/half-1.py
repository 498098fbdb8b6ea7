def _one_line(value, what):
    typed = value.strip()
    if "\r" in typed or "\n" in typed:
        raise ValueError(f"{what} must be a single line")
    return value


def board_commands(board, rows):
    lines = [f"BOARD {_one_line(board, 'board')}"]
    for number, text in enumerate(rows, start=1):
        if text == "":
            lines.append(f"BLANK {number}")
        else:
            lines.append(f"ROW {number} {_one_line(text, f'row {number}')}")
    lines.append("COMMIT")
    return "".join(line + "\r\n" for line in lines)
