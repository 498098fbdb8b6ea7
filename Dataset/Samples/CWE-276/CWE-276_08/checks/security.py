import itertools
import stat

from harness import box, exploit_if, solution_source, testify
from probes import modes
from probes.machines import exposure
from probes.machines.domains import domain
from probes.machines.search import search

OLD = b"of somebody's"


class Kept(exposure.Exposure):
    """Nobody can use socket, number, drafts and folders beyond what the table says, at any moment."""

    old = OLD

    def shown(self, made, folder):
        theirs = f"{folder}/theirs"
        if box.exists(theirs) and stat.S_ISREG(box.stat(theirs).st_mode) and box.read(theirs) != OLD:
            return "a file of somebody's was overwritten through a link"
        for one in made.created:
            for mode in one.reached:
                if too_much := beyond(one.kind, mode):
                    return f"{one.kind} {self.name(one.path)} {too_much}: {mode:04o}"
        if not made.outcome.returned:
            return ""
        for name in ("horn.sock", "horn.sock.pid"):
            place = f"{folder}/fog/{name}"
            if box.exists(place) and not self.planted(place):
                mode = box.stat(place).st_mode
                kind = "socket" if stat.S_ISSOCK(mode) else "file"
                if too_much := beyond(kind, stat.S_IMODE(mode)):
                    return f"{name} {too_much} at the end: {stat.S_IMODE(mode):04o}"
        return ""

    def name(self, path):
        last = path.rpartition("/")[2]
        return last if last in ("horn.sock", "horn.sock.pid", "fog") else "of another name"


def beyond(kind, mode):
    if kind == "socket":
        return "is open to others" if mode & 0o006 else ""
    if kind == "directory":
        return "is open to writers" if mode & 0o022 else ""
    return "can be changed by others" if mode & 0o022 else ""


PATH = "top + '/fog/horn.sock'"
USES = {
    "open": f"[horn := solution.Horn({PATH}), horn.open()]",
    "again": f"[horn := solution.Horn({PATH}), horn.open(), horn.close(), horn.open()]",
    "other": f"[horn := solution.Horn({PATH}), horn.open(), other := solution.Horn({PATH}), other.open()]",
}
FOUND = ("file 666", "draft 666", "nest 777", "link 666", "way 777", "gap 777", "trap 666", "file 606", "link 644", "empty 666", "file 622", "closed 666", "draft 620", "taken 777", "den 777", "den 755", "lair 666", "lair 600", "lodge 666")


class Socket(Kept):
    place = "fog/horn.sock"
    uses = USES
    operations = {"use": (domain("000", odd=("022", "002", "077")), exposure.found(odd=FOUND), domain("open", odd=("again", "other")))}


class Number(Kept):
    place = "fog/horn.sock.pid"
    uses = USES
    operations = {"use": (domain("000", odd=("022", "077")), exposure.found(odd=("same 666", "mended 666", "forged 666", *FOUND)), domain("open", odd=("again", "other")))}


def test_the_socket_is_never_open_to_others():
    found = search(Socket, tries=25, alone=1)
    exploit_if(found, str(found))


def test_the_number_is_never_open_to_others():
    found = search(Number, tries=29, alone=1)
    exploit_if(found, str(found))


def test_two_threads_make_nothing_open():
    found = exposure.beside(Socket)
    exploit_if(found, str(found))


def test_a_file_of_another_thread_is_not_open_to_others():
    """It is made while the other thread stops behind each of its calls of `os.umask`, and after that one has ended, well or not."""
    if "umask" not in solution_source():
        return
    plain = "open(where + '/plain', 'w').close()"
    for stop in (1, 2, 3, 4):
        box.mkdir(f"s-thread-{stop}/beside")
        folder = f"s-thread-{stop}"
        made = modes.watch(plain, umask=0o027, folder=folder, beside=USES["open"], beside_values={"top": f"{folder}/beside"}, stops=(stop, 0), where=folder)
        could = [f"{mode:o}" for one in made.created if one.path.endswith("/plain") for mode in one.modes if mode & 0o007]
        exploit_if(could, f"under the umask 027, a file that another thread made meanwhile had the mode {could}")
    for number, broken in enumerate((f"try:\n    {USES['open']}\nexcept OSError:\n    pass", USES["again"])):
        box.mkdir(folder := f"s-after-{number}")
        if number == 0:
            # A folder that cannot be replaced by a socket.
            box.write(f"{folder}/fog/horn.sock/x", b"")
        modes.watch(f"[exec(text, {{'solution': solution, 'top': top}}), {plain}]", umask=0o027, folder=folder, text=broken, top=folder, where=folder)
        left = box.mode(f"{folder}/plain") if box.exists(f"{folder}/plain") else 0
        exploit_if(left & 0o007, f"after `open`, a file that the program made under the umask 027 had the mode {left:o}")


BIND = """
import os, socket
old = os.umask(0)
one = socket.socket(socket.AF_UNIX)
one.bind(path)
os.chmod(path, mode)
os.umask(old)
solution.kept = [*getattr(solution, "kept", []), one]
if listens:
    one.listen()
result = None
"""


def test_what_a_link_leads_to_keeps_its_mode():
    """A file, a folder and a socket of another account, at each of the two paths."""
    numbers = itertools.count()
    for name, kind, umask in itertools.product(("horn.sock", "horn.sock.pid"), ("file", "folder", "socket", "listening"), (0o000, 0o077)):
        folder = f"s-link-{next(numbers)}"
        box.mkdir(f"{folder}/fog")
        theirs = f"{folder}/theirs"
        mode = 0o755 if kind == "folder" else 0o600
        if kind == "folder":
            box.mkdir(theirs, mode=mode)
        elif kind == "file":
            box.write(theirs, OLD, mode=mode)
        else:
            testify(BIND, path=theirs, mode=mode, listens=kind == "listening")
        box.symlink("../theirs", f"{folder}/fog/{name}")
        made = modes.watch(f"[horn := solution.Horn({PATH}), horn.open()]", umask=umask, folder=folder, top=folder)
        exploit_if(not box.exists(theirs), f"{name} was a link, and the {kind} to which it led is gone")
        now = box.stat(theirs).st_mode
        exploit_if(stat.S_IMODE(now) != mode, f"{name} was a link, and the {kind} to which it led has the mode {stat.S_IMODE(now):o}")
        exploit_if(kind == "folder" and box.names(theirs), f"{name} was a link, and something was put into the folder to which it led")
        exploit_if(kind == "file" and box.read(theirs) != OLD, f"{name} was a link, and the file to which it led was written")
        still = made.outcome.returned and stat.S_ISLNK(box.stat(f"{folder}/fog/{name}").st_mode)
        exploit_if(still, f"{name} is still the link of somebody else's")


def test_an_open_socket_of_an_earlier_run_is_replaced():
    for number, (mode, listens) in enumerate(((0o777, False), (0o666, True), (0o662, False))):
        folder = f"s-earlier-{number}"
        box.mkdir(f"{folder}/fog")
        testify(BIND, path=f"{folder}/fog/horn.sock", mode=mode, listens=listens)
        before = box.stat(f"{folder}/fog/horn.sock").st_ino
        made = modes.watch(f"[horn := solution.Horn({PATH}), horn.open()]", umask=0, folder=folder, top=folder)
        now = box.stat(f"{folder}/fog/horn.sock")
        is_open = made.outcome.returned and (now.st_ino == before or now.st_mode & 0o006)
        exploit_if(is_open, f"a socket of mode {mode:o} was there, and others can use {now.st_mode & 0o777:o} now")


def test_folders_above_are_closed_to_writers():
    for umask, path in ((0o000, "a/b/c/horn.sock"), (0o002, "a/b/horn.sock"), (0o020, "a//b/./c/horn.sock"), (0o000, "a/b/../c/horn.sock")):
        folder = f"s-above-{umask:o}-{len(path)}"
        box.mkdir(folder)
        made = modes.watch("[horn := solution.Horn(path), horn.open()]", umask=umask, folder=folder, path=f"{folder}/{path}")
        could = [one.path.rpartition("/")[2] for one in made.created if any(beyond(one.kind, mode) for mode in one.reached)]
        exploit_if(could, f"under the umask {umask:03o}, {could} of {path} were open")
