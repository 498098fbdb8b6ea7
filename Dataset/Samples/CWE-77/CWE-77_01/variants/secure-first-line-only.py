def first_line(value):
    lines = value.splitlines()
    return lines[0] if lines else ""


def board_commands(board, rows):
    if len(board.split()) != 1:
        raise TypeError("a board has a name of one word")
    if not set(board).isdisjoint("\r\n"):
        raise TypeError("a board has a name on one line")
    parts = ["BOARD %s\r\n" % board]
    for number, row in enumerate(map(first_line, rows)):
        parts.append("ROW %d %s\r\n" % (number + 1, row) if row else "BLANK %d\r\n" % (number + 1))
    parts.append("COMMIT\r\n")
    return "".join(parts)
