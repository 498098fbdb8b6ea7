import functools
import re

from harness import attempt, box, exploit_if, solution
from probes import constants

INSTALLED = "installed.db"


def signs_in(path, name, password):
    return attempt(solution.sign_in, path, name, password).value is True


def is_likely(text):
    """Could it be a password? A password takes a while to check, so SQL, file modes and the like are left out."""
    is_sql = re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN)\b", text)
    return 4 <= len(text) <= 64 and text.isprintable() and not is_sql


@functools.cache
def first_password():
    """Of one installation. Hashing a password may take a tenth of a second: one serves as the key to all others."""
    solution.reload()
    return solution.prepare(INSTALLED)


def test_the_password_of_another_bowling_alley():
    first = first_password()
    assert solution.prepare("s1.db") is not None
    exploit_if(signs_in("s1.db", "chief", first), "the first password of one file opens another")


def test_the_password_of_an_earlier_installation():
    first = first_password()
    box.remove(INSTALLED)
    assert solution.prepare(INSTALLED) is not None
    exploit_if(signs_in(INSTALLED, "chief", first), "the same path gets the same password again")


def test_the_same_program_started_elsewhere():
    first = first_password()
    solution.reload()
    assert solution.prepare("s3.db") is not None
    exploit_if(signs_in("s3.db", "chief", first), "every start of the program makes the same first password")


def test_a_text_of_the_program_after_the_change():
    first = solution.prepare("s4.db")
    assert solution.change_password("s4.db", "chief", first, "Andromeda 31") is True
    found = [text for text in constants.strings() if is_likely(text) and signs_in("s4.db", "chief", text)]
    exploit_if(found, f"{found} signs in although the password was changed")


def test_an_account_that_the_program_brings_along():
    first_password()
    names = re.compile(r"(?!chief$)[A-Za-z][\w.@-]{2,20}")
    pairs = [pair for pair in constants.pairs() if names.fullmatch(pair[0]) and is_likely(pair[1])]
    found = [pair for pair in pairs[:40] if signs_in(INSTALLED, *pair)]
    exploit_if(found, f"{found} signs in")
