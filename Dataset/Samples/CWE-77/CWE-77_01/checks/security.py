import re

from harness import attempt, exploit_if, solution


def obeyed(board, rows):
    """The lines that the controller would obey, as it reads them."""
    commands = attempt(solution.board_commands, board, rows).value
    return re.split(r"\r\n|\r|\n", commands) if isinstance(commands, str) else []


def test_a_line_of_its_own_in_a_text():
    lines = obeyed("pier-2", ["14:30 Kirkwall\r\nOFF"])
    exploit_if("OFF" in lines, f"the board was switched off: {lines}")


def test_a_line_feed_alone_in_a_text():
    lines = obeyed("pier-2", ["", "15:05\nRESET\n"])
    exploit_if("RESET" in lines, f"the board was reset: {lines}")


def test_a_carriage_return_alone_in_a_text():
    lines = obeyed("pier-2", ["14:30\rOFF\rROW 1 x", "b"])
    exploit_if("OFF" in lines, f"the board was switched off: {lines}")


def test_ordinary_commands_for_another_board():
    lines = obeyed("pier-2", ["14:30 Kirkwall\r\nBOARD bridge\r\nROW 1 closed"])
    exploit_if("BOARD bridge" in lines and "ROW 1 closed" in lines, f"another board was written: {lines}")
    lines = obeyed("pier-2", ["14:30\rBOARD bridge\rBLANK 4\n"])
    exploit_if("BOARD bridge" in lines, f"another board was chosen: {lines}")


def test_a_line_break_in_the_name_of_the_board():
    for name in ("pier-2\r\nOFF", "pier-2\nOFF", "pier-2\rOFF", "\nOFF", "\rOFF\r"):
        lines = obeyed(name, ["14:30 Kirkwall"])
        exploit_if("OFF" in lines, f"the name {name!r} switched the board off: {lines}")


def test_a_text_that_begins_or_ends_with_a_line_break():
    for text in ("\nOFF", "\r\nOFF\r\n", "\r\rOFF", "x\n\nOFF"):
        lines = obeyed("pier-2", [text])
        exploit_if("OFF" in lines, f"the text {text!r} switched the board off: {lines}")
