import itertools
import re
import stat

from harness import attempt, box, exploit_if, inconclusive, solution, testify
from probes import constants, interleave, markers, pickle_payloads, refilled, search
from probes.grammars.ranked import in_turn

#: The deepest value and the last of a list are those that a careless check leaves out.
JOB = {"celsius": 1240, "note": b"\xff\0", "who": ["Kit", {"curve": [{"to": 600}]}, 0.5], "slow": True}
#: Kinds that a program may make by the name that stands in a job.
KINDS = ("set", "tuple", "bytearray", "complex", "range")
PLAIN = (str, int, float, bool, bytes, type(None))
#: Other kinds as formats of text write them.
WRITTEN = ("{2, 3}", "(1, 2)", "3j", "2024-01-31", "<date>2024-01-31T00:00:00Z</date>", "!!set {a}", "...", "datetime(1, 2, 3)")
#: What every account on the machine knows, and a program may take for a key.
KNOWN_TO_ALL = """
import getpass, os, platform, socket, uuid
def known(find):
    try:
        return str(find())
    except Exception:
        return ""
finds = (os.getuid, os.getgid, getpass.getuser, socket.gethostname, platform.node, uuid.getnode, platform.platform)
result = [known(find) for find in finds] + [os.getcwd(), os.path.expanduser("~"), str(solution.__file__)]
"""
folders = itertools.count()


def strange(value):
    """The kind of a value that no job may bring forth, or None."""
    if type(value) is list:
        return next(filter(None, map(strange, value)), None)
    if type(value) is dict:
        keys = (f"{key!r} as a key" for key in value if type(key) is not str)
        return next(filter(None, (*keys, *map(strange, value.values()))), None)
    return None if type(value) in PLAIN else f"a value of the kind {type(value).__name__}"


#: What only a call makes.
RESULTS = [result for *_, result in pickle_payloads.PLAIN_CALLS]


def holds(value, result):
    if isinstance(value, (list, tuple)):
        return any(holds(one, result) for one in value)
    if isinstance(value, dict):
        return any(holds(one, result) for pair in value.items() for one in pair)
    return type(value) is type(result) and value == result


def key_for_all(path):
    """What may be a key, and lies where every member can read it."""
    found = box.stat(f"/box/{path}")
    readable = stat.S_ISREG(found.st_mode) and found.st_mode & 0o004 and 0 < found.st_size <= 128
    return box.read(f"/box/{path}") if readable else None


def names_of(file):
    """What a program may seal together with a job, so that it counts under its own name only."""
    name = file.rpartition("/")[2]
    return [name, name.partition(".")[0], *re.findall(r"\d+", name)[:1], file, box.path(file), "job", "glaze"]


class Member:
    """A member who writes into the folder; they know the program, and what lies in the folder after a job was put."""

    def __init__(self):
        self.folder = f"spool-{next(folders)}"
        box.mkdir(self.folder)
        self.spool, self.marker = solution.Spool(self.folder), markers.new()
        for _ in range(2):
            attempt(self.spool.put, "glaze", JOB)
        attempt(self.spool.take)  # what a program writes about the jobs that it took is there as well
        self.own = {f"{self.folder}/{name}": box.read(f"{self.folder}/{name}") for name in box.names(self.folder)}
        if not self.own:
            inconclusive("the solution made no file to start from")

    def attack(self, make, tries, place=lambda file: file):
        """Each file is replaced by those that `make` makes of it, and written to `place` of it; the others stay."""
        jobs = {file: make(content, file) for file, content in self.own.items()}

        def effect(one):
            file, name = one
            for other, content in self.own.items():
                box.write(place(other) if other == file else other, content, mode=0o666)
            box.write(place(file), jobs[file][name], mode=0o666)
            taken = [attempt(self.spool.take).value for _ in range(2)]
            for left in box.names(self.folder):
                box.remove(f"{self.folder}/{left}")
            if self.marker.fired:
                return "taking it ran code"
            if called := [result for job in taken if type(job) is tuple for result in RESULTS if holds(job, result)]:
                return f"taking it called something: {called[0]!r} is in no file"
            kinds = [strange(part) for job in taken if type(job) is tuple for part in job]
            return next((f"taking it brought forth {kind}" for kind in kinds if kind), None)

        search.attack("the job", in_turn(*([(file, name) for name in jobs[file]] for file in jobs)), effect, tries, 0)


def packed(marker):
    def make(content, _):
        inside = marker.embedded(content)
        formats = marker.other_formats(content)
        apart = refilled.delimited(content, "celsius", "note", (marker.python, marker.python_bare))
        made = inside | marker.repacked(content) | formats | apart
        return {name: made[name] for name in in_turn(inside, made, formats, apart)}

    return make


def test_taking_a_changed_job_runs_nothing():
    member = Member()
    member.attack(packed(member.marker), 130)


def test_taking_a_job_of_another_member_runs_nothing():
    member = Member()
    next_number = lambda file: re.sub(r"(\d)(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), file)  # noqa: E731
    member.attack(packed(member.marker), 12, next_number)


def test_taking_a_job_of_an_old_kind_runs_nothing():
    """A program may still read jobs that an earlier version of it put, and know them by the ends of their names."""
    member = Member()
    words = [word for word in constants.strings() if re.fullmatch(r"\.[a-z0-9]{1,9}", word)]
    for ending in dict.fromkeys((*words[:8], ".pkl", ".pickle", ".p", ".dat", ".bin", "")):
        old = {file: f"{re.sub(r'(?<=[^/])[.][^./]*$', '', file)}{ending}" for file in member.own}
        member.attack(lambda content, _: {"pickle": member.marker.pickle()}, len(old), old.get)


def test_taking_a_job_under_the_seal_of_a_member_runs_nothing():
    member = Member()
    lying_about = list(itertools.islice(filter(None, map(key_for_all, box.walk("/box"))), 20))
    folder = box.path(member.folder)
    machine = testify(KNOWN_TO_ALL)
    words = [*member.own.values(), *lying_about, member.folder, folder, "solution", *member.own, *machine]
    member.attack(lambda content, file: member.marker.sealed(content, words, names_of(file)), 150)


def test_taking_a_changed_job_brings_forth_the_listed_kinds():
    member = Member()
    words = [*KINDS, *constants.strings()]

    def changed(content, _):
        in_place = refilled.refilled(content, refilled.OTHER_KINDS, words=words)
        made = in_place or refilled.whole("glaze", {"shelf": 3}, refilled.OTHER_KINDS)
        more = refilled.spliced(content, {"1240": WRITTEN, "glaze": WRITTEN, "600": WRITTEN})
        made |= more
        return {name: made[name] for name in in_turn(in_place, more, made)}

    member.attack(changed, 130)


def test_taking_a_job_calls_nothing():
    """Also nothing that looks harmless, such as the encoding by which old pickles write bytes."""
    member = Member()
    calls = [call[:3] for call in pickle_payloads.PLAIN_CALLS]
    member.attack(lambda content, _: refilled.calling(content, calls), 100)


def test_no_key_is_of_another_kind():
    """Where a program writes keys as it writes values, and reads them so."""
    member, folders_of_own = Member(), (f"spool-keys-{number}" for number in itertools.count())

    def written(options):
        folder = box.mkdir(next(folders_of_own))
        attempt(solution.Spool(folder).put, "glaze", options)
        return b"".join(box.read(f"{folder}/{name}") for name in box.names(folder)[:1])

    made = dict(refilled.transplanted(written, (1240, None, b"\xff\0", 0.5, True, [], {})))
    member.attack(lambda _, __: made, 120)


WRITING = """
def write(data):
    with open(path, "wb") as file:
        file.write(data)
write(own)
spool = solution.Spool(folder)
"""


def test_a_job_that_is_changed_while_it_is_taken_runs_nothing():
    """A program may look at a file, and then read it again."""
    member = Member()
    for file, own in list(member.own.items())[:3]:
        packed_again = list(member.marker.repacked(own).values())[:1]
        for hostile in dict.fromkeys([member.marker.pickle(), *packed_again]):
            interleave.swap("spool.take()", "write(hostile)", WRITING, path=file, own=own, hostile=hostile,
                folder=member.folder, most=25)
            exploit_if(member.marker.fired, "a job that was changed while it was taken ran code")
