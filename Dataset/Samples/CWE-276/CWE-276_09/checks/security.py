import itertools
import os
import stat

from harness import attempt, box, exploit_if, solution
from probes import modes
from probes.machines import exposure

SECRET = "1. Ida Lund"
SETUP = "v = solution.Verdicts(top)"
CALLS = {
    "write": f"v.write('adults', '{SECRET}')", "add": f"v.add('adults', '{SECRET}')", "announce": "v.announce('adults')", "withdraw": "v.withdraw('adults')",
}
numbers = itertools.count()


def fresh():
    folder = f"jury-{next(numbers)}"
    box.mkdir(folder)
    return folder


def expression(calls):
    return f"[{', '.join(CALLS[call] for call in calls)}]"


def announced_after(calls, announced):
    """Whether the verdict is announced then, and whether the secret was put into it while it was not."""
    told = False
    for call in calls:
        announced = {"write": False, "announce": True, "withdraw": False}.get(call, announced)
        told = told or call in ("write", "add") and not announced
    return announced, told


def run(folder, calls, umask=0, reload=False):
    return modes.watch(expression(calls), SETUP, umask=umask, folder=folder, secret=SECRET, reload=reload, top=folder)


def plainly(folder, calls, name="adults"):
    """The same without a look at every step; whether all calls returned."""
    verdicts = solution.Verdicts(folder)
    outcomes = [attempt(getattr(verdicts, call), name, *([SECRET] if call in ("write", "add") else [])) for call in calls]
    return all(one.returned for one in outcomes)


def is_used(held, place):
    return box.exists(place) and os.path.samestat(os.fstat(held.fileno()), box.stat(place))


def wrong(folder, calls, made, was, held=None, reads=False, writes=False):
    """What others could do: with what was made, with what is there now, and with a file that they have open."""
    place = f"{folder}/adults.txt"
    announced, secret = announced_after(calls, was)
    watched, returned = (None, made) if isinstance(made, bool) else (made, made.outcome.returned)
    if watched and watched.writable_by_others:
        return f"others could write to {watched.writable_by_others}"
    if watched and secret and "announce" not in calls[calls.index("write" if "write" in calls else "add") :] and (watched.secret_shown or watched.secret_kept_open):
        return f"others could read {watched.secret_shown or watched.secret_kept_open}, which is not announced"
    if held is not None:
        held.seek(0)
        content = held.read()
        if reads and secret and SECRET.encode() in content:
            return "who had opened the file before reads what is not announced"
        # An exception may leave what was there as it was; nothing is written into it.
        if writes and is_used(held, place) and (returned or content != b"1. Per\n"):
            return "who had opened the file before goes on writing to the verdict"
    if not returned or not box.exists(place):
        return ""
    now = stat.S_IMODE(box.stat(place).st_mode)
    if now & ~(0o644 if announced else 0o600):
        return f"the file has the mode {now:03o}"
    return ""


def found(calls, was, mode, now):
    """What is wrong after these calls, where a file was that had this mode, and others opened it then."""
    folder = fresh()
    box.write(place := f"{folder}/adults.txt", b"1. Per\n", mode)
    with box.hold(place) as held:
        box.chmod(place, now)
        made = plainly(folder, calls)
        return wrong(folder, calls, made, was, held, bool(mode & 0o044), bool(mode & 0o022))


def told(calls, what, effect):
    exploit_if(effect, f"{what}; {', '.join(calls)}: {effect}")


SEQUENCES = (("write",), ("add",), ("announce",), ("withdraw",), ("withdraw", "add"), ("announce", "withdraw", "add"), ("add", "withdraw"), ("withdraw", "write"), ("announce", "add"), ("write", "add"))


def test_a_file_that_was_open_to_others_is_not_used():
    for mode, now in ((0o666, 0o666), (0o644, 0o644), (0o666, 0o600), (0o666, 0o644), (0o644, 0o600), (0o640, 0o640), (0o660, 0o600), (0o622, 0o622), (0o604, 0o604), (0o602, 0o600)):
        for calls in SEQUENCES if mode in (0o666, 0o644) else SEQUENCES[:5]:
            told(calls, f"the file had the mode {mode:o}, and has {now:o}", found(calls, bool(now & 0o004), mode, now))


def test_who_has_an_announced_verdict_open_reads_no_other_one():
    """The file is one that the program has made and announced itself; or it is the reader's that had been withdrawn."""
    for before in (("write", "announce"), ("write", "announce", "add"), ("write", "announce", "withdraw")):
        for calls in (("write",), ("withdraw", "add"), ("withdraw", "announce", "withdraw", "add"), ("announce", "write"), ("withdraw", "withdraw", "add"), ("withdraw", "write", "add")):
            folder = fresh()
            verdicts = solution.Verdicts(folder)
            attempt(verdicts.write, "adults", "1. Per"), attempt(verdicts.announce, "adults")
            if not box.exists(place := f"{folder}/adults.txt"):
                continue
            if before[-1] == "add":
                attempt(verdicts.add, "adults", "2. Kim")
            with box.hold(place) as held:
                if before[-1] == "withdraw":
                    attempt(verdicts.withdraw, "adults")
                made = plainly(folder, calls)
                told(calls, f"after {', '.join(before)}, somebody reads", wrong(folder, calls, made, before[-1] != "withdraw", held, reads=True))


def test_new_files_are_closed_under_every_umask():
    for umask in (0o000, 0o022, 0o020, 0o077):
        for was, mode in ((None, None), (False, 0o600), (True, 0o644)) if not umask else ((None, None), (True, 0o644)):
            for calls in (("write", "add", "announce", "add", "withdraw", "add"), ("write", "add"))[: 2 if not umask else 1] if was is None else (("write",), ("add",), ("announce",), ("withdraw",)) if not umask else (("write",),):
                folder = fresh()
                if was is not None:
                    box.write(f"{folder}/adults.txt", b"1. Per\n", mode)
                told(calls, f"under the umask {umask:03o}, where {was} was announced", wrong(folder, calls, run(folder, calls, umask, reload=True), bool(was)))


def test_a_draft_is_new():
    """What has the name of a draft was put there by others: files that they have open, links to theirs, folders."""
    for calls in (("write",), ("add",), ("announce",), ("withdraw",)):
        folder = fresh()
        box.write(f"{folder}/adults.txt", b"1. Per\n", 0o600)
        seen = run(folder, calls)
        box.write(f"{folder}/adults.txt", b"1. Per\n", 0o600)
        for name in seen.drafts[:3]:
            for plant in ("file", "link", "closed"):
                draft = f"{folder}/{name}" if plant != "link" else f"{folder}/theirs"
                box.remove(f"{folder}/{name}")
                box.write(draft, b"1. Per\n", 0o600)
                with box.hold(draft) as held:
                    box.chmod(draft, 0o600 if plant == "closed" else 0o666)
                    if plant == "link":
                        box.symlink(box.path(draft), f"{folder}/{name}")
                    made = run(folder, calls)
                    held.seek(0)
                    content = held.read()
                    told(calls, f"a {plant} of others has the name of a draft", "it is written to" if content != b"1. Per\n" else "")
                    if is_used(held, f"{folder}/adults.txt") or box.exists(f"{folder}/adults.txt") and stat.S_ISLNK(box.stat(f"{folder}/adults.txt").st_mode):
                        told(calls, f"a {plant} of others has the name of a draft", "it is the verdict now")
                    told(calls, f"a {plant} of others has the name of a draft", wrong(folder, calls, made, False))
                box.remove(f"{folder}/{name}"), box.remove(f"{folder}/adults.txt"), box.remove(f"{folder}/theirs")
                box.write(f"{folder}/adults.txt", b"1. Per\n", 0o600)
        for name in seen.nests[:2]:
            box.mkdir(f"{folder}/{name}")
            box.chmod(f"{folder}/{name}", 0o777)
            made = run(folder, calls)
            told(calls, "a folder of others has the name of one for drafts", "it is used" if made.outcome.returned and made.drafts and not made.nests else "")
            box.remove(f"{folder}/{name}")
            box.write(f"{folder}/elsewhere/kept", b"kept")
            box.chmod(f"{folder}/elsewhere", 0o755)
            box.symlink(box.path(f"{folder}/elsewhere"), f"{folder}/{name}")
            run(folder, calls)
            followed = box.mode(f"{folder}/elsewhere") != 0o755 or box.names(f"{folder}/elsewhere") != ["kept"]
            told(calls, "a link of others to a folder has the name of one for drafts", "it is followed" if followed else "")
            box.remove(f"{folder}/{name}"), box.remove(f"{folder}/elsewhere")


def test_links_are_not_followed():
    for mode in (0o600, 0o644, 0o666):
        for calls in (("write",), ("add",), ("announce",), ("withdraw",), ("announce", "withdraw"), ("withdraw", "announce")):
            for there in (True, False):
                folder, theirs = fresh(), fresh()
                target = f"{theirs}/diary.txt"
                if there:
                    box.write(target, b"dear diary\n", mode)
                box.symlink(box.path(target), f"{folder}/adults.txt")
                plainly(folder, calls)
                what = f"a link to a file of the mode {mode:o}" if there else "a link to nothing"
                if not there:
                    told(calls, what, "something was made there" if box.exists(target) else "")
                    continue
                gone = not box.exists(target) or box.read(target) != b"dear diary\n" or box.mode(target) != mode
                told(calls, what, "what it leads to was changed" if gone else "")
                place = f"{folder}/adults.txt"
                copied = mode == 0o600 and box.exists(place) and stat.S_ISREG(box.stat(place).st_mode) and box.mode(place) & 0o044 and b"diary" in box.read(place)
                told(calls, what, "what it leads to is announced" if copied else "")


def test_where_no_new_file_can_be_made_the_old_one_is_left():
    for calls in (("write",), ("add",), ("announce",), ("withdraw", "add")):
        for mode, now in ((0o666, 0o666), (0o644, 0o600), (0o666, 0o600)):
            folder = fresh()
            box.write(place := f"{folder}/adults.txt", b"1. Per\n", mode)
            with box.hold(place) as held:
                box.chmod(place, now)
                box.chmod(folder, 0o555)
                made = plainly(folder, calls)
                box.chmod(folder, 0o755)
                told(calls, f"no new file can be made, and the old one had the mode {mode:o}", wrong(folder, calls, made, bool(now & 0o004), held, bool(mode & 0o044), bool(mode & 0o022)))
    name = "a" * 251
    for calls in (("write",), ("withdraw", "add")):
        folder = fresh()
        box.write(place := f"{folder}/{name}.txt", b"1. Per\n", 0o666)
        with box.hold(place) as held:
            plainly(folder, calls, name)
            held.seek(0)
            exploit_if(SECRET.encode() in held.read(), "the name is as long as one can be; who had opened the file before reads what is not announced")


class Writing(exposure.Exposure):
    place = "adults.txt"
    secret = SECRET
    uses = {"write": f"[(v.write('adults', '{SECRET}'), v.withdraw('adults')) for v in [solution.Verdicts(path[:-11])]]"}

    def shown(self, made, folder):
        could = made.secret_shown or made.secret_kept_open or made.writable_by_others
        return f"others could use {could}" if could else ""


def test_two_threads_leave_nothing_open_for_each_other():
    found = exposure.beside(Writing)
    exploit_if(found, str(found))
