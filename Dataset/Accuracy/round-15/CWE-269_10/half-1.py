"""Runs the guests' programs for the office."""
import os
import resource
import subprocess


def _close_all():
    """In the child: close everything but its three streams, inheritable or not."""
    highest, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    os.closerange(3, highest)


class Workshop:
    def __init__(self, folder, book):
        self._folder = folder
        self._book = open(book, "a+", encoding="utf-8", newline="")

    def note(self, line):
        self._book.write(line + "\n")
        self._book.flush()

    @staticmethod
    def _environment():
        environment = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        environment["ORGAN"] = "wb-20"
        return environment

    def _run(self, program, *arguments, stdin):
        return subprocess.run(
            [program, *arguments],
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self._environment(),
            close_fds=False,
            preexec_fn=_close_all,
        )

    def apply(self, program, tune):
        path = os.path.join(self._folder, tune)
        if not os.path.isfile(path):
            raise FileNotFoundError(path)
        with open(path, "rb") as file:
            done = self._run(program, "--tune", tune, stdin=file)
        if done.returncode != 0:
            raise RuntimeError(f"{program} failed with {done.returncode}")
        self.note(f"{program}: {tune}")
        return done.stdout

    def version(self, program):
        done = self._run(program, "--version", stdin=subprocess.DEVNULL)
        return done.stdout.decode("utf-8", "replace").partition("\n")[0]
