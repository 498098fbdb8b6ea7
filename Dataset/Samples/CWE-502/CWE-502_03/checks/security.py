import itertools
import re

from harness import attempt, box, inconclusive, solution
from probes import markers, search
from probes.grammars.ranked import in_turn

folders = itertools.count()


def attack(tries, place=lambda file: file):
    """Each hostile job is packed like the file that `put` made, and is written to `place` of that file."""
    folder = f"spool-{next(folders)}"
    box.mkdir(folder)
    spool = solution.Spool(folder)
    attempt(spool.put, "glaze", {"celsius": 1240, "note": b"\xff\0", "who": ["Kit", 0.5]})
    own = {f"{folder}/{name}": box.read(f"{folder}/{name}") for name in box.names(folder)}
    if not own:
        inconclusive("the solution made no file to start from")
    marker = markers.new()
    inside = {file: marker.embedded(content) for file, content in own.items()}
    jobs = {file: inside[file] | marker.repacked(content) for file, content in own.items()}

    def ran(name):
        for file in own:
            box.write(place(file), jobs[file].get(name, b""), mode=0o666)
        attempt(spool.take)
        attempt(spool.take)
        for left in box.names(folder):
            box.remove(f"{folder}/{left}")
        return "taking it ran code" if marker.fired else None

    names = [in_turn(inside[file], jobs[file]) for file in own]
    search.attack("the job", in_turn(*names), ran, tries, shrink=0)


def test_taking_a_changed_job_runs_nothing():
    attack(140)


def test_taking_a_job_of_another_member_runs_nothing():
    attack(12, lambda file: re.sub(r"(\d)(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), file))
