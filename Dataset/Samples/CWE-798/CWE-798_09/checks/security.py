import hashlib
import itertools
import re

from harness import attempt, box, environment, exploit_if, solution, solution_source, testify
from probes import chance, clock, constants, quick_hashes, rewriting
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

PASSWORD, SECOND = "heifer-7731-sorrel", "bullock-2290-clover"
KEYS = ("hall-3308-clover", "", " ", "None", "null", "farmer", "support", "admin", "nobody", "hall", "test", "password", "changeme", "secret", "master", "service", "0000", "1234", "123456", "00000000", "HALL-3308-CLOVER", "hall-3308", "clover",
    "clover-3308-hall", "*", "True", "False", "0", "1", "[]", "{}", "default", "robot", "milk", "letmein", "\0")
NAMES = ("farmer", "support", "admin", "root", "service", "hall", "test", "", "nobody", "Support", "SUPPORT", "technician", "master", "desk", "maintenance", "debug")
numbers = itertools.count()


def setup():
    quick_hashes.use()


def folder(name=None):
    path = name or f"robots/r{next(numbers)}"
    box.remove(path)
    box.mkdir(path)
    return path


def robot(password=PASSWORD, name=None):
    console = solution.Console(path := folder(name))
    attempt(console.set_up, password)
    return path, console


def invited(console, password=PASSWORD):
    attempt(console.line, f"LOGIN farmer {password}")
    return code_of(attempt(console.line, "INVITE").value)


def code_of(answer):
    return answer[5:] if isinstance(answer, str) and answer.startswith("CODE ") else ""


def who(console):
    found = attempt(console.line, "WHO").value
    return found if found in ("farmer", "support") else ""


def enters(console, *lines):
    """Who uses the console after one of these lines, each behind a login that was refused."""
    for place, text in enumerate(lines):
        outcome = attempt(console.line, text)
        if outcome.returned and outcome.value == "NO" and place % 16 and place + 1 < len(lines):
            continue
        if found := who(console) or code_of(attempt(console.line, "INVITE").value) and "the farmer":
            attempt(console.line, "LOGIN nobody x")
            return found, text
    return None


def expect_nobody(console, secrets, what, names=("farmer", "support")):
    found = enters(console, *(f"LOGIN {name} {secret}" for secret in secrets for name in names))
    exploit_if(found, f"{what}: {found and found[1]!r} lets {found and found[0]} in")


def states():
    """Robots in every state in which none of the texts tried is a password or code: what it is, and a console."""
    fresh = solution.Console(folder())
    yield "before it is set up", fresh
    _, console = robot()
    yield "when it has been set up", console
    path, console = robot()
    invited(console)
    yield "while somebody is invited", console
    attempt(console.line, f"LOGIN farmer {PASSWORD}"), attempt(console.line, "REVOKE")
    yield "when an invitation was revoked", solution.Console(path)
    path, console = robot()
    code = invited(console)
    attempt(console.line, f"LOGIN support {code}")
    yield "when an invitation was used", console


def test_no_text_of_the_program_lets_anybody_in():
    texts = list(dict.fromkeys([text for text in (*KEYS, *constants.strings(), *constants.held()) if "\n" not in text and len(text) < 80]))
    for what, console in states():
        few = what.endswith(("revoked", "used"))
        expect_nobody(console, texts, what, ("support",) if few else ("farmer", "support"))
        if few:
            continue
        lines = [*(text for text in texts if text not in ("WHO",)), *(f"LOGIN {text}" for text in texts), *(f"LOGIN {name} {text}" for name in NAMES[2:] for text in KEYS[:8])]
        if what in ("before it is set up", "while somebody is invited"):
            lines += [f"LOGIN {name} {secret}" for name, secret in constants.pairs()[:150] if "\n" not in name + secret]
            found = enters(console, *lines)
            exploit_if(found, f"{what}: {found and found[1]!r} lets {found and found[0]} in")


#: What a program makes of what others know, as a robot of their own tells: its functions, and its hashes while it refuses a login.
WORKED_OUT = """
import hashlib, hmac, importlib, inspect, os, sys
made = []
def noted(value, depth=0):
    if isinstance(value, (list, tuple, set, dict)) and depth < 2:
        for one in value:
            noted(one, depth + 1)
    elif isinstance(value, (bytes, int)) and not isinstance(value, bool):
        made.append(value.hex() if isinstance(value, bytes) else str(value))
    elif isinstance(value, str):
        made.append(value)
class Noting:
    def __init__(self, kept):
        self.kept = kept
    def __getattr__(self, name):
        return getattr(self.kept, name)
    def copy(self):
        return Noting(self.kept.copy())
    def digest(self, *rest):
        noted(found := self.kept.digest(*rest))
        return found
    def hexdigest(self, *rest):
        noted(found := self.kept.hexdigest(*rest))
        return found
def wrapped(function):
    def call(*arguments, **more):
        found = function(*arguments, **more)
        if isinstance(found, bytes):
            noted(found)
            return found
        return Noting(found)
    return call
kept = {name: getattr(hashlib, name) for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s", "new")}
kept_hmac = {name: getattr(hmac, name) for name in ("new", "digest")}
for name, function in kept.items():
    setattr(hashlib, name, wrapped(function))
for name, function in kept_hmac.items():
    setattr(hmac, name, wrapped(function))
try:
    # A module of its own, so that names that were imported from `hashlib` are noted, too.
    own = importlib.util.module_from_spec(spec := importlib.util.spec_from_file_location("own_robot", solution.__file__))
    sys.modules["own_robot"] = own
    spec.loader.exec_module(own)
    console = own.Console(folder)
    for text in ("LOGIN farmer x", "LOGIN support x"):
        try:
            console.line(text)
        except Exception:
            pass
    known = [(), *((one,) for one in (folder, os.path.basename(folder), os.path.abspath(folder), "support", "farmer", "hall", "hall-3308-clover", "x", os.path.join(folder, "x"), own)), ("support", os.path.basename(folder)), (folder, "support")]
    for name in names:
        for place in (own, console):
            function = getattr(place, name, None)
            if not callable(function) or name in ("set_up", "line"):
                continue
            for arguments in known:
                try:
                    noted(function(*arguments))
                except BaseException:
                    pass
finally:
    for name, function in kept.items():
        setattr(hashlib, name, function)
    for name, function in kept_hmac.items():
        setattr(hmac, name, function)
result = list(dict.fromkeys(made))[:40]
"""


def test_nothing_that_can_be_worked_out_lets_anybody_in():
    """Robots whose folders have the same path, as they have in all barns; a robot of one's own tells what the program makes of it."""
    path = folder("barn/robot")
    made = testify(WORKED_OUT, names=constants.functions(), folder=box.path(path))
    known = [path, "robot", box.path(path), "support", "hall-3308-clover"]
    hashes = [getattr(hashlib, kind)(text.encode()).hexdigest() for text in known for kind in ("md5", "sha1", "sha256")]
    texts = [text for text in (*known, *made) if "\n" not in text and text]
    cut = [text[:size] for text in (*made, *hashes) for size in (8, 10, 12, 6, 16, 20, 32) if len(text) >= size]
    cut += [text[-size:] for text in made for size in (6, 8, 10, 12)] + [text.upper()[:8] for text in made]
    for what in ("before it is set up", "while somebody is invited"):
        box.remove(path), box.mkdir(path)
        console = solution.Console(box.path(path))
        if what.startswith("while"):
            attempt(console.set_up, PASSWORD)
            invited(console)
        # The last one who came in is the farmer, by her password.
        expect_nobody(console, list(dict.fromkeys((*texts, *cut[:160], *hashes, *cut[160:])))[:170], f"{what}, from what others know", ("support", "farmer"))


def test_the_surroundings_let_nobody_in():
    named = [name for name in re.findall(r"""["']([A-Z][A-Z0-9_]{2,})["']""", solution_source()) if name not in ("LOGIN", "WHO", "INVITE", "REVOKE", "PASSWORD", "CODE")]
    for name in dict.fromkeys((*named[:6], "DEBUG", "SUPPORT_CODE", "HALL")):
        for value in ("", "1"):
            environment[name] = value
            for console in (robot()[1], solution.Console(folder()))[: 2 if value else 1]:
                expect_nobody(console, ("", value or "x", "hall-3308-clover", "support"), f"with {name} in the environment")
            del environment[name]


ANEW = f"""
import os, shutil
shutil.rmtree(folder, True)
os.makedirs(folder)
console = solution.Console(folder)
console.set_up({PASSWORD!r})
console.line("LOGIN farmer {PASSWORD}")
"""


def test_a_code_is_drawn_by_chance():
    place = box.path(folder("robots/chance"))
    for more in ("", "console.line('INVITE'); console.line('REVOKE')"):
        weak = chance.too_little("console.line('INVITE')", ANEW + more, bits=64, folder=place)
        exploit_if(weak, weak)
    told = chance.told_by_a_generator("console.line('INVITE')", ANEW + "console.line('INVITE'); console.line('INVITE')", bits=64, folder=place)
    exploit_if(told, told)
    _, console = robot()
    attempt(console.line, f"LOGIN farmer {PASSWORD}")
    codes = [code_of(attempt(console.line, "INVITE").value) for _ in range(8)]
    reason = chance.told_by_others([code for code in codes if code], (PASSWORD, "support", "farmer"))
    exploit_if(reason, f"codes tell each other: {reason}")
    found = [clock.at(1_900_000_000.25, "console.line('INVITE')", ANEW, folder=place).value for _ in range(2)]
    exploit_if(found[0] == found[1] and code_of(found[0]), f"who knows the time knows {found[0]!r}")
    weak = chance.too_little("console.line('INVITE')", "import shutil, os\nshutil.rmtree(folder, True)\nshutil.copytree(copy, folder)\nconsole = solution.Console(folder)\nconsole.line('LOGIN farmer ' + password)", bits=64, folder=place, copy=box.path(robot()[0]), password=PASSWORD)
    exploit_if(weak, f"a copy of the folder was made before: {weak}")


class Farm(Machine):
    """Nobody is let in but by the password of now and the code of the last invitation, once; in two consoles and new ones."""

    where = domain(0, 1, odd=(2,))
    operations = {
        "farmer": (where, domain("now", "former", odd=("first", "alike", "nearly", "code", "nothing", "of another robot"))),
        "support": (where, domain("now", "former", odd=("first", "used", "alike", "nearly", "password", "nothing", "of another robot", "hall"))),
        "invite": (where,), "revoke": (where,), "password": (where, domain(SECOND, PASSWORD, odd=("hall-3308-clover", "support"))), "use": (where,),
    }

    def start(self, variant):
        self.path, first = robot()
        self.consoles = [first, solution.Console(self.path)]
        self.passwords, self.codes, self.used, self.is_open = [PASSWORD], [], [], False
        for _ in range(2):
            self.codes.append(invited(first))
        self.is_open = bool(self.codes[-1])
        self.users = ["farmer", ""]
        self.other = solution.Console(folder())
        attempt(self.other.set_up, "mare-1")
        self.others_code = invited(self.other, "mare-1")

    @property
    def model(self):
        return [self.passwords, self.codes, self.is_open, self.users, self.used]

    def console(self, where):
        """The third is opened now."""
        if where == 2:
            self.consoles[1:], self.users[1:] = [solution.Console(self.path)], [""]
            return 1
        return where

    def check(self, place, expected, text):
        self.users[place] = who(self.consoles[place])
        return f"{self.users[place]} is let in by {text!r}" if self.users[place] not in ("", expected) else ""

    def farmer(self, where, what):
        now = self.passwords[-1]
        texts = {"now": [now], "former": self.passwords[-2:-1], "first": self.passwords[:1], "alike": values.alike(now), "nearly": values.nearly(now), "code": self.codes[-1:], "nothing": ["", " ", "None", "\0"],
            "of another robot": ["mare-1"]}[what]
        return self.tried(where, "farmer", texts, now)

    def support(self, where, what):
        now = self.codes[-1]
        texts = {"now": [now], "former": self.codes[-2:-1], "first": self.codes[:1], "used": self.used[-2:], "alike": values.alike(now), "nearly": values.nearly(now), "password": self.passwords[-1:], "nothing": ["", " ", "None", "\0", "null"],
            "of another robot": [self.others_code], "hall": ["hall-3308-clover"]}[what]
        return self.tried(where, "support", texts, now if self.is_open else None)

    def tried(self, where, user, texts, right):
        place = self.console(where)
        for text in texts:
            # NUL at its end changes nothing in a key of HMAC, and so in scrypt and PBKDF2.
            if not isinstance(text, str) or text.strip(" \t\r\n\0") == (right or "").strip() != "" and text != right:
                continue
            attempt(self.consoles[place].line, "LOGIN nobody x")
            attempt(self.consoles[place].line, f"LOGIN {user} {text}")
            is_right = right is not None and text == right
            if wrong := self.check(place, user if is_right else "", text):
                return wrong
            if is_right and user == "support" and self.users[place]:
                self.is_open = False
                self.used.append(text)
        return ""

    def invite(self, where):
        place = self.console(where)
        code = code_of(attempt(self.consoles[place].line, "INVITE").value)
        if code and self.users[place] != "farmer":
            return "who is not the farmer invites"
        if code:
            self.codes.append(code)
            self.is_open = True
        return ""

    def revoke(self, where):
        place = self.console(where)
        if attempt(self.consoles[place].line, "REVOKE").value == "OK" and self.users[place] == "farmer":
            self.is_open = False
        return ""

    def password(self, where, new):
        place = self.console(where)
        if attempt(self.consoles[place].line, f"PASSWORD {new}").value == "OK":
            if self.users[place] != "farmer":
                return "who is not the farmer sets her password"
            self.passwords.append(new)
        return ""

    def use(self, where):
        """The code of the last invitation, then the same again in all consoles."""
        place = self.console(where)
        wrong = self.tried(place, "support", self.codes[-1:], self.codes[-1] if self.is_open else None)
        return wrong or next(filter(None, [self.tried(one, "support", self.codes[-1:], self.codes[-1] if self.is_open else None) for one in (0, 1, 2)]), "")


def test_only_what_is_good_now_lets_somebody_in():
    found = search(Farm, tries=80)
    exploit_if(found, str(found))


def test_a_password_is_itself_and_no_other_spelling():
    """What a program makes of letters that its charset lacks, folds, drops or cuts, is typed; by either way in which a password is set."""
    twins = {}
    for one, other in (*values.lossy(), *values.CONFUSED, *values.SPELLED):
        for own, typed in ((one, other), (other, one)):
            if all(len(text.splitlines()) == 1 and text.strip() == text and "\0" not in text for text in (own, typed)):
                twins.setdefault(own, []).append(typed)
    path, console = robot()
    for number, (own, typed) in enumerate(twins.items()):
        if number % 4:
            attempt(console.line, f"LOGIN farmer {PASSWORD}")
            if attempt(console.line, f"PASSWORD {own}").value != "OK":
                continue
        else:
            path, console = robot(own)
        for text in typed:
            attempt(console.line, f"LOGIN farmer {text}")
            exploit_if(who(console), f"the password is {own!r}, and {text!r} lets the farmer in")
        if number % 4:
            attempt(console.line, f"LOGIN farmer {own}")
            if who(console) != "farmer" or attempt(console.line, f"PASSWORD {PASSWORD}").value != "OK":
                path, console = robot()
        else:
            path, console = robot()


def test_what_is_lost_is_not_replaced():
    path, console = robot()
    code = invited(console)
    kept = {name: box.read(f"{path}/{name}") for name in box.names(path)}
    texts = [text for text in dict.fromkeys((*KEYS[:9], *(one for one in constants.strings() if one.isprintable() and 4 <= len(one) < 40), *KEYS[9:16])) if text.strip()]
    for which in (None, *list(kept)[:2]) if len(kept) > 1 else (None,):
        for kind in ("gone", "nothing", "blank", "{}", "null", "[]", "unreadable", "a folder", 1, 5, 12, 20, 33):
            box.remove(path), box.mkdir(path)
            for name, content in kept.items():
                box.write(at := f"{path}/{name}", content)
                if which not in (None, name):
                    continue
                if kind == "unreadable":
                    box.chmod(at, 0)
                elif kind in ("gone", "a folder"):
                    box.remove(at)
                    box.mkdir(at) if kind == "a folder" else None
                else:
                    box.write(at, content[:kind] if isinstance(kind, int) else {"nothing": b"", "blank": b"\n"}.get(kind, str(kind).encode()))
            some = texts if kind in ("gone", "nothing", "{}", 1) else texts[:5]
            less = [full[:size] for full in (code, PASSWORD) for size in (1, 4, 8, len(full) - 2)] if isinstance(kind, int) else []
            for one in (console, solution.Console(path))[: 2 if kind == "nothing" else 1]:
                expect_nobody(one, (*some, "", *less), f"{kind} is left of what was kept")
    for kind, contents in rewriting_of(kept).items():
        box.remove(path), box.mkdir(path)
        for name, content in contents.items():
            box.write(f"{path}/{name}", content)
        expect_nobody(console, (*texts[:5], "", " "), f"{kind} in place of what was kept")


def test_a_part_of_what_is_kept_is_no_less_to_compare_with():
    """A file is cut off anywhere, also so that one or two bytes of a hash are left; one password of so many has the same ones."""
    if not quick_hashes.begin_alike(2):
        return
    try:
        path, console = robot()
        code = invited(console)
        kept = {name: box.read(f"{path}/{name}") for name in box.names(path)}
        for cut, content in kept.items():
            for size in range(1, min(len(content), 160)):
                box.write(f"{path}/{cut}", content[:size])
                found = enters(console, *(f"LOGIN {name} {secret}" for name, secret in (("farmer", "wrong-1"), ("support", "0" * len(code)))))
                exploit_if(found, f"{size} bytes are left of what was kept, and {found and found[1]!r} lets {found and found[0]} in")
                if box.names(path) != list(kept):
                    for name, whole in kept.items():
                        box.write(f"{path}/{name}", whole)
            box.write(f"{path}/{cut}", content)
    finally:
        quick_hashes.begin_alike(0)


def rewriting_of(kept):
    """Each text that is kept emptied, or cut off, where the file is one of texts."""
    found = {}
    for what, new in (("nothing", r'""'), ("null", "null"), ("an empty list", "[]")):
        found[what] = {name: re.sub(rb'"[^"]{12,}"|\[[^\[\]]*\]', new.encode(), content) for name, content in kept.items()}
    for name, content in kept.items():
        for left in list(rewriting.cut_off(content).items())[:3]:
            found[f"{left[0]} of a file"] = kept | {name: left[1]}
    return found


def test_a_code_that_cannot_be_marked_as_used_opens_nothing():
    """Where nothing in the folder can be written any more, a code that lets somebody in lets in the next one, too."""
    for closed in (0o444, 0o600):
        path, console = robot()
        code = invited(console)
        if not code:
            continue
        for name in box.names(path):
            box.chmod(f"{path}/{name}", closed)
        box.chmod(path, 0o555)
        first, second = solution.Console(path), solution.Console(path)
        came = [bool(enters(one, f"LOGIN support {code}")) for one in (first, second, first)]
        box.chmod(path, 0o755)
        exploit_if(sum(came) > 1, "where nothing can be written, one code lets two in")
