import posixpath

from harness import attempt, box, exploit_if, solution
from probes import database, files, search
from probes.grammars import paths
from probes.grammars.ranked import in_turn

#: Folders outside: beside ours, with a name that begins like ours, and far away.
VAULT, TWIN, FAR = "vault", "studio-old", "/box/far/away"
EVIL = b"evil-7731"

#: Links that lead to the folder OUT, each in a folder of its own two levels below ours (from which OUT is ../../UP), and the way through them.
LAYOUTS = {
    "absolute": ({"l": "OUT"}, "l"),
    "relative": ({"l": "../../../UP"}, "l"),
    "folder above": ({"l": "../../.."}, "l/UP"),
    "root": ({"l": "/"}, "l/ROOTED"),
    "two links": ({"l": "m", "m": "OUT"}, "l"),
    "links in folders": ({"l": "d/e/m", "d/e/m": "../../n", "n": "../../../UP"}, "l"),
    "a link on the way of a link": ({"d/e/in": "../../", "l": "d/e/in/../../../UP"}, "l"),
    "a link and dots": ({"d/e/in": "../../"}, "d/e/in/../../../UP"),
    "an absolute link and dots": ({"d/e/f/in": "HERE"}, "d/e/f/in/../../../UP"),
    "to ours and up": ({"l": "OURS/.."}, "l/UP"),
    "ours and dots": ({"l": "OURS"}, "l/../UP"),
    "dots in a name": ({"..l": "OUT"}, "..l"),
    "a name of odd signs": ({"l \u00e4\n": "OUT"}, "l \u00e4\n"),
    "called like what it leads to": ({"UP": "OUT"}, "UP"),
    "called like ours": ({"studio": "../../.."}, "studio/UP"),
    "dots and blanks in the target": ({"l": "./../.././..//UP/."}, "l"),
    "up and into ours again": ({"l": "../../../studio/../UP"}, "l"),
    "by way of the process": ({"l": "/proc/self/cwd"}, "l/UP"),
    "deep": ({"d/e/f/g/l": "../../../../../../../UP"}, "d/e/f/g/l"),
    "behind a link to itself": ({"round": "round", "l": "../../.."}, "round/../l/UP"),
    "behind two links to each other": ({"r": "s", "s": "r", "l": "OUT"}, "r/x/../../l"),
    "behind a link to nothing": ({"gone": "nowhere", "l": "OUT"}, "gone/../l"),
    "behind what is not there": ({"l": "OUT"}, "nowhere/../l"),
    "behind a file": ({"l": "OUT"}, "own.txt/../l"),
    "behind a link to a file": ({"f": "own.txt", "l": "../../../UP"}, "f/../l"),
    "behind too many links": ({**{f"c{number}": f"c{number + 1}" for number in range(41)}, "c41": ".", "l": "OUT"}, "c0/l"),
    "too many links to it": ({**{f"c{number}": f"c{number + 1}" for number in range(39)}, "c39": "OUT"}, "c0"),
    "within a link that turns in a circle": ({"d/round": "../d/round/x", "l": "../../../UP"}, "d/round/../../l"),
    "a circle in the target": ({"round": "round", "m": "round/../l", "l": "OUT"}, "m"),
    "behind a name that is too long": ({"l": "OUT"}, f"{'x' * 300}/../l"),
    "a folder and a link of it": ({"d/l": "../../../..", "k": "d"}, "k/l/UP"),
}
#: The plainest to all of them, the others to one each.
WAYS = [(name, out) for number, name in enumerate(LAYOUTS) for place, out in enumerate((VAULT, TWIN, FAR)) if number < 2 or number % 3 == place]
panels, number = None, 0


def setup():
    box.mkdir("studio")
    box.write("studio/ep/p1.txt", b"panel")
    for out in (VAULT, TWIN, FAR):
        box.write(f"{out}/x.txt", b"x")


def fresh():
    """A place of its own in the folder, and the same number for what lies outside."""
    global panels, number
    panels = solution.Panels("studio") if panels is None else panels
    number += 1
    return f"q/w{number}"


def linked(name, out):
    """Makes the links of a layout; returns the way to the folder outside, and what lies in it: a file and a name that is free."""
    place, (links, way) = fresh(), LAYOUTS[name]
    words = {"OUT": box.path(out), "ROOTED": box.path(out).lstrip("/"), "HERE": box.path(f"studio/{place}"), "OURS": box.path("studio"),
        "UP": posixpath.relpath(box.path(out), box.path("."))}

    def told(text):
        for word, means in words.items():
            text = text.replace(word, means)
        return text

    for link, target in links.items():
        link = link if link != "UP" else posixpath.basename(out)
        box.symlink(told(target), f"studio/{place}/{link}")
    way = told(way) if way != "UP" else posixpath.basename(out)
    box.write(f"studio/{place}/own.txt", b"own")
    secret = database.secret("page")
    box.write(f"{out}/v{number}.txt", secret)
    return place, f"{place}/{way}", secret, f"v{number}.txt", f"n{number}.txt"


def outside(real):
    ours = box.path("studio")
    return real != ours and not real.startswith(ours + "/")


def real(path):
    """What a path leads to, by the links that lie there now."""
    parts, at, left = posixpath.join(box.path("."), path).split("/"), "/", 40
    while parts and left:
        part = parts.pop(0)
        if part in ("", "."):
            continue
        if part == "..":
            at = posixpath.dirname(at)
            continue
        at = posixpath.join(at, part)
        try:
            target = box.readlink(at)
        except (OSError, ValueError):
            continue
        left -= 1
        at = "/" if target.startswith("/") else posixpath.dirname(at)
        parts = target.split("/") + parts
    return at


def damage(out, file, secret, free):
    """What is no longer as it was outside."""
    if not box.exists(f"{out}/{file}"):
        return "a file outside is gone"
    if box.read(f"{out}/{file}") != secret.encode():
        return "a file outside was overwritten"
    if free and box.exists(f"{out}/{free}"):
        return "something was made outside"
    return ""


def seen(outcome, secret, file):
    """Whether a file outside, or its name, came back; what is raised may repeat the path."""
    return "a file outside was read" if outcome.returned and database.leaks(outcome.value, secret, file) else ""


def shortcuts(*links):
    """Whether one of these is a link that leads outside."""
    led = [link for link in links if box.exists(f"studio/{link}") and outside(real(f"studio/{link}"))]
    return f"the shortcut {led[0]!r} was made, which leads outside" if led else ""


def tried(way, *calls):
    for call in calls:
        exploit_if(wrong := call(), f"a link ({way[0]}) to {way[1]}: {wrong}")


def test_nothing_is_reached_through_a_link_to_a_folder():
    for way in WAYS:
        place, through, secret, file, free = linked(*way)
        out = way[1]

        def done(method, *arguments, more=free):
            outcome = attempt(getattr(panels, method), *arguments)
            return seen(outcome, secret, file) or damage(out, file, secret, more)

        def taken(method, *arguments):
            """What was moved in, or has got a shortcut, is read."""
            return done(method, *arguments) or shortcuts(f"{place}/got") or seen(attempt(panels.read, f"{place}/got"), secret, file) or seen(
                attempt(panels.read, f"{place}/got/{file}"), secret, file) or seen(attempt(panels.names, f"{place}/got"), secret, file)

        tried(way,
            lambda: done("read", f"{through}/{file}"), lambda: done("names", through), lambda: done("names", f"{through}/"), lambda: done("write", f"{through}/{file}", EVIL),
            lambda: done("write", f"{through}/{free}", EVIL), lambda: done("write", f"{through}/{free}/x", EVIL), lambda: done("remove", f"{through}/{file}"),
            lambda: done("move", f"{place}/own.txt", f"{through}/{free}"), lambda: done("shortcut", f"{through}/{free}", "ep/p1.txt"),
            lambda: taken("shortcut", f"{place}/got", f"{through}/{file}"), lambda: taken("move", f"{through}/{file}", f"{place}/got"),
            lambda: taken("shortcut", f"{place}/got", through), lambda: done("move", f"{place}/own.txt", f"{through}/{free}/x"),
            lambda: done("move", f"{place}/own.txt", through, more="own.txt"), lambda: done("move", f"{place}/own.txt", f"{through}/{file}"),
            lambda: done("shortcut", f"{through}/{free}/x", "ep"), lambda: done("remove", through),
        )


def file_links():
    """Links to a file, which may not be there, of the kinds above: (name, links) with NAME for the file."""
    for name, (links, way) in LAYOUTS.items():
        if len(links) == 1 and list(links) == [way] and way == "l":
            yield name, {"l": f"{links['l']}/NAME"}
    yield "two links", {"l": "m", "m": "OUT/NAME"}
    yield "links in folders", {"l": "d/e/m", "d/e/m": "../../n", "n": "../../../UP/NAME"}
    yield "a link on the way of a link", {"d/e/in": "../../", "l": "d/e/in/../../../UP/NAME"}
    yield "a circle in the target", {"round": "round", "l": "round/../m", "m": "OUT/NAME"}
    yield "two that lead to each other, in the target", {"d/r": "s", "d/s": "r", "l": "d/r/../../k", "k": "../../../UP/NAME"}
    yield "nothing on the way of the target", {"l": "gone/../m", "m": "OUT/NAME"}
    yield "a link of a folder on the way", {"m": "OUT", "l": "m/NAME"}


def test_nothing_is_reached_through_a_link_to_a_file():
    for kind, (name, links) in enumerate(file_links()):
        for out in (VAULT, TWIN, FAR) if kind < 2 else (VAULT,):
            for is_there in (True, False):
                place = fresh()
                secret, file, free = database.secret("page"), f"v{number}.txt", f"n{number}.txt"
                box.write(f"{out}/{file}", secret)
                box.write(f"studio/{place}/own.txt", b"own")
                up = posixpath.relpath(box.path(out), box.path("."))
                for link, target in links.items():
                    box.symlink(target.replace("OUT", box.path(out)).replace("UP", up).replace("NAME", file if is_there else free), f"studio/{place}/{link}")

                def done(method, *arguments):
                    outcome = attempt(getattr(panels, method), *arguments)
                    return seen(outcome, secret, file) or damage(out, file, secret, free)

                def after(method, *arguments):
                    wrong = done(method, *arguments)
                    if method == "shortcut":
                        wrong = wrong or shortcuts(f"{place}/got")
                    return wrong or done("read", f"{place}/got") or done("write", f"{place}/got", EVIL)

                tried((name, out),
                    lambda: done("read", f"{place}/l"), lambda: done("write", f"{place}/l", EVIL), lambda: done("write", f"{place}/l/x", EVIL),
                    lambda: done("move", f"{place}/own.txt", f"{place}/l"), lambda: done("shortcut", f"{place}/l", "ep/p1.txt"),
                    lambda: after("shortcut", f"{place}/got", f"{place}/l"), lambda: done("names", f"{place}/l"),
                    lambda: after("move", f"{place}/l", f"{place}/got"), lambda: done("remove", f"{place}/got"), lambda: done("remove", f"{place}/l"),
                )


def test_links_change_between_calls():
    """What led inside leads outside now: the link itself, a folder behind it or above it, a link behind it."""
    for out in (VAULT, TWIN, FAR):
        for name in ("link", "folder behind", "folder above", "link behind", "panel behind", "made by shortcut")[:: 1 if out == VAULT else 2]:
            place = fresh()
            secret, file, free = database.secret("page"), f"v{number}.txt", f"n{number}.txt"
            box.write(f"{out}/{file}", secret)
            box.write(f"studio/{place}/in/{file}", b"panel"), box.write(f"studio/{place}/up/in/{file}", b"panel")
            to = box.path(out)
            way, change, target = {
                "link": ("l", "l", to), "folder behind": ("l", "in", to), "folder above": ("l/in", "up", to), "link behind": ("l", "m", to),
                "panel behind": ("l", f"in/{file}", f"{to}/{file}"), "made by shortcut": ("s", "in", to),
            }[name]
            behind = {"link": "in", "folder behind": "in", "folder above": "up", "link behind": "m", "panel behind": "in"}.get(name)
            if name == "link behind":
                box.symlink("in", f"studio/{place}/m")
            if name == "made by shortcut":
                attempt(panels.shortcut, f"{place}/s", f"{place}/in")
                attempt(panels.shortcut, f"{place}/s2", f"{place}/in/{file}")
            else:
                box.symlink(behind, f"studio/{place}/l")
                attempt(panels.shortcut, f"{place}/s2", f"{place}/{way}/{file}")
            uses = (("read", f"{place}/{way}/{file}"), ("names", f"{place}/{way}"), ("write", f"{place}/{way}/{file}", EVIL), ("read", f"{place}/s2"),
                ("write", f"{place}/s2", EVIL))
            for use in uses:
                attempt(getattr(panels, use[0]), *use[1:])
            box.remove(f"studio/{place}/{change}")
            box.symlink(target, f"studio/{place}/{change}")
            if name == "folder above":
                box.write(f"{out}/in/{file}", secret)
            more = (("write", f"{place}/{way}/{free}", EVIL), ("move", f"{place}/s2", f"{place}/up/s3"), ("read", f"{place}/up/s3"),
                ("write", f"{place}/up/s3", EVIL), ("remove", f"{place}/{way}/{file}"))
            for use in (*uses, *more):
                outcome = attempt(getattr(panels, use[0]), *use[1:])
                wrong = seen(outcome, secret, file if use[0] != "names" else secret) or damage(out, file, secret, free)
                exploit_if(wrong, f"{name} was changed to lead to {out}; {use[0]}{use[1:]}: {wrong}")


def test_a_moved_link_does_not_lead_outside():
    """Relative links by hand that lead inside from where they lie, and elsewhere from where they are moved to."""
    for out in (VAULT, TWIN):
        place = fresh()
        secret, file = database.secret("page"), f"v{number}.txt"
        box.write(f"{out}/{file}", secret)
        box.write(f"studio/{place}/{out}/{file}", b"panel"), box.write(f"studio/{place}/own.txt", b"own")
        links = {
            "d/l": (f"../{out}", f"x{number}a"), "d/m": (f"../{out}/{file}", f"x{number}b"), "d/n": ("l", f"x{number}c"),
            "d/f/k": (f"../../{out}", f"y{number}/k"), "d/h": (f"../{out}/../{out}/{file}", f"x{number}d"), "d/g": ("..", f"x{number}e"),
        }
        for link, (target, _) in links.items():
            box.symlink(target, f"studio/{place}/{link}")
        # The same, named by way of a shortcut to its folder, which lies higher.
        box.symlink(box.path(f"studio/{place}/d/f"), f"studio/t{number}")
        box.symlink(f"../../{out}", f"studio/{place}/d/f/j")
        attempt(panels.move, f"t{number}/j", f"r{number}")
        led = box.exists(f"studio/r{number}") and outside(real(f"studio/r{number}"))
        exploit_if(led, f"a link in a folder that was named by a shortcut was moved, and leads to {real(f'studio/r{number}')!r}")
        for link, (_, new) in links.items():
            attempt(panels.move, f"{place}/{link}", new)
            led = box.exists(f"studio/{new}") and outside(real(f"studio/{new}"))
            exploit_if(led, f"the link {link!r} was moved to {new!r} and leads to {real(f'studio/{new}')!r}")
        # Links that lead inside by way of ours, in a folder that is moved to where it lies less deep.
        box.write(f"studio/{out}/{file}", b"panel")
        box.symlink(f"../../../{out}/{file}", f"studio/{place}/g/h"), box.symlink(f"../../../../{out}/{file}", f"studio/{place}/g/deep/h")
        attempt(panels.shortcut, f"{place}/g/s", "ep/p1.txt"), attempt(panels.shortcut, f"{place}/g/deep/s", "ep")
        for old, new in (("g/deep", f"q/deep{number}"), ("g", f"q/g{number}"), ("g", f"g{number}"), ("g/deep", f"deep{number}")):
            attempt(panels.move, f"{place}/{old}", new)
            led = [one for one in ("h", "s", "deep/h", "deep/s") if box.exists(f"studio/{new}") and box.exists(f"studio/{new}/{one}") and outside(real(f"studio/{new}/{one}"))]
            exploit_if(led, f"the folder {old!r} was moved to {new!r}, and its links {led} lead outside")
        # A folder is no panel; if it is moved all the same, its links must lead nowhere else.
        box.symlink(f"../{out}/{file}", f"studio/{place}/d/z")
        attempt(panels.move, f"{place}/d", f"z{number}")
        for path in (*(new for _, new in links.values()), *(f"{new}/{file}" for _, new in links.values()), f"z{number}/z", f"z{number}/l/{file}"):
            outcome = attempt(panels.read, path)
            attempt(panels.write, path, EVIL)
            wrong = seen(outcome, secret, file) or damage(out, file, secret, "")
            exploit_if(wrong, f"links were moved; {path!r}: {wrong}")


def test_a_shortcut_in_a_folder_that_is_one_leads_to_its_target():
    """Where the folder of the new shortcut is reached through another one, at another depth."""
    place = fresh()
    box.mkdir(f"studio/t{number}"), box.write(f"studio/t{number}/own", b"own")
    box.symlink(box.path(f"studio/t{number}"), f"studio/{place}/d/e/in")
    box.symlink("../../ep", f"studio/{place}/hand")
    for way, calls in {"s": (("shortcut", f"{place}/d/e/in/s", "ep/p1.txt"),), "h": (("move", f"{place}/hand", f"{place}/d/e/in/h"),),
            "o": (("shortcut", f"{place}/o", f"{place}/d/e/in/own"), ("move", f"{place}/o", f"{place}/d/e/in/o"))}.items():
        for method, *arguments in calls:
            attempt(getattr(panels, method), *arguments)
        led = box.exists(f"studio/t{number}/{way}") and outside(real(f"studio/t{number}/{way}"))
        exploit_if(led, f"{calls[-1]} made a link that leads to {real(f'studio/t{number}/{way}')!r}")


def test_no_path_leads_outside():
    """Of each argument of each method, in all forms."""
    base = files.Base("studio")
    base.add("sub/tea.txt", b"tea")
    targets = (base.outside[1], base.outside[0], base.outside[2])
    fresh()

    def effect(path):
        for name in ("got", "gone"):
            box.remove(f"studio/{name}")
        for method, *arguments in (("read", path), ("names", posixpath.dirname(path) or path), ("shortcut", "got", path), ("move", path, "gone"), ("write", path, EVIL),
                ("shortcut", path, "sub/tea.txt"), ("move", "sub/tea.txt", path), ("remove", path)):
            outcome = attempt(getattr(panels, method), *arguments)
            if outcome.returned and database.leaks(outcome.value, *base.secrets, posixpath.basename(targets[0])):
                return f"{method} showed what lies outside"
            if wrong := shortcuts("got"):
                return wrong
            if [box.read(one) for one in base.outside if box.exists(one)] != base.secrets:
                return f"{method} changed a file outside"
        box.write("studio/sub/tea.txt", b"tea")
        return ""

    names = in_turn(paths.escapes(base.path, targets, "sub", "sub/tea.txt"), paths.detours(base.path, f"made{number}", "tea2.txt"))
    search.attack("the path", names, effect, 70, shrink=0)
    strays = base.changes()
    exploit_if(strays, f"something was made outside: {strays}")
    base.restore()


def test_the_link_to_the_folder_is_not_in_it():
    """Where `folder` is a symbolic link, that lies outside, too."""
    box.write("real studio/ep/p1.txt", b"panel")
    for call in (("remove", ""), ("move", "", "got"), ("remove", "."), ("remove", "ep/.."), ("move", "ep/..", "got"), ("move", ".", "ep/got"), ("write", "", EVIL),
                 ("remove", "./"), ("remove", "../linked studio"), ("move", "../linked studio", "got"), ("remove", box.path("linked studio"))):
        box.remove("linked studio")
        box.symlink(box.path("real studio"), "linked studio")
        linked = solution.Panels("linked studio")
        attempt(getattr(linked, call[0]), *call[1:])
        exploit_if(not box.exists("linked studio"), f"{call}: the link to the folder is gone")
