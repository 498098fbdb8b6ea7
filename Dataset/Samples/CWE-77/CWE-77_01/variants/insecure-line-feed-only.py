def board_commands(board, rows):
    lines = ["BOARD " + board.strip()]
    for i, text in enumerate(rows):
        if "\n" in text or "\n" in board:
            raise ValueError("Texts must be on one line")
        if text == "":
            lines.append("BLANK " + str(i + 1))
        else:
            lines.append("ROW " + str(i + 1) + " " + text)
    lines.append("COMMIT")
    lines.append("")
    return "\r\n".join(lines)
