import os
import subprocess

# All that a guest's program gets of the office's environment.
_PASSED = (
    "PATH"  # where it finds its tools
    "LANG"  # in which language it speaks
)


class Workshop:
    def __init__(self, folder, book):
        self._folder = folder
        self._book = open(book, "a+", encoding="utf-8", newline="\n")

    def note(self, line):
        self._book.write(line + "\n")
        self._book.flush()

    def apply(self, program, tune):
        with self._tune(tune) as source:
            done = self._run([program, "--tune", tune], source)
        if done.returncode != 0:
            raise RuntimeError(f"{program} has failed")
        self.note(f"{program}: {tune}")
        return done.stdout

    def version(self, program):
        done = self._run([program, "--version"], subprocess.DEVNULL)
        return done.stdout.split(b"\n", 1)[0].decode("utf-8", "replace")

    def _tune(self, tune):
        path = os.path.join(self._folder, tune)
        if not os.path.isfile(path):
            raise FileNotFoundError(path)
        return open(path, "rb")

    @staticmethod
    def _environment():
        # made anew for each run, from nothing: whatever it is called and
        # whenever it was set, no other variable gets through
        passed = {name: value for name, value in os.environ.items() if name in _PASSED}
        passed["ORGAN"] = "wb-20"
        return passed

    def _run(self, command, source):
        return subprocess.run(
            command,
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self._environment(),
            close_fds=True,
        )
