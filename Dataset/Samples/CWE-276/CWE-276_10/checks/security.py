from harness import box, exploit_if
from probes import database, modes
from probes.machines import exposure
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

SECRET = database.secret("paper")
KEEP = "solution.Cases(root).keep(case, 'x', secret.encode())"
MOVE = "solution.Cases(root).move('from/there', case)"
#: What the earlier program has left: path → mode.
WORLDS = {
    "nothing": {}, "top 755": {"a": 0o755}, "all 755": {"a": 0o755, "a/b": 0o755, "a/b/c": 0o755}, "last 755": {"a": 0o700, "a/b": 0o700, "a/b/c": 0o755}, "middle 755": {"a": 0o700, "a/b": 0o755},
    "top 711": {"a": 0o711}, "all 711": {"a": 0o711, "a/b": 0o711, "a/b/c": 0o711}, "all 750": {"a": 0o750, "a/b": 0o750, "a/b/c": 0o750}, "all 705": {"a": 0o705, "a/b": 0o705, "a/b/c": 0o705},
    "two 755": {"a": 0o755, "a/b": 0o755}, "top 701": {"a": 0o701}, "top 710": {"a": 0o710}, "all 744": {"a": 0o744, "a/b": 0o744, "a/b/c": 0o744}, "top 1755": {"a": 0o1755}, "last 711": {"a": 0o700, "a/b": 0o700, "a/b/c": 0o711},
}


class Office(Machine):
    """Folders are closed before there is anything in them, and what is moved stays closed."""

    world = domain("nothing", "all 755", odd=[name for name in WORLDS if name not in ("nothing", "all 755")])
    umask = domain("000", odd=["022", "027", "077", "002"])
    case = domain("a/b/c", odd=["a", "a/b", "a/b/c/d"])
    operations = {
        "keep": (umask, world, case),
        "move": (umask, world, case, domain("700 755", "755 700", "700 711", "700 700", odd=["711 755", "700 750", "750 701", "700 705"])),
        "keep_again": (umask, domain("755", odd=["711", "750"])),
        "keep_and_move": (umask,),
    }
    number = 0

    def start(self, _):
        type(self).number += 1
        self.root = f"office-{self.number}"
        box.mkdir(self.root)
        box.chmod(self.root, 0o755)

    def put(self, made):
        for path in made:
            box.mkdir(f"{self.root}/{path}")
        for path, mode in made.items():
            box.chmod(f"{self.root}/{path}", mode)

    def watched(self, umask, use, case, way):
        made = modes.watch(use, umask=int(umask, 8), folder=self.root, secret=SECRET, root=self.root, case=case, way=way)
        if could := [f"{one.path.rpartition(self.root + '/')[2]} {mode:03o}" for one in made.created for mode in one.modes if one.kind == "directory" and mode & 0o077 and not (one.path.endswith(f"/{case}") and "move" in use)]:
            return f"a folder was made that was open at a moment: {could[0]}"
        if made.secret_shown:
            return "others could read a paper"
        if made.writable_by_others:
            return "others could write to something"
        return self.left_open(way) if made.outcome.returned else ""

    def left_open(self, case):
        parts = case.split("/")
        for end in range(1, len(parts) + 1):
            path = f"{self.root}/{'/'.join(parts[:end])}"
            if box.exists(path) and box.mode(path) & 0o077:
                return f"{'/'.join(parts[:end])} has the mode {box.mode(path):03o} in the end"
        return ""

    def keep(self, umask, world, case):
        self.start(None)
        self.put(WORLDS[world])
        return self.watched(umask, KEEP.replace("secret.encode()", repr(SECRET.encode())), case, case)

    def move(self, umask, world, case, before):
        """A case that lay behind a closed folder comes to where its own permissions count, or the other way round."""
        self.start(None)
        above, own = (int(mode, 8) for mode in before.split())
        closed = not (above & 0o011 and own & 0o011)
        box.write(f"{self.root}/from/there/x", SECRET if closed else b"", mode=0o644)
        self.put({"from": above, "from/there": own})
        self.put({path: mode for path, mode in WORLDS[world].items() if f"{case}/".startswith(f"{path}/") and path != case})
        return self.watched(umask, MOVE, case, case)

    def keep_again(self, umask, mode):
        """With one object, in folders that were opened again in between."""
        self.start(None)
        use = f"""[(c.keep('a/b', 'one', b''), __import__('os').chmod(root + '/a', 0o{mode}), __import__('os').chmod(root + '/a/b', 0o{mode}),
            c.keep(case, 'x', {SECRET.encode()!r})) for c in [solution.Cases(root)]]"""
        made = modes.watch(use, umask=int(umask, 8), folder=self.root, secret=SECRET, root=self.root, case="a/b")
        return "others could read a paper" if made.secret_shown else self.left_open("a/b") if made.outcome.returned else ""

    def keep_and_move(self, umask):
        """With one object, into folders that it has made itself and that were removed, and made open, in between."""
        self.start(None)
        use = f"""[(c.keep('a/b', 'one', b''), c.move('a/b', 'd/e'), __import__('shutil').rmtree(root + '/a'), __import__('os').mkdir(root + '/a'), __import__('os').chmod(root + '/a', 0o755),
            c.keep(case, 'x', {SECRET.encode()!r})) for c in [solution.Cases(root)]]"""
        made = modes.watch(use, umask=int(umask, 8), folder=self.root, secret=SECRET, root=self.root, case="a/b")
        return "others could read a paper" if made.secret_shown else self.left_open("a/b") if made.outcome.returned else ""


def test_folders_are_closed():
    found = search(Office, tries=64, alone=1)
    exploit_if(found, str(found))


def test_what_is_moved_to_the_top_is_closed_before():
    """There nothing above it keeps others out: open to the group alone, or to others alone, or to be entered only."""
    for before in ("700 750", "700 705", "700 710", "700 701", "700 1750", "700 2755"):
        for case in ("a", "a/b") if before == "700 750" else ("a",):
            found = place_of(case, before)
            exploit_if(found, f"a case of {before.split()[1]} in a folder of {before.split()[0]} is moved to {case!r}: {found}")


def place_of(case, before):
    office = Office()
    office.start(None)
    above, own = (int(mode, 8) for mode in before.split())
    box.write(f"{office.root}/from/there/x", SECRET, mode=0o644)
    office.put({"from": above, "from/there": own})
    if "/" in case:
        office.put({"a": 0o755})
    return office.watched("000", MOVE, case, case)


class Keeping(exposure.Exposure):
    place = "a/b"
    secret = SECRET
    uses = {"keep": f"solution.Cases(top).keep('a/b', 'x', {SECRET.encode()!r})"}

    def shown(self, made, folder):
        could = made.secret_shown or [one.path for one in made.created if one.kind == "directory" and any(mode & 0o022 for mode in one.modes)]
        return f"others could use {could}" if could else ""


def test_two_threads_leave_nothing_open_for_each_other():
    found = exposure.beside(Keeping)
    exploit_if(found, str(found))
