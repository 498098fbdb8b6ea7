import itertools
import stat

from harness import box, exploit_if
from probes import groups, modes
from probes.machines import exposure
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

#: Folder below the root → what nobody else may do with it.
FORBIDDEN = {"": 0o022, "hand-in": 0o044, "board": 0, "staff": 0o007}
WORDS = {0o022: "was open to writers", 0o044: "could be listed", 0o007: "was open to others"}
numbers = itertools.count(1)


class SetUp(Machine):
    """No account can do more in a folder than is said, at no moment, whatever was there before."""

    #: Below a new folder: the root, and folders that are there with these modes.
    before = domain("", "school 777", "a/b/c/", odd=(
        "school/board 777", "school/hand-in 1777", "school/staff 2777", "school/staff 775", "school/hand-in 777",
        "school/staff 3777", "school/board 2777", "school 1777"))
    operations = {"set_up": (domain("000", odd=("002", "022")), before, domain("once"))}

    def set_up(self, umask, before, _):
        top = f"school-{next(numbers)}"
        box.mkdir(top)
        place, _, mode = before.partition(" ")
        root = f"{top}/{place if place.endswith('/') else ''}school"
        if mode:
            box.mkdir(f"{top}/{place}", mode=0o700)
            box.chmod(f"{top}/{place}", int(mode, 8))
        made = modes.watch("solution.set_up(root)", umask=int(umask, 8), folder=top, root=root)
        if not made.outcome.returned:
            return ""
        # A folder that only the group can write to may become that of the staff.
        exchanged = [one for one in made.exchangeable if int(one.rpartition(" ")[2], 8) & 0o002]
        if exchanged:
            return f"others could remove or rename what is not theirs in {exchanged}"
        ever = [(one.path, one.reached) for one in made.created if one.kind == "directory"]
        now = [(f"{root}/{name}".rstrip("/"), [self.mode(f"{root}/{name}")]) for name in FORBIDDEN]
        return next(filter(None, (self.too_much(path, seen) for path, seen in (*ever, *now))), "")

    def mode(self, path):
        return stat.S_IMODE(box.stat(path.rstrip("/")).st_mode) if box.exists(path.rstrip("/")) else 0

    def too_much(self, path, seen):
        name = path.rpartition("/")[2]
        # Others are drafts, which are called otherwise before they are ready.
        forbidden = FORBIDDEN.get("" if name in ("school", "a", "b", "c") else name, 0)
        for mode in seen:
            if mode & forbidden:
                return f"{name} {WORDS[forbidden]}: {mode:04o}"
            if mode & 0o022 and not mode & stat.S_ISVTX and name in ("board", "hand-in"):
                return f"others can remove or rename what is not theirs in {name}: {mode:04o}"
        return ""


def test_no_folder_allows_more_than_is_said():
    found = search(SetUp, tries=13, alone=1)
    exploit_if(found, str(found))


def test_a_folder_of_the_staff_is_not_left_to_a_group_of_others():
    """It may be there already, and belong to a group of pupils: the office's group gets it, or the group gets nothing."""
    for mode in (0o2770, 0o777, 0o755):
        root = f"school-{next(numbers)}"
        box.mkdir(f"{root}/staff")
        box.chmod(f"{root}/staff", mode)
        staff = box.path(f"{root}/staff")
        kept = groups.kept("solution.set_up(root)", [staff], root=box.path(root))
        now = box.mode(staff) & 0o070 if kept else 0
        exploit_if(now, f"the group that `staff` had at {mode:04o} is still that of `staff`, and may {now >> 3:o} there")


def test_a_folder_of_the_staff_never_lets_a_group_of_others_in():
    """At no moment: it gets the mode when it has got the office's group, or has none for its group before that."""
    for mode in (0o700, 0o2700, 0o755, 0o730, 0o2750):
        root = f"school-{next(numbers)}"
        box.mkdir(f"{root}/staff")
        box.chmod(f"{root}/staff", mode)
        could = groups.admitted("solution.set_up(root)", [box.path(f"{root}/staff")], root=box.path(root))
        exploit_if(could, f"`staff` was there at {mode:04o}, and while it belonged to another group it got the mode {could[-1].rpartition(' ')[2] if could else ''}")


def test_a_new_folder_of_the_staff_does_not_inherit_a_group_of_others():
    """The root was there, belongs to a group of pupils, and hands it on to what is made in it."""
    for mode in (0o2775, 0o2777, 0o2755, 0o2700):
        root = f"school-{next(numbers)}"
        box.mkdir(root)
        box.chmod(root, mode)
        staff = f"{box.path(root)}/staff"
        born = groups.inherited("solution.set_up(root)", box.path(root), [staff], root=box.path(root))
        could = [one for one in born if int(one.rpartition(" ")[2], 8) & 0o070]
        exploit_if(could, f"the root was there at {mode:04o}, and the group that it hands on may use `staff` ({could[0].rpartition(' ')[2] if could else ''})")


class Put(exposure.Exposure):
    """What was put on the board, or into the folder of the staff, by whoever had a name there first."""

    old = b"by a pupil"
    forbidden = 0o022
    operations = {"use": (domain("000", odd=("022", "077")), exposure.found(odd=(
        "file 666", "link 666", "draft 666", "way 777", "gap 777", "trap 666", "link 644", "file 606", "draft 606", "same 666", "mended 666", "mended 622", "closed 666")),
        domain("once", odd=("twice",)))}

    def shown(self, made, folder):
        if not made.outcome.returned:
            return ""
        theirs = f"{folder}/theirs"
        if box.exists(theirs) and stat.S_ISREG(box.stat(theirs).st_mode) and box.read(theirs) != self.old:
            return "a file of somebody's was overwritten through a link"
        files = [one for one in made.created if one.kind == "file"]
        open_files = [f"{one.path} {mode:o}" for one in files for mode in one.reached if mode & self.forbidden]
        place = f"{folder}/{self.place}"
        if box.exists(place) and not self.planted(place) and box.mode(place) & self.forbidden:
            open_files.append(f"{place} {box.mode(place):o}")
        return f"other accounts could use {open_files}" if open_files else ""


def uses(function, name, text):
    call = f"solution.{function}({{}}, {name!r}, {text!r})"
    begin = "[solution.set_up(top + '/school'), "
    return {
        "once": begin + call.format("top + '/school'") + "]",
        "twice": begin + ", ".join([call.format("top + '/school'")] * 2) + "]",
    }


class Board(Put):
    place = "school/board/trip.txt"
    uses = uses("post", "trip.txt", "To Bath on Friday")


class Staff(Put):
    place = "school/staff/marks.txt"
    forbidden = 0o007
    uses = uses("share", "marks.txt", "Ada: B")


def test_no_notice_can_be_changed_by_others():
    found = search(Board, tries=16, alone=1)
    exploit_if(found, str(found))


def test_no_file_of_the_staff_is_open_to_others():
    found = search(Staff, tries=14, alone=1)
    exploit_if(found, str(found))
