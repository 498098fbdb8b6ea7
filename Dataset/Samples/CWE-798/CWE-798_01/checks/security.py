import functools
import os
import re
import sqlite3
import uuid

from harness import attempt, box, exploit_if, inconclusive, solution
from probes import chance, constants, database, quick_hashes
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

INSTALLED, OTHER, DESK, TWIN = "s-installed.db", "s-other.db", "s-desk.db", "s-twin.db"
#: What is hashed for the sake of having a hash.
WORDS = ("placeholder", "dummy", "invalid", "password", "x", "nobody", "unused")


def setup():
    quick_hashes.use()


def signs_in(path, name, password):
    return attempt(solution.sign_in, path, name, password).value is True


def is_likely(text):
    """Could it be a password? A password takes a while to check, so SQL, file modes and the like are left out."""
    is_sql = re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN)\b", text)
    return 4 <= len(text) <= 64 and text.isprintable() and not is_sql


def alike(one, other):
    """The same but for one letter, as from a counter."""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other)) <= 1


def is_of_the_clock(text):
    """A UUID of a kind that is no chance."""
    try:
        return uuid.UUID(text).version in (1, 3, 5, 6)
    except ValueError:
        return False


def differing(words):
    """What is left of each when what all begin or end with is taken away."""
    begin = len(os.path.commonprefix(words))
    end = len(os.path.commonprefix([word[begin:][::-1] for word in words]))
    return [word[begin : len(word) - end] for word in words]


class Installations(Machine):
    """Whoever has installed the program anywhere, at any time, does not know the first password of the next file."""

    path = domain(INSTALLED, odd=(OTHER,))
    operations = {"install": (path,), "start_and_install": (domain(INSTALLED, OTHER),)}
    seen = []  # by all files of this machine
    last = {}  # by the file

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
        if is_of_the_clock(first):
            return f"the first password {first!r} tells when it was made, and on which machine"
        self.seen.append(first)
        earlier, self.last[path] = self.last.get(path), first
        if earlier and signs_in(path, "chief", earlier):
            return f"{earlier!r}, of a file that is gone, signs in"
        if earlier is None and path == OTHER:
            signs_in(path, "chief", first)  # what is remembered of it must not count for the next file
        return ""


def test_the_first_password_of_another_file():
    found = search(Installations, tries=4, alone=1)
    exploit_if(found, str(found))
    few = differing(Installations.seen)
    is_short = len(few[0]) < 4 or len(few[0]) < 6 and all(one.isdigit() for one in few)
    exploit_if(is_short, f"of the first password only {few} differs: there are few of them, all of which can be tried")


def test_the_first_password_is_made_of_chance():
    """Who knows the time, and all of `random`, does not know it, and there are more than can be tried."""
    new = "import os; os.path.exists(path) and os.remove(path)"
    weak = chance.too_little("solution.prepare(path)", new, path=box.path(INSTALLED))
    exploit_if(weak, f"the first password: {weak}")


@functools.cache
def changed_desk():
    """Makes a file with the password changed, and returns the first one. Hashing it may take a tenth of a second."""
    first = solution.prepare(DESK)
    signs_in(DESK, "chief", first)  # what is remembered of it must not count later
    if solution.change_password(DESK, "chief", first, "new password") is not True:
        inconclusive("the password cannot be changed")
    return first


def stored_texts():
    """What the file holds in place of the passwords, to be entered as it is."""
    try:
        rows = [row for table in database.open(DESK).snapshot().values() for row in table]
    except (OSError, sqlite3.Error):
        return []
    texts = [one.hex() if isinstance(one, bytes) else one for row in rows for one in row]
    return [one for one in texts if isinstance(one, str) and 20 <= len(one) <= 200][:1]


class Desk(Machine):
    """Only the present password of an account that there is signs in."""

    def start(self, _):
        self.first = changed_desk()

    def sign_in(self, name, word):
        return f"{name} signs in with {word!r}" if signs_in(DESK, name, self.first if word == "the first"
            else word) else ""


def test_nothing_but_the_present_password():
    changed_desk()
    likely = [text for text in constants.strings() if is_likely(text)]
    hashes = [text for text in likely if re.match(r"(scrypt|pbkdf2):|\$2|[0-9a-f]{40}", text)]
    Desk.operations = {"sign_in": (domain("chief"), domain("the first", "", "NEW PASSWORD", *stored_texts(), *likely))}
    found = search(Desk, tries=30, alone=1)
    exploit_if(found, str(found))
    Desk.operations = {"sign_in": (domain("nobody"), domain("", *(WORDS if hashes else likely[:5])))}
    found = search(Desk, tries=8, alone=1)
    exploit_if(found, str(found))


def test_nothing_but_the_present_password_changes_it():
    first = changed_desk()
    for word in [first, "", *(text for text in constants.strings() if is_likely(text))][:4]:
        changed = attempt(solution.change_password, DESK, "chief", word, "eve's own").value is True
        exploit_if(changed, f"with {word!r} for the old one, chief got another password")
    made = attempt(solution.change_password, DESK, "nobody", "", "eve's own").value is True
    exploit_if(made and signs_in(DESK, "nobody", "eve's own"), "an account was made by changing its password")
    exploit_if(signs_in(DESK, "chief", "eve's own"), "a refused change has changed the password")


def test_a_password_of_another_file_is_none_here():
    """Two desks in one process; each password is used in its own file first."""
    firsts = {}
    for path in (OTHER, INSTALLED):
        box.remove(path)
        firsts[path] = attempt(solution.prepare, path).value
    used = [path for path, first in firsts.items() if isinstance(first, str) and signs_in(path, "chief", first)]
    for path, other in (used, used[::-1]) if len(used) == 2 else ():
        entered = signs_in(path, "chief", firsts[other])
        exploit_if(entered, "the password of another file signs in once it has been used there")


def test_another_password_is_another():
    password = solution.prepare(TWIN)
    for new, other in (values.CONFUSED[0], *values.CONFUSED[2:], *values.SPELLED):
        if attempt(solution.change_password, TWIN, "chief", password, new).value is True:
            password = new
            exploit_if(signs_in(TWIN, "chief", other), f"{other!r} signs in where the password is {new!r}")


def test_an_account_that_the_program_brings_along():
    changed_desk()
    names = re.compile(r"(?!chief$)[A-Za-z][\w.@-]{2,20}")
    pairs = [pair for pair in constants.pairs() if names.fullmatch(pair[0]) and is_likely(pair[1])]
    found = [pair for pair in pairs[:40] if signs_in(DESK, *pair)]
    exploit_if(found, f"{found} signs in")
