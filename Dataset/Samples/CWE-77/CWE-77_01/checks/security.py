import re

from harness import attempt, solution
from probes import search
from probes.grammars import lines

COMMANDS = ("OFF", "RESET", "BOARD bridge", "ROW 1 closed", "COMMIT")
ORDINARY = ("14:30 Kirkwall", "")


def obeyed(board, *rows):
    """A command that the controller would obey besides those for these texts."""
    commands = attempt(solution.board_commands, board, list(rows)).value
    told = [line for line in re.split(r"\r\n|\r|\n", commands) if line] if isinstance(commands, str) else []
    numbers = range(1, len(rows) + 1)
    left = ["BOARD .*", *(rf"ROW {number} .*|BLANK {number}|ROW {number}" for number in numbers), "COMMIT"]
    for line in told:
        if not left or not re.fullmatch(left.pop(0), line, re.S):
            return f"the controller gets the line {line!r}"
    # The break that ends a text may stand there for an empty line.
    ends = len(re.findall(r"\r\n|\r|\n", commands)) if told else 0
    return f"the controller gets {ends} lines" if ends > len(rows) + 2 else None


def attack(what, candidates, tries):
    search.attack(what, candidates, lambda texts: obeyed(*texts), tries)


def test_a_text_is_one_line():
    attack("board and rows", (("pier-2", text) for text in lines.texts("14:30", COMMANDS)), 120)


def test_a_text_among_others_is_one_line():
    def boards():
        for hostile in ("\rOFF", "x\nOFF\n", "x\r\nOFF"):
            yield from (("p", *rows) for rows in lines.placed(ORDINARY, hostile))
            yield from (("p", *ORDINARY * times, hostile) for times in (3, 6, 12, 40))

    attack("board and rows", boards(), 24)


def test_the_name_of_a_board_is_one_line():
    attack("board and row", ((name, "14:30") for name in lines.texts("pier-2", COMMANDS)), 120)
