import fcntl
import os
import resource

_PROGRAM_FILES = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
if _PROGRAM_FILES == resource.RLIM_INFINITY:
    _PROGRAM_FILES = 65536
_PROGRAM_FILES = min(_PROGRAM_FILES, 65536)


def _high(number):
    """The same file at a number behind those of the standard streams."""
    try:
        return fcntl.fcntl(number, fcntl.F_DUPFD_CLOEXEC, 3)
    finally:
        os.close(number)


class Workshop:
    def __init__(self, folder, book):
        self._folder = folder
        self._book = open(book, "a+", encoding="utf-8", newline="")

    def note(self, line):
        self._book.write(line + "\n")
        self._book.flush()

    def _environment(self):
        environment = {"ORGAN": "wb-20"}
        for name in ("PATH", "LANG"):
            if name in os.environ:
                environment[name] = os.environ[name]
        return environment

    def _run(self, program, arguments, source):
        """Run a program; source is the path of what it finds at its input."""
        tune = _high(os.open(source, os.O_RDONLY | os.O_CLOEXEC))
        try:
            reading, writing = (_high(end) for end in os.pipe())
            actions = [
                (os.POSIX_SPAWN_DUP2, tune, 0),
                (os.POSIX_SPAWN_DUP2, writing, 1),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            ]
            # Files of the office may be marked as to be inherited, and other
            # threads open some meanwhile: so close every number there can be.
            actions += [(os.POSIX_SPAWN_CLOSE, number)
                        for number in range(3, _PROGRAM_FILES)]
            try:
                pid = os.posix_spawnp(program, [program, *arguments],
                                      self._environment(),
                                      file_actions=actions)
            except BaseException:
                os.close(reading)
                raise
            finally:
                os.close(writing)
        finally:
            os.close(tune)
        with open(reading, "rb") as stream:
            output = stream.read()
        _, status = os.waitpid(pid, 0)
        return output, os.waitstatus_to_exitcode(status)

    def apply(self, program, tune):
        path = os.path.join(self._folder, tune)
        if not os.path.isfile(path):
            raise FileNotFoundError(tune)
        output, code = self._run(program, ["--tune", tune], path)
        if code != 0:
            raise RuntimeError(f"{program} ended with {code}")
        self.note(f"{program}: {tune}")
        return output

    def version(self, program):
        output, _ = self._run(program, ["--version"], os.devnull)
        return output.decode("utf-8", "replace").split("\n", 1)[0]
