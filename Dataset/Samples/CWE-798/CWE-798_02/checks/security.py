from harness import attempt, box, environment, exploit_if, solution
from probes import constants

KEY = "eleven pipers piping"


def start(key):
    """Starts the program with this key in the environment, or none. False if it does not start."""
    if key is None:
        environment.pop("CLOAK_KEY", None)
    else:
        environment["CLOAK_KEY"] = key
    return attempt(solution.reload).returned


def forged(key, peg=4711):
    """The ticket that somebody else's copy of the program makes, or None. What files it makes stay with that copy."""
    before = set(box.walk())
    ticket = attempt(solution.issue, peg).value if start(key) else None
    for path in sorted(set(box.walk()) - before, reverse=True):
        box.remove(path)
    return ticket if isinstance(ticket, str) and ticket else None


def accepted(ticket, key, peg=4711):
    """Does the scanner of a rink with this key take the ticket for genuine?"""
    return ticket is not None and start(key) and attempt(solution.peg_of, ticket).value == peg


def test_a_copy_of_the_program_without_a_key():
    exploit_if(accepted(forged(None), KEY), "a ticket of a copy without a key is accepted")


def test_a_copy_of_the_program_with_another_key():
    exploit_if(accepted(forged("some other key"), KEY), "a ticket with another key is accepted")


def test_a_rink_that_has_set_no_key():
    exploit_if(accepted(forged(None), None), "without a key, anybody can print tickets")


def test_a_text_of_the_program_as_key():
    for text in constants.strings():
        if 0 < len(text) <= 64 and "\0" not in text:
            exploit_if(accepted(forged(text), KEY), f"{text!r} is a key of every rink")
