import re

from harness import attempt, box, exploit_if, inconclusive, solution
from probes import markers

SHELL = ("os.system", "posix.system", "subprocess")
BUILTINS = ("eval", "exec", "getattr")
PICKLES = {}


def setup():
    PICKLES.update(markers.new().pickles())


def put(spool, folder):
    """Puts a job; returns the paths of the files that it is made of."""
    attempt(spool.put, "glaze", {"celsius": 1240})
    files = [f"{folder}/{name}" for name in box.names(folder)]
    if not files:
        inconclusive("the solution made no file to start from")
    return files


def ran(folder, chosen, place=lambda file: file):
    """The name of the first chosen job that ran when the controller took it.

    Each job is packed like the file that `put` made, and is written to `place` of that file.
    """
    box.mkdir(folder)
    spool = solution.Spool(folder)
    own = {file: box.read(file) for file in put(spool, folder)}
    marker = markers.new()
    jobs = {file: marker.repacked(content) for file, content in own.items()}
    for name in next(iter(jobs.values())):
        if not chosen(name):
            continue
        for file in own:
            box.write(place(file), jobs[file].get(name, b""), mode=0o666)
        attempt(spool.take)
        attempt(spool.take)
        if marker.fired:
            return name
        for left in box.names(folder):
            box.remove(f"{folder}/{left}")
    return None


def plain(name):
    """Not one of the many that are only made where the packing of the own file was not understood."""
    return ", " not in name or name in PICKLES


def test_a_job_that_names_a_shell_function():
    found = ran("s1", lambda name: plain(name) and name.startswith(SHELL))
    exploit_if(found, f"taking the job ran a command: {found}")


def test_a_job_that_names_builtin_functions():
    found = ran("s2", lambda name: plain(name) and name.startswith(BUILTINS))
    exploit_if(found, f"taking the job ran code: {found}")


def test_a_job_that_takes_other_roads():
    found = ran("s3", lambda name: name in PICKLES and not name.startswith(SHELL + BUILTINS))
    exploit_if(found, f"taking the job ran code: {found}")


def test_a_job_in_another_format():
    found = ran("s4", lambda name: plain(name) and name not in PICKLES)
    exploit_if(found, f"taking the job ran code: {found}")


def test_a_job_added_by_another_member():
    def later(file):
        return re.sub(r"(\d)(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), file)

    found = ran("s5", lambda name: name == "eval, protocol 4", later)
    exploit_if(found, f"taking the added job ran code: {found}")
