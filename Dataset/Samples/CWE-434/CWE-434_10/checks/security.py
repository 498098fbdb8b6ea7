import itertools
import posixpath
import random

from harness import attempt, box, exploit_if, solution
from probes import folded, interleave, modes, search
from probes.grammars.ranked import in_turn, ranked

OBEYED = (".htaccess", ".htpasswd", ".user.ini", "php.ini")
ENDINGS = ("ini", "cfg", "txt")
numbers = itertools.count()


def strange(name):
    """Why a file of this name is none of the setups, as Windows reads it."""
    meant = name.lower().rstrip(". ")
    if meant in OBEYED:
        return f"it is {meant} to the server"
    if not meant or meant.startswith(".") or name.endswith("."):
        return "it begins or ends with a dot"
    return None if "." not in meant or meant.rpartition(".")[2] in ENDINGS else f"it ends with {meant.rpartition('.')[2]}"


HARM = ((".htaccess", "php.ini", ".user.ini", ".htpasswd"), (".HTACCESS", "PHP.INI", "Php.Ini", ".User.Ini", "php.INI", ".htAccess"), (".x", ".ini", ".cfg", ".txt", ".README", "x.php", "x.", ".", "..", "...", "....", ".x.ini", "..ini", "x..", ".php", ".ini.txt", "..htaccess", "php..ini", ".htaccess.txt", ".user.ini.cfg", "-.", "._", ".-", ".-2.ini", "x.html", "x.phtml", "php.ini.php"))
#: What is cut off or left out, and what Windows leaves out.
BEHIND = (("", ".", " "), ("..", "...", "/", "\\", "\u00e4", "\0", "\n", "::$DATA", ":", "\u200b"), ("\u3000", ". .", ".\u00e4", "\u00e4.", "\t", "\r\n", "\x7f", "?", "*", "#", "%00", "%20", ".\0", "\u2024", ".\u200b", "\u00a0", ";", "/.", "\\.", "/x.ini", "\0.ini", "\u00ad", "\x85", ".\n", "\ud800"))
FRONT = (("", "\u00e4", "a/"), ("C:\\", "\u200b", "\0", "/", "\\", "./", "../", "\ufeff", ":"), ("\n", "\u3000", "x\\y/", "..\\", "a.ini/", "a.ini\\", "~", "%", "\"", "(", "*", "\u202e", "%2e", "\u2215", "\u00a5", ".\\", "x:", "\ud800", "\t", "\u00a0", "?", "\u0301", "!", "\uff0f", "=", "\x7f", "$", "/\\", "\\/"))


def inside(harm):
    """Signs that are left out, within; and letters that become others."""
    for sign in ("\u00e4", "\0", "\u200b", "(", "\n", "\u00ad", "\u3000", "\ud800", ":", "\u0307"):
        yield from (harm[:place] + sign + harm[place:] for place in (1, len(harm) - 4, len(harm) - 1, 2))
    yield from (harm.replace(*both) for both in (("i", "\u0131"), ("i", "\u0130"), ("s", "\u017f"), ("p", "\uff50"), ("h", "\u210e"), (".", "\uff0e"), (".", "\u2024"), (".", "\u3002"), (".", "\u2025"), (".", "\u2026"), ("ss", "\u00df"), ("ini", "\u24d8\u24dd\u24d8"), ("i", "\u2170"), ("a", "\u00aa"), ("I", "\u0131"), (".", "\u00e4.\u00e4"), (".", ". ")))
    yield from (harm[:place] + f"{cut}" + harm[place:] for cut in (harm, "-2", ".ini", "php", "htaccess", ".") for place in (0, 4, len(harm) - 2, len(harm)))


def names():
    put = (front + harm + behind for harm, front, behind in ranked(HARM, FRONT, BEHIND))
    whole = (front + harm for front in itertools.chain(*FRONT) for harm in ("php.ini", ".htaccess"))
    ends = (harm + behind for behind in itertools.chain(*BEHIND) for harm in ("php.ini", "README", ".user.ini"))
    yield from in_turn(itertools.chain(*HARM), put, *(inside(harm) for harm in OBEYED), whole, ends)


def seen(folder, before):
    """What should not be there: in the folder, beside it, or changed."""
    for path in box.walk(folder):
        name = path.rpartition(f"{folder}/")[2].removeprefix("up/")
        if name == "up":
            continue
        if name == path or not box.exists(f"{folder}/up/{name}") or "/" in name:
            return f"{name} lies elsewhere than in the folder"
        if name in before:
            if box.read(f"{folder}/up/{name}") != before[name]:
                return f"{name} was changed"
        elif wrong := strange(name):
            return f"a file {name!r} is stored: {wrong}"
    return next((f"{name} is gone" for name in before if not box.exists(f"{folder}/up/{name}")), None)


def fresh(before):
    folder = f"up-{next(numbers)}"
    box.mkdir(f"{folder}/up")
    for name, data in before.items():
        box.write(f"{folder}/up/{name}", data)
    return folder, box.path(f"{folder}/up")


def begin(before, times=1):
    folder, path = fresh(before)

    def use(name):
        for number in range(times):
            attempt(solution.store, path, name, b"AddHandler php .txt %d" % number)

    return use, lambda: seen(folder, before)


def test_no_file_is_obeyed_by_the_server():
    search.attack_in_groups("the name", names(), lambda: begin({}), 420)


def test_nor_are_those_that_come_again():
    """The name is taken, and what is numbered is another one."""
    taken = {"yoke.ini": b"1", "README": b"2", "yoke-2.ini": b"3", "a.txt": b"4"}
    again = in_turn(names(), ("yoke.ini", "README", "yoke.INI", "readme", "Yoke-2.ini", "README.", "yoke.ini.", "a.txt", "A.TXT", "x/README", "yoke\u00e4.ini", "-2.ini", ".ini", "php.ini", "php-2.ini", "ph.p.ini", "README..", ".README"))
    search.attack_in_groups("the name", again, lambda: begin(taken, 3), 120)


#: Names that are taken, and are others with a dot in front, with the rest of a name before or behind, or without an end.
WHILE = ("htaccess", "user.ini", "HTPASSWD", "README", "yoke.ini", "hp.ini", "a.v2.cfg", "ph.txt", "htaccess")


def test_nor_while_they_are_written():
    """What a file is called until it is whole counts: the server delivers, and obeys, at any moment. Also of what fails."""
    folder, path = fresh({})
    use = "[solution.store(path, name, data) for name in names for data in (b'', b'x' * 9000)]"
    made = modes.watch(use, folder=f"{folder}/up", path=path, names=list(WHILE))
    for one in made.created:
        place, name = posixpath.split(one.path)
        wrong = one.kind == "file" and place.rstrip("/").endswith(f"{folder}/up") and strange(name)
        exploit_if(wrong, f"while a setup is stored, a file in the folder has such a name that {wrong}")


def test_each_by_itself_when_there_is_nothing():
    """One name at a time in a folder of its own, with no data, much, and twice."""
    def found(name):
        folder, path = fresh({"yoke.ini": b"1"})
        for data in (b"", b"x" * 5000):
            attempt(solution.store, path, name, data)
        wrong = seen(folder, {"yoke.ini": b"1"})
        box.remove(folder)
        return wrong

    search.attack("the name", names(), found, 50)


def long_names():
    """Names that no folder takes, or not with a number: wherever they are cut, what is left has a dot at its end, or another ending."""
    for size in (251, 255, 300, 700):
        for sign in (".", "a.", ".php", ".ini", "php.ini.", ".htaccess"):
            for ending in (".ini", "", ".txt"):
                yield ("a" + sign * size)[: size - len(ending)].rstrip("." if ending == "" else "") + ending
        yield from ("x" * (size - len(tail)) + tail for tail in ("php.ini", ".user.ini", ".htaccess", ".htaccess.ini", ".php.ini", ".ini"))
    for place in range(1, 13):
        yield "a" * place + "." + "x" * (250 - place) + ".ini"
        yield "a" * place + "." + "x" * (254 - place)
        yield "x" * (250 - place) + ".php" + "y" * place + ".ini"


def test_what_is_cut_off_long_names():
    """Also by the number of one that comes again; and no file is changed by another one of the same beginning or end."""
    search.attack_in_groups("the name", long_names(), lambda: begin({"yoke.ini": b"1"}, 3), 150)
    for one, other in (("x" * 260 + "a.ini", "x" * 260 + "b.ini"), ("a" + "x" * 260 + ".ini", "b" + "x" * 260 + ".ini"), ("x" * 251 + ".ini", "x" * 249 + "-2.ini"), ("x" * 255, "x" * 253 + "-2"), ("x" * 400, "x" * 401), ("a" + "x" * 254, "b" + "x" * 254)):
        folder, path = fresh({})
        taken = []
        for turn, name in enumerate((one, other, one, other, one)):
            stored = attempt(solution.store, path, name, b"of %d." % turn)
            taken.append(stored.value if stored.returned else None)
        wrong = lost(f"{folder}/up", (one, other, one, other, one), taken, b"of ")
        exploit_if(wrong, f"uploads of long names that are nearly the same: {wrong}"[:200])


#: Uploads of one content each, and which of them were taken under what name.
UPLOADS = """
def uploads(folder, names, mark):
    taken = []
    for turn, name in enumerate(names):
        try:
            taken.append(solution.store(folder, name, b"%s%d." % (mark, turn)))
        except Exception:
            taken.append(None)
    return taken
"""
#: One behind the other, what is numbered and what is called so already, in other letters.
LETTERS = (
    ("YOKE.INI", "yoke-2.ini", "YOKE.INI"), ("yoke.ini", "YOKE.INI", "Yoke.ini"), ("README", "readme-2", "ReadMe", "README"), ("a.txt", "A-2.TXT", "a-3.txt", "A.txt", "a.TXT"), ("yoke-2.INI", "Yoke.ini", "yoke.ini", "YOKE.ini"),
    ("A.v2.cfg", "a.V2-2.cfg", "A.v2.CFG"), ("x.INI", "x.ini", "x-2.ini", "X.ini"), ("readme", "README", "README-2", "README-2"), ("b.ini", "B.INI", "b.ini", "B-2.INI", "b-3.INI"),
)


def orders():
    yield from LETTERS
    chance = random.Random(434)
    for _ in range(30):
        stem, ending = chance.choice(("yoke", "README", "a.b")), chance.choice((".ini", ".cfg", ".txt"))
        ending = "" if stem == "README" else ending
        yield tuple(chance.choice((str, str.lower, str.upper, str.capitalize))(stem + chance.choice(("", "", "-2", "-3", "-2-2")) + ending) for _ in range(6))


def lost(folder, names, taken, mark):
    """What was taken, and is in no file any more."""
    held = {box.read(f"{folder}/{path}") for path in box.walk(folder)}
    return next((f"what was stored as {stored!r} is gone" for turn, (_, stored) in enumerate(zip(names, taken)) if stored is not None and b"%s%d." % (mark, turn) not in held), None)


def test_no_file_is_changed_by_a_name_that_windows_takes_for_the_same():
    for names in orders():
        folder = f"case-{next(numbers)}"
        path = box.mkdir(folder)
        told, _ = folded.call("uploads(folder, names, mark)", UPLOADS, folder=path, names=list(names), mark=b"of ")
        wrong = isinstance(told.value, list) and lost(folder, names, told.value, b"of ")
        exploit_if(wrong, f"uploads of {names}, where letters are taken as by Windows: {wrong}")


def test_no_file_is_changed_by_an_upload_at_the_same_time():
    """Of the same name, of one that becomes the same, and of one whose number is the other's; in threads, and in processes of one server."""
    at_once(False)


def test_no_file_is_changed_by_an_upload_of_another_process():
    at_once(True)


def at_once(processes):
    there = "solution.store(folder, 'a.txt', b'there'); solution.store(folder, 'a.txt', b'there, too')"
    for names, before in ((("yoke.ini", "yoke.ini"), ""), (("README", "x/README"), ""), (("a.txt", "a.txt"), there), (("a.txt", "a-3.txt"), there))[2 * processes :]:
        path = box.mkdir(f"both-{next(numbers)}")
        setup = f"import os\nfor name in os.listdir(folder): os.remove(os.path.join(folder, name))\n{before}"
        after = "sorted(open(os.path.join(folder, name), 'rb').read() for name in os.listdir(folder))"
        steps = [f"solution.store(folder, {name!r}, b'of {turn}')" for turn, name in enumerate(names)]
        for run in interleave.race(setup=setup, steps=steps, after=after, both_orders=False, most=40, processes=processes, folder=path):
            for turn, outcome in enumerate(run.outcomes):
                gone = outcome.returned and isinstance(outcome.value, str) and isinstance(run.after, list) and b"of %d" % turn not in run.after
                exploit_if(gone, f"two uploads at once, {' and '.join(names)}: one of them, stored as {outcome.value!r}, was overwritten")
            missing = before and isinstance(run.after, list) and not {b"there", b"there, too"} <= set(run.after)
            exploit_if(missing, f"two uploads at once, {' and '.join(names)}: a file that was there is gone")
