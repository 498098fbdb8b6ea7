"""fork and exec by hand; the child looks itself which files it has."""
import os
import shutil
import signal
from pathlib import Path


def _become(path, command, environment, source, sink):
    """In the child only; never returns."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        # first above 2, so that none of them overwrites another
        import fcntl
        high = [fcntl.fcntl(number, fcntl.F_DUPFD, 10) for number in (source, sink, null)]
        for place, number in enumerate(high):
            os.dup2(number, place, inheritable=True)
        for number in [int(name) for name in os.listdir("/proc/self/fd")]:
            if number > 2:
                try:
                    os.close(number)
                except OSError:
                    pass            # the one of listdir itself
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.execve(path, command, environment)
    finally:
        os._exit(127)


class Workshop:
    def __init__(self, folder, book):
        self.folder = Path(folder)
        self.book = open(book, "r+", encoding="utf-8")

    def note(self, line):
        self.book.seek(0, os.SEEK_END)
        print(line, file=self.book, flush=True)

    def _run(self, source, *command):
        """(exit code, what it prints)"""
        path = shutil.which(command[0])
        if path is None:
            raise RuntimeError(f"there is no program {command[0]}")
        environment = {"ORGAN": "wb-20"}
        for name in ("PATH", "LANG"):
            if (value := os.environ.get(name)) is not None:
                environment[name] = value
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            _become(path, command, environment, source, writer)
        os.close(writer)
        with open(reader, "rb") as pipe:
            printed = pipe.read()
        _, status = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(status), printed

    def apply(self, program, tune):
        path = self.folder / tune
        if not path.is_file():
            raise FileNotFoundError(tune)
        source = os.open(path, os.O_RDONLY)
        try:
            code, printed = self._run(source, program, "--tune", tune)
        finally:
            os.close(source)
        if code:
            raise RuntimeError(f"exit code {code}")
        self.note(f"{program}: {tune}")
        return printed

    def version(self, program):
        source = os.open(os.devnull, os.O_RDONLY)
        try:
            return self._run(source, program, "--version")[1].decode(errors="replace").split("\n")[0]
        finally:
            os.close(source)
