import re
from typing import List

CRLF = "\r\n"


def one_line(value: str) -> str:
    return re.sub(r"[\r\n]+", " ", value)


def board_commands(board: str, rows: List[str]) -> str:
    output = "BOARD " + one_line(board) + CRLF
    for index in range(len(rows)):
        text = one_line(rows[index])
        if text:
            output += "ROW " + str(index + 1) + " " + text + CRLF
        else:
            output += "BLANK " + str(index + 1) + CRLF
    return output + "COMMIT" + CRLF


if __name__ == "__main__":
    print(board_commands("hall", ["09:00 Lyness", ""]))
