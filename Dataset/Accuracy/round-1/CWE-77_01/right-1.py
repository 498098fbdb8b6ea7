def single_line(value):
    if not {"\r", "\n"}.isdisjoint(value):
        raise ValueError(f"line break in {value!r}")
    return value


def terminated(commands):
    def inner(*args):
        return "".join(f"{single_line(command)}\r\n" for command in commands(*args))
    return inner


@terminated
def board_commands(board, rows):
    yield f"BOARD {board}"
    for number, text in enumerate(rows, 1):
        yield f"ROW {number} {text}" if text else f"BLANK {number}"
    yield "COMMIT"
