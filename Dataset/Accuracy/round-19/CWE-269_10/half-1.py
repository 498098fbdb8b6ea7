import fcntl
import os
import signal


class Workshop:
    def __init__(self, folder, book):
        self._folder = folder
        self._book = open(book, "a+b", buffering=0)

    def note(self, line):
        self._book.write(line.encode("utf-8") + b"\n")

    def apply(self, program, tune):
        source = os.open(os.path.join(self._folder, tune), os.O_RDONLY)
        try:
            code, output = self._run([program, "--tune", tune], source)
        finally:
            os.close(source)
        if code != 0:
            raise RuntimeError(f"{program} failed with {code}")
        self.note(f"{program}: {tune}")
        return output

    def version(self, program):
        source = os.open(os.devnull, os.O_RDONLY)
        try:
            code, output = self._run([program, "--version"], source)
        finally:
            os.close(source)
        return output.split(b"\n", 1)[0].decode("utf-8", "replace")

    @staticmethod
    def _environment():
        result = {"ORGAN": "wb-20"}
        for key in ("PATH", "LANG"):
            if key in os.environ:
                result[key] = os.environ[key]
        return result

    def _run(self, command, source):
        # The office's program is large, and forking it takes long; so it is
        # posix_spawn, which does not copy it. It has no `close_fds`: all that
        # is open, inheritable or not, is closed by hand.
        reader, writer = os.pipe()
        numbers = [reader]
        try:
            # Above 0 to 2, in case the office has closed one of these
            stdin = fcntl.fcntl(source, fcntl.F_DUPFD_CLOEXEC, 3)
            numbers.append(stdin)
            stdout = fcntl.fcntl(writer, fcntl.F_DUPFD_CLOEXEC, 3)
            numbers.append(stdout)
            os.close(writer)
            actions = [
                (os.POSIX_SPAWN_DUP2, stdin, 0),
                (os.POSIX_SPAWN_DUP2, stdout, 1),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            ]
            for number in map(int, os.listdir("/proc/self/fd")):
                if number > 2:
                    actions.append((os.POSIX_SPAWN_CLOSE, number))
            child = os.posix_spawnp(
                command[0], command, self._environment(), file_actions=actions,
                setsigdef=[signal.SIGPIPE, signal.SIGXFSZ])
            os.close(numbers.pop())
            with os.fdopen(os.dup(reader), "rb") as stream:
                output = stream.read()
            status = os.waitpid(child, 0)[1]
        finally:
            for number in numbers:
                os.close(number)
        return os.waitstatus_to_exitcode(status), output
