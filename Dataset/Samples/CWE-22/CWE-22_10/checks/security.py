import itertools

from harness import attempt, box, environment, exploit_if, solution
from probes import search
from probes.grammars import paths, roots, spellings
from probes.grammars.ranked import in_turn

ROOT, INSIDE = "theatre/house", "theatre/house/takes"
OUT = ("theatre/house/takes-old", "theatre/house/take", "theatre/house/payroll", "theatre/house/TAKES")
#: Links in the folder: name → what it leads to.
LINKS = {
    "out": "../payroll", "up": "..", "here": ".", "loop": "loop", "gone": "../payroll/new", "file": "../payroll/x.txt", "in": "hamlet", "hamlet/to": "../lear", "hamlet/out": "../../payroll/deep",
    "twin": "../takes-old", "self": "../takes", "abs": "/box/work/theatre/house/payroll", "lear/root": "/box/work", "chain": "out", "back": "../payroll/../takes", "empty": "../hollow",
}
FILES = ("hamlet/a.ogg", "hamlet/b.ogg", "lear/x.txt", "lear/deep/x.txt", "keep/k.ogg")
taken = None


def whole():
    """All that there is, outside and inside, what it is, and how large files are."""
    return {path: (one := box.stat(f"theatre/{path}")).st_mode & 0o170000 | (one.st_size if one.st_mode & 0o170000 == 0o100000 else 0) for path in box.walk("theatre")}


def build(links=True):
    global taken
    box.remove("theatre")
    for folder in OUT:
        box.write(f"{folder}/x.txt", b"x")
        box.write(f"{folder}/deep/x.txt", b"x")
    box.mkdir(f"{ROOT}/hollow")
    box.write(f"{ROOT}/x.txt", b"x"), box.write("theatre/x.txt", b"x")
    for path in FILES:
        box.write(f"{INSIDE}/{path}", b"take")
    for name, target in LINKS.items() if links else ():
        box.symlink(target, f"{INSIDE}/{name}")
    taken = solution.Takes(INSIDE)
    return whole()


def setup():
    box.mkdir("theatre")


def wrong(before, path):
    """What is gone, or new, that may not be; `before` is what there was."""
    after = whole()
    if after == before:
        return None
    for one in {*before, *after}:
        if before.get(one, "") == after.get(one, "") and (one in before) == (one in after):
            continue
        if not one.startswith("house/takes/"):
            return "the folder itself is gone" if one == "house/takes" else f"{one} outside is gone" if one in before else f"{one} outside is new"
    return None


def through(path):
    """Whether there is a link on the way of a path, read as plainly as can be, without dots."""
    parts = [part for part in path.split("/") if part not in ("", ".")]
    return any("/".join(parts[:end]) in LINKS for end in range(1, len(parts)))


def lost_by_a_link(before, path):
    """By a path that goes over a link, nothing may be removed, within the folder either."""
    if ".." in path or "\\" in path or not through(path):
        return None
    gone = sorted(set(before) - set(whole()))
    return f"{gone[0]} was removed by way of a link" if gone else None


def typed():
    targets = [box.path(f"{folder}/{name}") for name in ("x.txt", "deep/x.txt") for folder in (*OUT, ROOT, "theatre")]
    ways = [("..", folder.split("/")[-1], *end) for end in (("x.txt",), ("deep", "x.txt")) for folder in OUT] + [("..", "x.txt"), ("..", "..", "x.txt"), ("hamlet", "..", "..", "x.txt")]
    linked = [f"{link}/{end}" for end in ("x.txt", "deep/x.txt", "payroll/x.txt", "a.ogg", "takes/hamlet/a.ogg", "takes/keep/k.ogg", "keep/k.ogg", "../payroll/x.txt", "../x.txt", "../payroll/deep/x.txt", "theatre/house/x.txt", "hamlet/../../x.txt", "./x.txt", "/x.txt") for link in LINKS]
    plain = ["", ".", "/", "..", "../", "./", "//", "hamlet/..", "../takes", "../takes/", "../hollow", "../hollow/", "empty/", "empty/.", "out/", "gone/", "file/", "x.txt/..", "../takes/hamlet/a.ogg", "../payroll/../takes/hamlet/a.ogg", "hamlet/../../payroll/x.txt", "loop/x", "up/takes/out", "up/hollow", box.path(f"{INSIDE}/../x.txt"), "hamlet//../../x.txt", "././../x.txt", "hamlet/./../../x.txt", "lear//..//../x.txt", "hamlet/nothing/../../../x.txt", "./../takes-old/x.txt"]
    escapes = paths.escapes(box.path(INSIDE), targets, "hamlet", "hamlet/a.ogg")
    return in_turn(plain, linked, targets, ("/".join(way) for way in ways), escapes, spellings.paths(ways, "hamlet"), spellings.left_out([ways[0], ways[1], ("hamlet", "..", *ways[0])]))


def test_nothing_outside_is_removed():
    before = build()
    pending = []

    def effect(path):
        nonlocal before
        attempt(taken.throw, path)
        found = wrong(before, path) or lost_by_a_link(before, path)
        if found or box.walk(INSIDE) != pending:
            before = build()
            pending[:] = box.walk(INSIDE)
        return found

    pending[:] = box.walk(INSIDE)
    search.attack("the path", typed(), effect, tries=230)


def test_a_way_at_which_a_look_fails():
    """A path that is too long, or leads over a link to itself, tells nothing of the links on it; tidied, it is another one."""
    before = build()
    ways = ("out/x.txt", "in/a.ogg", "hamlet/out/x.txt", "chain/deep/x.txt", "hamlet/to/x.txt", "up/x.txt", "abs/x.txt")

    def effect(path):
        nonlocal before
        attempt(taken.throw, path), attempt(taken.throw_all, [path])
        found = wrong(before, path)
        if not found and {*before} - {*whole()}:
            found = lost_by_a_link(before, "/".join(part for part in path.split("/") if part not in ("", ".")))
        if found or whole() != before:
            before = build()
        return found

    search.attack("the path", paths.unlooked(ways, "loop", "hamlet", "keep/k.ogg", box.path(INSIDE)), effect, tries=44)


def test_nothing_outside_is_removed_by_a_list():
    """Behind a path that is right, twice, and in front of one."""
    all_paths = list(itertools.islice(typed(), 180))
    for odd in range(0, 180, 36):
        some = all_paths[odd:odd + 36]
        for listed in ([*some, *some], ["hamlet/a.ogg", *some, "hamlet/b.ogg"]):
            before = build()
            attempt(taken.throw_all, listed)
            found = wrong(before, "")
            exploit_if(found, f"throw_all({listed[0]!r}, …): {found}")
    for way in ("out/x.txt", "../payroll/x.txt", "in/../../x.txt", box.path(f"{OUT[0]}/x.txt"), "in/b.ogg"):
        for first in ("hamlet/a.ogg", "nothing", "in", "keep/k.ogg"):
            before = build()
            attempt(taken.throw_all, [first, way, f"{way} ", way])
            if first == "in" and way.startswith("in/"):
                continue
            found = wrong(before, "")
            lost = "house/takes/hamlet/b.ogg" not in whole()
            exploit_if(found or lost, f"throw_all([{first!r}, {way!r}]): {found or 'a file is gone that is reached by a link only'}")


def test_folders_that_become_empty():
    """Paths that are right, or come to it by a detour, until nothing is left; folders outside are empty already."""
    ways = (INSIDE, f"{INSIDE}/", f"{ROOT}/way", f"{INSIDE}/.", f"{INSIDE}//", f"{ROOT}/hollow/../takes", f"./{INSIDE}", box.path(INSIDE), f"{ROOT}/way/", f"{ROOT}/way/../way")
    detours = ("./only/x", "only/./x", "only//x", "/only/x", "only/../only/x", "../takes/only/x", "only/../../takes/only/x", box.path(f"{INSIDE}/only/x"), "only/self/only/x", "only/up/only/x", "../way/only/x", "only/../../way/only/x", "only/x/", "only/x/.", "only/deep/../x")
    for path, file in (*((one, "only/x") for one in ("only/x", *detours)), ("x", "x"), ("./x", "x"), ("../takes/x", "x"), ("only/../x", "x"), ("up/x", "x"), ("//x", "x"), ("a/b/c/x", "a/b/c/x")):
        for given in ways if path in ("only/x", "x", "only/../only/x", "a/b/c/x") else ways[:3]:
            box.remove("theatre")
            box.write(f"{INSIDE}/{file}", b"")
            box.mkdir(f"{ROOT}/hollow")
            for link in ("self", "up"):
                if f"{link}/" in path:
                    box.symlink("../../takes" if path.startswith("only/") else "../takes", f"{INSIDE}/{path.partition(link)[0]}{link}")
            box.symlink("takes", f"{ROOT}/way")
            made = attempt(solution.Takes, given)
            if not made.returned:
                continue
            attempt(made.value.throw, path)
            exploit_if(not box.exists(INSIDE), f"Takes({given!r}).throw({path!r}) has removed the folder itself")
            exploit_if(not box.exists(f"{ROOT}/hollow") or not box.exists(f"{ROOT}/way"), f"Takes({given!r}).throw({path!r}) has removed something outside")


def test_links_that_lead_to_folders_that_are_empty():
    for target in ("../hollow", "../payroll", box.path(f"{ROOT}/hollow"), "..", "."):
        for path in ("one/link", "one/link/", "one/link/.", "one/link/x", "one/link/..", "one/link/../x", "one/link/../hollow", "one/link/../../hollow", "one/link/payroll/x"):
            box.remove("theatre")
            box.mkdir(f"{ROOT}/hollow"), box.write(f"{ROOT}/payroll/x", b"")
            box.mkdir(f"{INSIDE}/one")
            box.symlink(target if target[0] == "/" or target == "." else f"../{target}", f"{INSIDE}/one/link")
            before = whole()
            attempt(solution.Takes(INSIDE).throw, path)
            found = wrong(before, path)
            exploit_if(found, f"throw({path!r}), where the link leads to {target!r}: {found}")


def test_what_was_thrown_before_opens_nothing():
    """A folder that was looked at once is a link the next time."""
    for path in ("act/x.txt", "act/deep/x.txt"):
        build(links=False)
        box.write(f"{INSIDE}/act/x.txt", b""), box.write(f"{INSIDE}/act/deep/x.txt", b"")
        box.write(f"{INSIDE}/act/other", b""), box.write(f"{INSIDE}/act/deep/other", b"")
        made = solution.Takes(INSIDE)
        for one in ("act/other", "act/deep/other", path):
            attempt(made.throw, one)
        box.remove(f"{INSIDE}/act")
        box.symlink("../payroll", f"{INSIDE}/act")
        before = whole()
        attempt(made.throw, path), attempt(made.throw_all, [path, path])
        found = wrong(before, path)
        exploit_if(found, f"a second throw({path!r}), when a folder has become a link: {found}")


def test_no_other_folder_is_taken_for_it():
    """Its path is followed as the system does, link by link, and its name is taken as it is."""
    environment["TAKES"] = "other"
    box.remove("theatre")
    listed = list(enumerate(roots.roots()))
    for number, root in listed:
        more = ("house/hollow/t.ogg", "a/t.ogg", f"{root.own}/inner/deep/t.ogg") if root.links else ()
        for path in (*more, f"{root.mistaken}/t.ogg", f"{root.mistaken}/both/t.ogg", f"{root.own}/both/t.ogg"):
            box.write(f"theatre/{number}/x/{path}", b"")
        for link, target in root.links.items():
            box.symlink(target, f"theatre/{number}/x/{link}")
    before = box.walk("theatre")
    for number, root in listed:
        folder = f"theatre/{number}/x"
        made = attempt(solution.Takes, f"{box.path(folder) if number % 2 else folder}/{root.way}")
        if made.returned:
            attempt(made.value.throw, "both/t.ogg")
            attempt(made.value.throw_all, ["t.ogg"])
    gone = set(before) - set(box.walk("theatre"))
    for number, root in listed:
        lost = sorted(one for one in gone if one.startswith(f"{number}/") and not one.startswith(f"{number}/x/{root.own}/"))
        exploit_if(lost, f"Takes({root.way!r}), which leads to {root.own!r}{f' by {root.links}' if root.links else ''}: {lost[:1]} is gone")
