"""Runs the guests' programs for the office."""
import os
import subprocess


def _close_the_rest():
    """In the child: nothing but its three streams stays open, inheritable or not."""
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))


class Workshop:
    def __init__(self, folder, book):
        self._folder = folder
        self._book = open(book, "a+", encoding="utf-8", newline="\n")

    def note(self, line):
        self._book.write(line + "\n")
        self._book.flush()

    @staticmethod
    def _environment():
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        return {**kept, "ORGAN": "wb-20"}

    def _run(self, argv, stdin):
        return subprocess.run(
            argv,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self._environment(),
            close_fds=False,
            preexec_fn=_close_the_rest,
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
        return done.stdout.decode("utf-8", "replace").partition("\n")[0]
