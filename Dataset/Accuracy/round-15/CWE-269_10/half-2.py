"""Runs the guests' programs for the office."""
import os
import subprocess

KEPT = frozenset({"PATH", "LANG"})


def _tidy():
    """Between fork and exec: the child's own environment loses what is the office's.

    Done as late as this, nothing that the office sets meanwhile slips through.
    """
    for name in list(os.environ):
        if name not in KEPT:
            del os.environ[name]
    os.environ["ORGAN"] = "wb-20"


class Workshop:
    def __init__(self, folder, book):
        self._folder = os.path.abspath(folder)
        self._book = open(book, "a+b", buffering=0)

    def note(self, line):
        self._book.write((line + "\n").encode("utf-8"))

    def _run(self, command, tune=b""):
        return subprocess.run(
            command,
            input=tune,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            close_fds=True,
            preexec_fn=_tidy,
        )

    def apply(self, program, tune):
        path = os.path.join(self._folder, tune)
        if not os.path.isfile(path):
            raise FileNotFoundError(path)
        with open(path, "rb") as file:
            data = file.read()
        done = self._run([program, "--tune", tune], data)
        if done.returncode:
            raise RuntimeError(f"{program}: exit code {done.returncode}")
        self.note(f"{program}: {tune}")
        return done.stdout

    def version(self, program):
        return self._run([program, "--version"]).stdout.split(b"\n")[0].decode("utf-8", "replace")
