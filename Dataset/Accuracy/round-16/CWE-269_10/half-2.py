"""Runs the guests' programs for the office."""
import os
import tempfile
from subprocess import DEVNULL, PIPE, Popen


class Workshop:
    ORGAN = "wb-20"

    def __init__(self, folder, book):
        self.folder = folder
        self.book = open(book, "ab+", buffering=0)

    def note(self, line):
        self.book.write(line.encode("utf-8") + b"\n")

    def _env(self):
        """Made anew for each run; only what is named here gets through."""
        env = {"ORGAN": self.ORGAN}
        for name in ("PATH", "LANG"):
            value = os.environ.get(name)
            if value is not None:
                env[name] = value
        return env

    def _start(self, argv, stdin):
        with Popen(argv, stdin=stdin, stdout=PIPE, stderr=DEVNULL, env=self._env(),
                   close_fds=True) as process:
            output = process.stdout.read()
        return process.returncode, output

    def _run(self, argv, data=None, stdin=None):
        if data:
            # a copy, so that the tune itself is in nobody else's hands; a file and
            # not a pipe, so that a program that does not read cannot block us
            with tempfile.TemporaryFile() as copy:
                copy.write(data)
                copy.seek(0)
                return self._start(argv, copy)
        return self._start(argv, stdin)

    def apply(self, program, tune):
        with open(os.path.join(self.folder, tune), "rb") as file:
            data = file.read()
        code, output = self._run([program, "--tune", tune], data)
        if code != 0:
            raise RuntimeError(f"{program}: exit code {code}")
        self.note(f"{program}: {tune}")
        return output

    def version(self, program):
        _, output = self._run([program, "--version"], stdin=DEVNULL)
        return output.split(b"\n", 1)[0].decode("utf-8", "replace")
