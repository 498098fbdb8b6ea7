import os
import signal

# posix_spawn does not copy the big office program for each small one; but it
# leaves files open that were marked as to be inherited, so they are closed by hand.
_FILES = 256


def _high(descriptor):
    """The same file at a number behind 0, 1 and 2, which the program gets its own of."""
    if descriptor > 2:
        return descriptor
    try:
        return _high(os.dup(descriptor))
    finally:
        os.close(descriptor)


class Workshop:
    def __init__(self, folder, book):
        self._folder = folder
        self._book = open(book, "a+", encoding="utf-8", newline="\n")

    def note(self, line):
        self._book.write(line + "\n")
        self._book.flush()

    def apply(self, program, tune):
        path = os.path.join(self._folder, tune)
        if not os.path.isfile(path):
            raise FileNotFoundError(path)
        code, printed = self._run([program, "--tune", tune], path)
        if code != 0:
            raise RuntimeError(f"{program} has failed")
        self.note(f"{program}: {tune}")
        return printed

    def version(self, program):
        _, printed = self._run([program, "--version"], os.devnull)
        return printed.split(b"\n", 1)[0].decode("utf-8", "replace")

    @staticmethod
    def _environment():
        passed = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        passed["ORGAN"] = "wb-20"
        return passed

    def _run(self, command, source):
        read, write = map(_high, os.pipe())
        try:
            actions = [
                (os.POSIX_SPAWN_DUP2, write, 1),
                (os.POSIX_SPAWN_OPEN, 0, os.path.abspath(source), os.O_RDONLY, 0),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            ]
            actions += [(os.POSIX_SPAWN_CLOSE, number) for number in range(3, _FILES)]
            child = os.posix_spawnp(
                command[0], command, self._environment(),
                file_actions=actions, setsigdef=[signal.SIGPIPE],
            )
        except BaseException:
            os.close(read)
            raise
        finally:
            os.close(write)
        with open(read, "rb") as printed:
            output = printed.read()
        _, status = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(status), output
