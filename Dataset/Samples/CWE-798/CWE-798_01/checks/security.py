import functools
import re

from harness import attempt, box, exploit_if, inconclusive, solution
from probes import constants
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

INSTALLED, OTHER, DESK = "s-installed.db", "s-other.db", "s-desk.db"
#: What is hashed for the sake of having a hash.
WORDS = ("placeholder", "dummy", "invalid", "password", "x", "nobody", "unused")


def signs_in(path, name, password):
    return attempt(solution.sign_in, path, name, password).value is True


def is_likely(text):
    """Could it be a password? A password takes a while to check, so SQL, file modes and the like are left out."""
    is_sql = re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN)\b", text)
    return 4 <= len(text) <= 64 and text.isprintable() and not is_sql


def alike(one, other):
    """The same but for one letter, as from a counter."""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other)) <= 1


class Installations(Machine):
    """Whoever has installed the program anywhere, at any time, does not know the first password of the next file."""

    path = domain(INSTALLED, odd=(OTHER,))
    operations = {"install": (path,), "start_and_install": (domain(INSTALLED, OTHER),)}
    seen = []  # by all files of this machine

    def start_and_install(self, path):
        solution.reload()
        return self.install(path)

    def install(self, path):
        box.remove(path)
        first = attempt(solution.prepare, path).value
        if not isinstance(first, str):
            inconclusive("no first password was made")
        if any(alike(first, one) for one in self.seen) and signs_in(path, "chief", first):
            return f"the first password {first!r} is known from another file"
        self.seen.append(first)
        return ""


def test_the_first_password_of_another_file():
    found = search(Installations, tries=4, alone=1)
    exploit_if(found, str(found))


@functools.cache
def changed_desk():
    """Makes a file with the password changed, and returns the first one. Hashing it may take a tenth of a second."""
    first = solution.prepare(DESK)
    if solution.change_password(DESK, "chief", first, "new password") is not True:
        inconclusive("the password cannot be changed")
    return first


class Desk(Machine):
    """Only the present password of an account that there is signs in."""

    def start(self, _):
        self.first = changed_desk()

    def sign_in(self, name, word):
        return f"{name} signs in with {word!r}" if signs_in(DESK, name, self.first if word == "the first"
            else word) else ""


def test_nothing_but_the_present_password():
    likely = [text for text in constants.strings() if is_likely(text)]
    hashes = [text for text in likely if re.match(r"(scrypt|pbkdf2):|\$2|[0-9a-f]{40}", text)]
    Desk.operations = {"sign_in": (domain("chief"), domain("the first", "", *likely))}
    found = search(Desk, tries=60, alone=1)
    exploit_if(found, str(found))
    Desk.operations = {"sign_in": (domain("nobody"), domain("", *(WORDS if hashes else likely[:5])))}
    found = search(Desk, tries=12, alone=1)
    exploit_if(found, str(found))


def test_an_account_that_the_program_brings_along():
    changed_desk()
    names = re.compile(r"(?!chief$)[A-Za-z][\w.@-]{2,20}")
    pairs = [pair for pair in constants.pairs() if names.fullmatch(pair[0]) and is_likely(pair[1])]
    found = [pair for pair in pairs[:40] if signs_in(DESK, *pair)]
    exploit_if(found, f"{found} signs in")
