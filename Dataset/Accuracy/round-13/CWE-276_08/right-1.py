"""Drafts in a private folder that is held by a descriptor, so that nobody can put another in its place."""
import contextlib
import os
import secrets
import socket
import stat
from pathlib import Path


class Descriptor(contextlib.AbstractContextManager):
    """A place in the file system, with neither links followed nor read permission needed."""

    def __init__(self, path, **where):
        self.number = os.open(path, os.O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC, **where)

    def __exit__(self, *_):
        os.close(self.number)

    @property
    def alias(self):
        return f"/proc/self/fd/{self.number}"

    def mode(self, bits):
        os.chmod(self.alias, bits)

    def is_ours(self):
        facts = os.fstat(self.number)
        return stat.S_ISDIR(facts.st_mode) and facts.st_uid == os.geteuid() and not facts.st_mode & 0o077


@contextlib.contextmanager
def private_folder(above):
    while True:
        path = above / f".{secrets.token_hex(5)}"
        try:
            path.mkdir(0o700)
            break
        except FileExistsError:
            continue
    try:
        with Descriptor(path) as place:
            if not place.is_ours():
                raise PermissionError(f"somebody has replaced {path}")
            place.mode(0o700)
            try:
                yield place
            finally:
                for left in os.listdir(place.alias):
                    os.unlink(f"{place.alias}/{left}")
    finally:
        path.rmdir()


class Horn:
    def __init__(self, path):
        self.__path = Path(path)
        self.__listener = None
        self.__undo = contextlib.ExitStack()

    def open(self):
        self.close()
        with contextlib.ExitStack() as undo:
            for folder in reversed([f for f in self.__path.parents if not f.is_dir()]):
                with contextlib.suppress(FileExistsError):
                    folder.mkdir(0o755)
                    with Descriptor(folder) as made:
                        made.mode(0o755)
            with private_folder(self.__path.parent) as drafts:
                self.__note(drafts)
                undo.callback(Path(f"{self.__path}.pid").unlink, missing_ok=True)
                listener = undo.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
                listener.bind(f"{drafts.alias}/s")
                with Descriptor("s", dir_fd=drafts.number) as made:
                    made.mode(0o660)
                listener.listen()
                os.rename("s", self.__path, src_dir_fd=drafts.number)
                undo.callback(self.__path.unlink, missing_ok=True)
            self.__listener = listener
            self.__undo = undo.pop_all()

    def __note(self, drafts):
        number = os.open("p", os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600, dir_fd=drafts.number)
        try:
            os.write(number, b"%d\n" % os.getpid())
            os.fchmod(number, 0o644)
        finally:
            os.close(number)
        os.rename("p", f"{self.__path}.pid", src_dir_fd=drafts.number)

    def serve(self):
        return next(filter(lambda line: line is not None, iter(self.__one, object())))

    def __one(self):
        caller, _ = self.__listener.accept()
        with caller:
            heard = bytearray()
            try:
                while not heard.endswith(b"\n"):
                    piece = caller.recv(1)
                    if not piece:
                        return None
                    heard += piece
                line = heard[:-1].decode()
            except (ConnectionError, UnicodeDecodeError):
                return None
            with contextlib.suppress(ConnectionError):
                caller.sendall(b"ok\n")
            return line

    def close(self):
        self.__undo.close()
        self.__listener = None
