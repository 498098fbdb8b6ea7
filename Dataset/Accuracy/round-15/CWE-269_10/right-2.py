"""The tune goes through a pipe, what is printed through a temporary file."""
import contextlib
import os
import subprocess
import tempfile


class _Guest(contextlib.AbstractContextManager):
    """A running program of a guest."""

    INHERITED = "PATH", "LANG"

    def __init__(self, *command):
        given = dict(ORGAN="wb-20")
        given.update((name, os.environ[name]) for name in self.INHERITED if name in os.environ)
        self.printed = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            command, bufsize=0, env=given, close_fds=True, pass_fds=(), start_new_session=True,
            stdin=subprocess.PIPE, stdout=self.printed, stderr=subprocess.DEVNULL)

    def feed(self, pieces):
        try:
            for piece in pieces:
                rest = memoryview(piece)
                while rest:
                    rest = rest[self.process.stdin.write(rest):]
        except BrokenPipeError:
            pass            # it has seen enough
        return self

    def finish(self):
        self.process.stdin.close()
        code = self.process.wait()
        self.printed.seek(0)
        return code

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()
        self.printed.close()


class Workshop:
    def __init__(self, folder, book):
        self._tunes = folder
        self._book = os.open(book, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)

    def __del__(self):
        with contextlib.suppress(AttributeError, OSError):
            os.close(self._book)

    def note(self, line):
        rest = f"{line}\n".encode()
        while rest:
            rest = rest[os.write(self._book, rest):]

    def apply(self, program, tune):
        place = os.path.join(self._tunes, tune)
        if os.path.isdir(place):
            raise FileNotFoundError(f"{tune} is no tune")
        with open(place, "rb") as source, _Guest(program, "--tune", tune) as guest:
            if guest.feed(iter(lambda: source.read(65536), b"")).finish() != 0:
                raise RuntimeError(program)
            result = guest.printed.read()
        self.note(": ".join((program, tune)))
        return result

    def version(self, program):
        with _Guest(program, "--version") as guest:
            guest.finish()
            return guest.printed.readline().decode("utf-8", "replace").removesuffix("\n")
