import contextlib
import os
import pathlib
import secrets
import socket


class _Nook(contextlib.AbstractContextManager):
    """A draft folder for our account alone; empties itself."""

    def __init__(self, beside):
        self.path = pathlib.Path(beside, "." + secrets.token_hex(4))

    def __enter__(self):
        self.path.mkdir(0o700)          # fails if the name is taken, by whatever
        self.path.chmod(0o700)
        return self.path

    def __exit__(self, *_):
        for draft in list(self.path.iterdir()):
            draft.unlink()
        self.path.rmdir()


def _steps(folder):
    """The folders down to this one, outermost first."""
    return [*reversed(folder.parents), folder]


class Horn:
    def __init__(self, path):
        self._place = pathlib.Path(path)
        self._note = pathlib.Path(path + ".pid")
        self._open = contextlib.ExitStack()
        self._ear = None

    def open(self):
        for step in _steps(self._place.parent):
            with contextlib.suppress(FileExistsError):
                if not step.is_dir():
                    step.mkdir(0o755)
                    step.chmod(0o755)
        with contextlib.ExitStack() as undo:
            ear = undo.enter_context(socket.socket(socket.AF_UNIX))
            with _Nook(self._place.parent) as nook:
                draft, note = nook / "s", nook / "n"
                os.fchmod(ear.fileno(), 0o600)
                ear.bind(str(draft))
                draft.chmod(0o660)
                ear.listen(64)
                fd = os.open(note, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
                try:
                    os.write(fd, f"{os.getpid()}\n".encode("ascii"))
                    os.fchmod(fd, 0o644)
                finally:
                    os.close(fd)
                note.replace(self._note)
                draft.replace(self._place)
            self._open = undo.pop_all()
        self._open.callback(self._note.unlink, missing_ok=True)
        self._open.callback(self._place.unlink, missing_ok=True)
        self._ear = ear

    def serve(self):
        caller, _ = self._ear.accept()
        with caller:
            with caller.makefile("r", encoding="utf-8", newline="\n") as lines:
                line = lines.readline()
            caller.sendall(b"ok\n")
        return line[:-1] if line.endswith("\n") else line

    def close(self):
        self._ear = None
        self._open.close()
