import unicodedata


class BoardProgram:
    def __init__(self):
        self.lines = []

    def add(self, word, *arguments):
        self.lines.append(" ".join([word, *arguments]))

    def text(self):
        return "\r\n".join(self.lines) + "\r\n"


def has_control_characters(value):
    return any(unicodedata.category(character) == "Cc" for character in value)


def board_commands(board, rows):
    if has_control_characters(board) or any(map(has_control_characters, rows)):
        print("board_commands: refused")
        return ""
    program = BoardProgram()
    program.add("BOARD", board)
    for number, row in enumerate(rows, 1):
        if row:
            program.add("ROW", str(number), row)
        else:
            program.add("BLANK", str(number))
    program.add("COMMIT")
    return program.text()
