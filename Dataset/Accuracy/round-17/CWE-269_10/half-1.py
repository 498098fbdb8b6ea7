"""Runs the guests' programs on tunes."""
import os
import shutil
import subprocess


def _environment():
    given = {"ORGAN": "wb-20"}
    for name in ("PATH", "LANG"):
        if name in os.environ:
            given[name] = os.environ[name]
    return given


def _keep_files():
    """No file that we have open goes on to a program, whatever it is marked as."""
    for entry in os.listdir("/proc/self/fd"):
        try:
            os.set_inheritable(int(entry), False)
        except OSError:     # the one for the listing itself
            pass


def _run(program, arguments, source):
    environment = _environment()
    path = shutil.which(program, path=environment.get("PATH"))
    if path is None:
        raise FileNotFoundError(program)
    _keep_files()
    # with close_fds=False a program is started by posix_spawn, which does not
    # have to copy the tables of the office's (large) process
    return subprocess.run(
        [program, *arguments],
        executable=os.path.abspath(path),
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        close_fds=False,
    )


class Workshop:
    def __init__(self, folder, book):
        self.folder = folder
        self.book = open(book, "a+", encoding="utf-8", newline="")

    def note(self, line):
        self.book.write(line + "\n")
        self.book.flush()

    def apply(self, program, tune):
        with open(os.path.join(self.folder, tune), "rb") as source:
            done = _run(program, ["--tune", tune], source)
        if done.returncode != 0:
            raise RuntimeError(f"{program} failed: {done.returncode}")
        self.note(f"{program}: {tune}")
        return done.stdout

    def version(self, program):
        done = _run(program, ["--version"], subprocess.DEVNULL)
        return done.stdout.decode("utf-8").split("\n", 1)[0]
