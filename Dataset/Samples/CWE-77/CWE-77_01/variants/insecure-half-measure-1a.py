import re

# one line, whatever else is in it
BOARD_NAME = re.compile(r".*")


def _check_text(text):
    if "\r" in text or "\n" in text:
        raise ValueError("a text must not contain a line break")
    return text


def board_commands(board, rows):
    if not BOARD_NAME.fullmatch(board):
        raise ValueError("the name of a board is a single line")

    lines = [f"BOARD {board}"]
    for number, text in enumerate(rows, start=1):
        if text == "":
            lines.append(f"BLANK {number}")
        else:
            lines.append(f"ROW {number} {_check_text(text)}")
    lines.append("COMMIT")
    return "".join(line + "\r\n" for line in lines)
