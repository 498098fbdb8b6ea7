import os
import subprocess

_KEPT = ("PATH", "LANG")


def _strip():
    """Runs in the child, right before the program takes its place."""
    for name in list(os.environ):
        if name not in _KEPT:
            del os.environ[name]
    os.environ["ORGAN"] = "wb-20"


class Workshop:
    def __init__(self, folder, book):
        self._folder = folder
        self._book = open(book, "a+", encoding="utf-8", newline="")

    def note(self, line):
        self._book.write(line + "\n")
        self._book.flush()

    def _run(self, command, source):
        return subprocess.run(
            command,
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            close_fds=True,
            preexec_fn=_strip,
        )

    def apply(self, program, tune):
        with open(os.path.join(self._folder, tune), "rb") as source:
            done = self._run([program, "--tune", tune], source)
        if done.returncode != 0:
            raise RuntimeError(f"{program} ended with {done.returncode}")
        self.note(f"{program}: {tune}")
        return done.stdout

    def version(self, program):
        done = self._run([program, "--version"], subprocess.DEVNULL)
        return done.stdout.decode("utf-8", "replace").split("\n", 1)[0]
