"""Guests' programs, started by hand: fork, three streams, a swept table of open files, exec."""
import contextlib
import fcntl
import io
import os
import shutil
import signal
import tempfile


class ProgramFailed(RuntimeError):
    pass


class Workshop:
    def __init__(self, folder, book):
        self._folder = folder
        self._fd = os.open(book, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)

    def note(self, line):
        rest = memoryview(line.encode("utf-8") + b"\n")
        while rest:
            rest = rest[os.write(self._fd, rest):]

    def _launch(self, argv, stdin):
        path = os.environ.get("PATH")
        executable = shutil.which(argv[0], path=path)
        if executable is None:
            raise ProgramFailed(f"no program {argv[0]}")
        env = {"ORGAN": "wb-20"}
        env.update((name, os.environ[name]) for name in ("PATH", "LANG") if name in os.environ)
        with contextlib.ExitStack() as stack:
            printed = stack.enter_context(tempfile.TemporaryFile())
            # numbers above the three standard ones, even if the office has closed those
            streams = []
            for fd in (stdin, printed.fileno(), None):
                if fd is None:
                    null = os.open(os.devnull, os.O_WRONLY)
                    stack.callback(os.close, null)
                    fd = null
                high = fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 10)
                stack.callback(os.close, high)
                streams.append(high)
            child = os.fork()
            if child == 0:
                try:
                    for number, high in enumerate(streams):
                        os.dup2(high, number, inheritable=True)
                    for name in os.listdir("/proc/self/fd"):
                        if int(name) > 2:
                            with contextlib.suppress(OSError):
                                os.close(int(name))
                    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
                    os.execve(executable, argv, env)
                finally:
                    os._exit(127)
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            printed.seek(0, io.SEEK_SET)
            return code, printed.read()

    def apply(self, program, tune):
        source = os.open(os.path.join(self._folder, tune), os.O_RDONLY | os.O_CLOEXEC)
        try:
            code, output = self._launch([program, "--tune", tune], source)
        finally:
            os.close(source)
        if code:
            raise ProgramFailed(f"{program}: {code}")
        self.note(": ".join((program, tune)))
        return output

    def version(self, program):
        reader, writer = os.pipe()
        os.close(writer)                       # a pipe in which there will never be anything
        try:
            _, output = self._launch([program, "--version"], reader)
        finally:
            os.close(reader)
        return output.decode("utf-8", "surrogateescape").split("\n")[0]
