import contextlib
import errno
import os
import shutil
import signal
import tempfile


def _start(arguments, stdin, stdout):
    """Start a program without a shell; `arguments` become its argv as they are."""
    actions = [(os.POSIX_SPAWN_DUP2, stdin, 0), (os.POSIX_SPAWN_DUP2, stdout, 1)]
    return os.posix_spawnp(arguments[0], arguments, os.environ,
                           file_actions=actions, setsigdef=[signal.SIGPIPE])


def _status(pid):
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _argument(text):
    """Whether the text can be an argument of a program at all."""
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def cutting_plan(title, paper, path):
    if not (_argument(title) and _argument(paper)):
        return None
    with contextlib.ExitStack() as stack:
        plan = stack.enter_context(tempfile.TemporaryFile())
        nothing = stack.enter_context(open(os.devnull, "rb"))
        read_end, write_end = os.pipe()
        programs = [
            (["tunebook", title], nothing.fileno(), write_end),
            (["rollcut", "--paper", paper], read_end, plan.fileno()),
        ]
        started = []
        try:
            for program in programs:
                started.append(_start(*program))
        except OSError as error:
            if error.errno != errno.E2BIG:
                raise
        finally:
            os.close(read_end)
            os.close(write_end)
            statuses = [_status(pid) for pid in started]
        if len(statuses) < 2 or statuses[1] != 0:
            return None
        plan.seek(0)
        lines = sum(1 for _ in plan)
        plan.seek(0)
        with open(path, "wb") as target:
            shutil.copyfileobj(plan, target)
        return lines


def cut_all(order, folder):
    missing = []
    for title, paper in order:
        path = os.path.join(folder, f"{title}.plan")
        if os.path.basename(path) != f"{title}.plan" or cutting_plan(title, paper, path) is None:
            missing.append(title)
    return missing
