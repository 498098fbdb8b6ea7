import re

LINE_BREAK = re.compile(r"\r|\n")


def board_commands(board: str, rows: list) -> str:
    """Only what the clerks type is looked at."""
    commands = []
    for number, text in enumerate(rows, start=1):
        if LINE_BREAK.search(text):
            raise ValueError(f"row {number} has more than one line")
        commands.append(f"ROW {number} {text}" if text else f"BLANK {number}")
    return "\r\n".join(["BOARD " + board, *commands, "COMMIT", ""])
