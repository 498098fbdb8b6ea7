import re
from itertools import cycle

from harness import attempt, box, exploit_if, solution
from probes import authorized_keys, search
from probes.grammars import evasions, lines, spellings
from probes.grammars.ranked import in_turn
from probes.machines import values

GOOD, OTHER, EVIL = (f"{kind} {authorized_keys.made(kind, seed)}" for kind, seed in (("ssh-ed25519", 1), ("ssh-rsa", 2), ("ssh-rsa", 3)))
DATA = EVIL.split()[1]
#: Lines of ours, and of two schools of which one has a name that begins with the other's.
OURS = (f"# {OTHER}", f"ssh-ed25519 {authorized_keys.made('ssh-ed25519', 7)} ops moor", "",
    f"from=\"10.0.0.*\",command=\"receive moor\" ssh-rsa {authorized_keys.made('ssh-rsa', 8)} receive moor")
SCHOOLS = {"moor": authorized_keys.made("ssh-rsa", 11), "moor-2": authorized_keys.made("ssh-rsa", 12), "my-moor": authorized_keys.made("ssh-rsa", 13)}
LINES = [*OURS, *(f'restrict,command="receive {school}" ssh-rsa {data} moor' for school, data in SCHOOLS.items())]
FILE = "".join(f"{line}\n" for line in LINES)
BEFORE = authorized_keys.read(FILE.encode())
COMMANDS = (EVIL, f'command="sh" {EVIL}', f"pty {EVIL}", f"# x\n\t{EVIL}", f'restrict,command="receive lyceum-9" {EVIL}')
SCHOOL = re.compile("[a-z0-9-]{1,30}")


def folded(name):
    """A name that was tidied up, and a key that was, are harmless."""
    return re.sub(r"[^!-~]", "", name).lower()


def granted(added, removed=()):
    """What sshd finds that it must not, or finds no more; `added` are the schools and keys of calls that were not refused."""
    content = box.read("authorized_keys")
    found = authorized_keys.read(content)
    for key in found:
        if key in BEFORE:
            continue
        options = dict(key.options)
        school = options.get("command", "").removeprefix("receive ")
        if set(options) != {"restrict", "command"} or len(key.options) != 2:
            return f"a key has the options {', '.join(options) or 'of nobody: none'}"
        if not options["command"].startswith("receive ") or not SCHOOL.fullmatch(school):
            return f"a key has {options['command']!r} run"
        if not any(school == folded(name) and is_in(key, text) for name, text in added):
            return f"a key was added for the school {school!r}, and nobody has asked for it"
    kept = [key for key in BEFORE if dict(key.options).get("command", "").removeprefix("receive ") not in removed or "from" in dict(key.options)]
    if any(key not in found for key in kept):
        return "a key that was there is gone, or has other options"
    text = content.decode("utf-8", "replace").split("\n")
    return "a line of ours is gone" if any(line not in text for line in OURS) else ""


def is_in(key, text):
    return any(authorized_keys.read(f"{key.kind} {part}".encode()) and authorized_keys.read(f"{key.kind} {part}".encode())[0].blob == key.blob
        for part in re.split(r"\s+", text))


class Server:
    """A file that is looked at now, and when it has been written again for others; then it is a fresh one."""

    def __init__(self):
        self.renew()

    def renew(self):
        box.write("authorized_keys", FILE)
        self.keys, self.added = solution.Keys(box.path("authorized_keys")), []

    def use(self, three):
        if attempt(self.keys.add, *three).returned:
            self.added.append(three[:2])

    def look(self):
        wrong = granted(self.added) or self.later() or still_there(self.keys, self.added)
        # Who takes another sign for the end of a line takes out a part of it, and the rest is a line.
        wrong = wrong or granted(self.added, ("moor-2", *(folded(name) for name, _ in self.added)))
        self.renew()
        return wrong

    def later(self):
        attempt(self.keys.schools)
        self.use(("lyceum-2", GOOD, "x"))
        attempt(self.keys.remove, "lyceum-2")
        attempt(self.keys.remove, "moor-2")
        return granted(self.added, ("moor-2",))


def begin():
    server = Server()
    return server.use, server.look


def still_there(made, added):
    """Schools are taken out with all of their keys, whatever stands in the label."""
    for name in dict.fromkeys(folded(name) for name, _ in added):
        if SCHOOL.fullmatch(name):
            attempt(made.remove, name)
    left = [key for key in authorized_keys.read(box.read("authorized_keys")) if "from" not in dict(key.options) and ("restrict", "") in key.options]
    names = {dict(key.options).get("command", "") for key in left} - {f"receive {school}" for school in SCHOOLS}
    return f"a key with {min(names)!r} is left of a school that was taken out" if names else ""


def with_lines(text):
    """The text with each of the commands on a line of its own, and a key behind whatever else a reader of lines takes for an end."""
    others = (f"{text}{sign}{EVIL}" for sign in values.INVISIBLE)
    return in_turn(others, *(lines.texts(text, [command]) for command in COMMANDS))


def typed(texts):
    """Among the first, halves of surrogate pairs, which cannot be written; they may be refused, but not half-way."""
    yield from in_turn(texts, ("x\ud83d", "\udcff", f"x\udc0a{EVIL}"))


def attack(what, threes, tries):
    search.attack_in_groups(what, threes, begin, tries, 8)


def test_a_label_is_a_comment():
    schools = cycle(("lyceum-5", "a", "lyceum-5", "moor"))
    labels = in_turn(with_lines("Cellar"), with_lines("# 1"))
    attack("school, key and label", ((school, GOOD, label) for school, label in zip(schools, typed(labels))), 200)


def schools():
    """Names with a line of their own, with a quote that ends the command, and with more to run."""
    ends = (f'x" {EVIL} ', f'x",pty {EVIL} ', f'x",pty {EVIL}\n', f'x",environment="A=1" {EVIL} #', f'x" {EVIL}\n', f'x"\t{EVIL}\t', f'x" {EVIL} "', f'x" ssh-rsa')
    quoted = ('x",pty,user-rc,permitopen="a:1', 'x",pty,from="*', 'x",environment="PATH=/tmp', 'x\\",pty,x="', 'x",pty', 'x"', 'x\\"', '"', '"x')
    run = ("x;sh", "x sh", "x|sh", "x&sh", "x$(sh)", "x`sh`", "x>y", "x\tsh", "-", "..", "x/../y", "$HOME", "*", "~", "x y", "x\\", "x'y", "(x)", "X", "x_y", "x.y", "", "a" * 31,
        "\u00e4", "x\u0661", "\uff58", "lyceum\n", "lyceum\r", "lyceum\0", " lyceum", "lyceum\u2028", "\u017f", "a" * 40 + ";sh", "x=y", "x#y", "x%0ay", "x\x0b")
    yield from in_turn(ends, quoted, run, spellings.foreign("ly"), with_lines("lyceum-5"), (text for one in ("x;sh", 'x" ') for text in evasions.evading(one)))


def test_a_school_is_a_name():
    attack("school, key and label", ((school, GOOD, "Cellar") for school in typed(schools())), 162)


def keys():
    """Key files with a second key, with options, and with what ends a part of a line."""
    options = ("pty", 'command="sh"', 'environment="A=1"', 'from="*"', "restrict", "no-pty", 'restrict,command="sh"', 'x="', '"', "cert-authority", "#")
    before = (form for option in options for form in (f"{option} {EVIL}", f"{option},{EVIL}", f"{option}\t{EVIL}", f"ssh-ed25519 {option} {EVIL}", f"{EVIL} {option}"))
    parts = (f"ssh-rsa\n{EVIL}", f"ssh-rsa\n{DATA}", f"ssh-rsa {DATA}\n{EVIL}\n", f"{EVIL}\n\n", f"ssh-rsa\t{DATA}", f"ssh-rsa {DATA[:9]}\n{EVIL}", f"ssh-rsa {DATA[:9]}\n{DATA[9:]}",
        f"ssh-rsa {DATA}\r\n{EVIL}", f"x {EVIL}", f"ssh-rsa {DATA}#\n{EVIL}", f"{GOOD}\n\t{EVIL}", f"ssh-rsa =\n{EVIL}", f"ssh-rsa {DATA}\x0b{EVIL}", "ssh-rsa", "", "\n", f"\n{EVIL}",
        f"ssh-rsa \n{EVIL}", f"ssh-rsa  {EVIL}", f"SSH-RSA {DATA}", f"{GOOD}\n{GOOD}\n{EVIL}", f"ssh-rsa-cert-v01@openssh.com {DATA}", f"{GOOD} anna\n{EVIL}", f"{GOOD} anna\r{EVIL}",
        f"ssh-rsa AAAA\nssh-rsa\t{DATA}", f"ssh-ed25519 {GOOD.split()[1]}\nssh-rsa\t{DATA}\n", f"{GOOD}\nssh-rsa\t{DATA} x", f"ssh-rsa {DATA}\npty\tssh-rsa\t{DATA}")
    tabbed = (f"{GOOD}{sign}ssh-rsa\t{DATA}" for sign in ("\n", "\r", "\r\n", "\u2028", "\x85", "\x0b", "\x0c", "\x1c", "\\n", "%0a"))
    yield from in_turn(parts, tabbed, before, with_lines(GOOD), with_lines(f"{GOOD} anna@lab"))


def test_a_key_is_one_key():
    attack("school, key and label", (("lyceum-5", key, label) for key, label in zip(typed(keys()), cycle(("Cellar", "", EVIL)))), 150)


def test_texts_together_are_one_line():
    """What is harmless by itself, in one text, and becomes a key with another."""
    firsts = ("\n", "x\n", "\r", "\u2028", 'x"\n', "lyceum-5\n")
    pairs = [("lyceum-5", f"{GOOD}\n", EVIL), ("lyceum-5", f"ssh-rsa {DATA}\nssh-rsa", f"{DATA} x"), ("lyceum-5", "ssh-ed25519\nssh-rsa", DATA), ("lyceum-5", f"{GOOD}\nssh-rsa", DATA),
        ("lyceum-5", "ssh-rsa A\nssh-rsa", DATA), ("lyceum-5", f"{GOOD}\n\n", EVIL), ("lyceum-5", f"{GOOD}\nssh-rsa ", DATA), ("lyceum-5", "ssh-rsa\n", EVIL), ('x" ssh-rsa', GOOD, EVIL)]
    attack("school, key and label", [*pairs, *((school, EVIL, f"{label}{EVIL}") for school in firsts for label in ("", "\n"))], 24)


def test_signs_in_lines_that_are_there_end_no_line():
    """Labels of schools, and comments of ours, hold what some reader takes for the end of a line; the last line has none."""
    for sign in values.INVISIBLE.replace("\n", ""):
        labelled = f'restrict,command="receive elm" ssh-rsa {authorized_keys.made("ssh-rsa", 21)} Cellar{sign}{EVIL}'
        ours = f"ssh-rsa {authorized_keys.made('ssh-rsa', 22)} ops{sign}{EVIL}"
        for last in ("\n", ""):
            content = f"{FILE}{labelled}\n{ours}{last}"
            box.write("authorized_keys", content)
            made, there = solution.Keys(box.path("authorized_keys")), authorized_keys.read(content.encode())
            for change in (lambda: made.add("lyceum-5", GOOD, "x"), lambda: made.remove("moor-2"), lambda: made.remove("elm"), lambda: made.remove("lyceum-5")):
                attempt(change)
                now = authorized_keys.read(box.read("authorized_keys"))
                more = [key for key in now if key not in there and ("restrict", "") not in key.options]
                exploit_if(more, f"with {sign!r} in a label or comment that was there, a key without restrict came to be")
            exploit_if(there[-1] not in now, f"a key of ours with {sign!r} in its comment is gone, or has other options")


def test_a_school_is_taken_out_alone():
    """Names that others begin or end with, that are patterns of others, or none."""
    names = ("moo", "moor-", "", "m", "-2", "2", "oor", "moor.*", ".*", "*", "[a-z]+", "moor|moor-2", "moor-?", 'moor" ssh-rsa', "moor\n", "MOOR", "moor\" ", "ops", "receive moor", "restrict",
        "%", "moor-2|ops", "my", "my-", "moo?", "m*", "moor-2\n", " moor-2", "moor\\b", "ssh-rsa", "#", '"', "from", "moor-2\" ssh-rsa A", "^", "$", "x|^", "()", " ", "\n", ".")

    def found(name):
        box.write("authorized_keys", FILE)
        made = solution.Keys(box.path("authorized_keys"))
        attempt(made.remove, name)
        return granted([], [folded(name)])

    search.attack("the school that is taken out", names, found, len(names), shrink=0)
    search.attack("the school that is taken out", ("moor", "moor-2", "my-moor"), found, 3, shrink=0)
