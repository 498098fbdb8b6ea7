import stat

from harness import attempt, box, exploit_if, solution
from probes import modes
from probes.machines import exposure
from probes.machines.domains import domain
from probes.machines.search import search

CARD = "Lives by the sea, loves cats"
NAMES = ("index.db", *(f"index.db.{number}" for number in (1, 2, 3)))


def with_files(action, *names, mode=0o600):
    """The action, after files with these endings have been made with the card, which only their owner can open."""
    return f"""
import os
index = top + "/index.db"
for name in {names!r}:
    os.close(os.open(index + name, os.O_WRONLY | os.O_CREAT, 0o600))
    with open(index + name, "w") as file:
        file.write({CARD!r})
    os.chmod(index + name, {mode})
{action}
"""


class Bureau(exposure.Exposure):
    """No other account can read or change the index or a copy, nor a file made on the way, at any moment."""

    secret = CARD
    old = b"nobody yet"
    is_all_new = False

    def use(self, umask, found, how):
        self.is_all_new = found == exposure.NOTHING
        return super().use(umask, found, how)

    def shown(self, made, folder):
        could = made.secret_shown or made.secret_kept_open or (self.is_all_new and made.too_open(0o600))
        if could:
            return f"others could use {could}"
        places = [f"{folder}/{name}" for name in NAMES if box.exists(f"{folder}/{name}")]
        now = [modes.readable_by_others(place) + modes.writable_by_others(place) for place in places]
        return f"others can use {now}" if any(now) else ""


class First(Bureau):
    place = "index.db.1"
    uses = {
        "back up": with_files("solution.back_up(index)", ""),
        "twice": with_files("[solution.back_up(index) for _ in range(2)]", ""),
        "four times": with_files("[solution.back_up(index) for _ in range(4)]", ""),
        "own folder": with_files("os.chdir(top)\ntry:\n    solution.back_up('index.db')\nfinally:\n    os.chdir('..')", ""),
    }
    found = exposure.found("file 666", "draft 666", odd=("taken 666", "file 640", "draft 640", "file 604", "draft 602", "file 622"))
    operations = {"use": (exposure.UMASKS, found, domain("back up", odd=("four times", "own folder", "twice")))}


class Later(First):
    place = "index.db.2"
    uses = {"back up": with_files("solution.back_up(index)", "", ".1"), "of all": with_files("solution.back_up(index)", "", ".1", ".3")}
    found = exposure.found("file 666", odd=("file 644", "file 620"))
    operations = {"use": (domain("000", odd=("022",)), found, domain("back up", odd=("of all",)))}


class Last(Later):
    place = "index.db.3"
    uses = {"back up": with_files("solution.back_up(index)", "", ".1", ".2"), "of two": with_files("solution.back_up(index)", "", ".2")}
    operations = {"use": (domain("000", odd=("022",)), Later.found, domain("back up", odd=("of two",)))}


class Restored(Bureau):
    place = "index.db"
    uses = {
        "restore": with_files("solution.restore(index, 1)", ".1"),
        "another": with_files("solution.restore(index, 3)", ".1", ".3"),
        "round": with_files("[solution.restore(index, 2), solution.back_up(index), solution.restore(index, 1)]", ".2"),
    }
    found = exposure.found("file 666", "draft 666", "link 666", odd=("taken 666", "file 640", "draft 640", "file 602"))
    operations = {"use": (exposure.UMASKS, found, domain("restore", odd=("another", "round")))}


def expect_private(machine, tries):
    found = search(machine, tries=tries, alone=1)
    exploit_if(found, str(found))


def test_two_threads_leave_no_copy_open():
    for machine in (First, Restored):
        found = exposure.beside(machine)
        exploit_if(found, str(found))


def test_no_copy_is_open_to_others():
    expect_private(First, 17)


def test_copies_that_move_on_are_not_open_to_others():
    expect_private(Later, 6)
    expect_private(Last, 6)


def test_no_restored_index_is_open_to_others():
    expect_private(Restored, 14)


def test_the_mode_of_the_index_is_not_taken_over():
    for mode in (0o644, 0o666):
        box.mkdir(folder := f"s-open-{mode:o}")
        box.write(f"{folder}/index.db", b"x", mode=mode)
        use = "[solution.back_up(path), solution.restore(path, 1)]"
        made = modes.watch(use, umask=0, folder=folder, path=f"{folder}/index.db")
        found = made.too_open(0o600)
        exploit_if(found, f"with mode {mode:o} of the index, others could use {found}")

    box.mkdir(folder := "s-open-copy")
    box.write(f"{folder}/index.db.2", b"x", mode=0o666)
    made = modes.watch("solution.restore(path, 2)", umask=0, folder=folder, path=f"{folder}/index.db")
    found = made.too_open(0o600) or modes.readable_by_others(f"{folder}/index.db")
    exploit_if(found, f"with mode 666 of the copy, others could use {found}")


#: Of an index: what patterns, commands and endings take for another name.
ODD_NAMES = ("cards[a-k].db", "cards*.db", "index", "index.db.1", "karte i.tar.gz", ".index", "{a,b}.db", "in%dex$HOME.db", "?.db",
    "Käthe\n.db", "index.", "(index|x)+.db", "index\\.db", "~index")
#: Which copies are there.
OLD = ((1, 2), (1,), (2,), (1, 2, 3), (2, 3), (1, 3))


def test_all_copies_are_closed_whatever_the_index_is_called():
    for turn, name in enumerate(ODD_NAMES):
        folder, old = f"s-names-{turn}", OLD[turn % len(OLD)]
        path = f"{folder}[{turn}]/{name}"
        box.write(path, b"x", mode=0o600)
        for number in old:
            box.write(f"{path}.{number}", b"x", mode=0o644)
        returned = attempt(solution.back_up, box.path(path)).returned
        left = [f"{number} {box.mode(f'{path}.{number}'):o}" for number in (1, 2, 3) if box.exists(f"{path}.{number}")]
        is_open = returned and any(not one.endswith(" 600") for one in left)
        exploit_if(is_open, f"with the index {name!r} and old copies {old} of mode 644, the copies have {left}")


def test_copies_that_are_links_are_neither_written_nor_left_open():
    """Another program may name its latest copy so."""
    for number in (1, 2, 3):
        folder = f"s-links-{number}"
        path = f"{folder}/index.db"
        box.write(path, CARD.encode(), mode=0o600)
        box.write(f"{folder}/monday", b"of monday", mode=0o644)
        for other in {1, 2, 3} - {number}:
            box.write(f"{path}.{other}", b"older", mode=0o600)
        box.symlink("monday", f"{path}.{number}")
        returned = attempt(solution.back_up, box.path(path)).returned
        exploit_if(box.read(f"{folder}/monday") != b"of monday", f"copy {number} was a link, and was written through")
        there = [other for other in (1, 2, 3) if box.exists(f"{path}.{other}")]
        links = [other for other in there if stat.S_ISLNK(box.stat(f"{path}.{other}").st_mode)]
        is_open = returned and links and box.mode(f"{folder}/monday") & 0o077
        exploit_if(is_open, f"copy {links} leads to a file that others can read")
