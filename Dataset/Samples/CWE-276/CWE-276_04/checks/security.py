from harness import box, exploit_if
from probes import modes
from probes.machines import exposure
from probes.machines.domains import domain
from probes.machines.search import search

DOSE = "Room 5: 2 x insulin"


def uses(path):
    log = f"[solution.DoseLog({path}, 2)]"
    write = f"log.write({DOSE!r})"
    found = {
        "write": f"[({write}, log.close()) for log in {log}]",
        "put aside": f"[({', '.join([write] * 3)}, log.close()) for log in {log}]",
        "begin": f"[log.close() for log in {log}]",
        "two at once": f"[(log.write('x'), {write}) for log in {log} for other in [solution.DoseLog({path} + '2', 1)]]",
    }
    found["restart"] = f"[{found['write']}, {found['put aside']}]"
    return found | {"again": f"[{found['put aside']}, {found['begin']}]"}


class Log(exposure.Exposure):
    """No other account can read or change what was logged, at any moment; an earlier log is found in its place."""

    place = "doses.log"
    secret = DOSE
    old = b"Room 8: 1 x iron\n"
    names = "doses.log", "doses.log.1"
    uses = uses("path")
    found = exposure.found("file 666", odd=("long 666", "locked 666", "draft 666", "empty 666", "file 640", "file 604", "file 602"))
    operations = {
        "use": (exposure.UMASKS, found, domain("put aside", "write", odd=["restart", "two at once", "again"]))}

    def shown(self, made, folder):
        could = made.secret_shown or made.secret_kept_open
        if could:
            return f"others could use a file with the doses: {could}"
        if not made.outcome.returned:
            return ""  # what was there already is closed by a log that begins
        now = [self.open_to_others(f"{folder}/{name}") for name in self.names if box.exists(f"{folder}/{name}")]
        return f"others can use {now}" if any(now) else ""

    def open_to_others(self, path):
        return modes.readable_by_others(path) + modes.writable_by_others(path)


class Aside(Log):
    """What is found is a file that was put aside by an earlier program, with no log, and is closed to others."""

    place = "doses.log.1"
    uses = uses("path[:-2]")
    found = exposure.found("file 666", odd=("file 644",))
    operations = {"use": (domain("000"), found, domain("put aside", "write"))}


def test_two_threads_with_logs_keep_them_to_themselves():
    for how in ("put aside", "write"):
        found = exposure.beside(Log, how)
        exploit_if(found, str(found))


def test_no_other_account_can_use_the_log():
    found = search(Log, tries=18, alone=1)
    exploit_if(found, str(found))


def test_nothing_is_written_into_a_file_that_others_have_open():
    found = search(Aside, tries=6, alone=1)
    exploit_if(found, str(found))
