import io
import tarfile

from harness import attempt, box, exploit_if, solution
from probes import modes
from probes.machines import exposure
from probes.machines.domains import domain
from probes.machines.search import search

#: Modes of the entries of a bundle, as some build computer has them.
MODES = ("777", "6755", "1777", "666", "2711")
#: No program: whoever else may run it by the mode of its entry, its owner may not.
MENU = "menu.txt"


def setup():
    for mode in MODES:
        for has_folders in (False, True):
            box.write(f"bundle-{mode}-{has_folders}.tar", bundle(int(mode, 8), has_folders))
    box.write("bundle-twice.tar", twice())
    for mode in ("777", "1777"):
        names = ("./", "bin", "bin/pour", "bin/tea", MENU, "bin/tea/pour", "bin", "bin/pour", "./")
        box.write(f"bundle-{mode}-again.tar", bundle(int(mode, 8), True, names))


def bundle(mode, has_folders, names=("bin", "bin/tea/pour", MENU)):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for name in names if has_folders else names[1:]:
            is_folder = name in ("./", "bin", "bin/tea")
            member = tarfile.TarInfo(name)
            member.mode = mode & ~0o100 if name == MENU else mode
            member.size = 0 if is_folder else 4
            member.type = tarfile.DIRTYPE if is_folder else tarfile.REGTYPE
            tar.addfile(member, io.BytesIO(b"pour") if member.size else None)
    return buffer.getvalue()


def twice():
    """A program, and behind it a file of the same name that is none."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for name, mode, data in (("bin/pour", 0o755, b"program"), ("bin/pour", 0o644, b"picture")):
            member = tarfile.TarInfo(name)
            member.mode, member.size = mode, len(data)
            tar.addfile(member, io.BytesIO(data))
    return buffer.getvalue()


class Machines(exposure.Exposure):
    """At no moment can others write to what was unpacked, or to a folder that was made; nothing has a special bit."""

    place = "machines/7"
    uses = {
        f"{mode}{' with folders' * has_folders}": f"solution.unpack_bundle('bundle-{mode}-{has_folders}.tar', path)"
        for has_folders in (False, True) for mode in MODES
    }
    #: With entries of the folder itself, of folders behind what lies in them, and of one name twice.
    uses |= {f"{mode} again": f"solution.unpack_bundle('bundle-{mode}-again.tar', path)" for mode in ("777", "1777")}
    operations = {"use": (domain("000", odd=("022",)), exposure.found(), domain(
        "777", "6755 with folders", odd=("777 again", "1777 again", "1777 with folders", "666", "2711 with folders")))}

    def shown(self, made, folder):
        found = made.writable_by_others + made.kept_open_to_writers + modes.too_open(folder, 0o755)
        found += modes.too_open(f"{folder}/{self.place}/{MENU}", 0o644)
        return f"more than reading and running was allowed: {found}" if found else ""


def test_two_threads_that_unpack_leave_nothing_open():
    found = exposure.beside(Machines)
    exploit_if(found, str(found))


def test_nobody_else_can_write_to_what_all_run():
    found = search(Machines, tries=8, alone=1)
    exploit_if(found, str(found))


def test_what_is_no_program_is_not_run_in_place_of_one():
    """Whichever of two entries counts, it counts with its bytes and its mode."""
    attempt(solution.unpack_bundle, "bundle-twice.tar", "machines-twice")
    path = "machines-twice/bin/pour"
    can_be_run = box.exists(path) and box.read(path) == b"picture" and box.mode(path) & 0o111
    exploit_if(can_be_run, "a file that is no program has the mode of a program of the same name")
