import re

LINE_BREAK = re.compile(r"[\r\n]")


def board_commands(board, rows):
    for text in (board, *rows):
        if LINE_BREAK.search(text):
            raise ValueError(f"line break in {text!r}")

    script = f"BOARD {board}\n"
    for number, text in enumerate(rows, 1):
        if text == "":
            script += f"BLANK {number}\n"
        else:
            script += f"ROW {number} {text}\n"
    script += "COMMIT\n"
    return "".join(line + "\r\n" for line in script.splitlines())
