"""A Unix socket through which other programs tell the fog horn what to blow."""
import contextlib
import os
import socket
import threading


class Horn:
    def __init__(self, path):
        self.path = path
        self.pid_path = path + ".pid"
        self.listener = None

    def open(self):
        folder, name = os.path.split(self.path)
        self._make_folders(folder)
        # Everything is made in a folder into which only we can go, gets its mode
        # there, and moves to its place when it is ready. The umask stays as it is.
        # One of an earlier run that was killed may still be there.
        draft = os.path.join(folder, f".{threading.get_native_id()}")
        with contextlib.suppress(FileExistsError):
            os.mkdir(draft, 0o700)
            os.chmod(draft, 0o700)
        listener = socket.socket(socket.AF_UNIX)
        try:
            draft_pid = os.path.join(draft, "p")
            draft_socket = os.path.join(draft, "s")
            self._clear(draft_pid)
            self._clear(draft_socket)

            fd = os.open(draft_pid, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(fd, "w", encoding="ascii") as file:
                file.write("%d\n" % os.getpid())
                os.fchmod(fd, 0o644)

            listener.bind(draft_socket)
            os.chmod(draft_socket, 0o660)
            listener.listen()

            os.replace(draft_pid, self.pid_path)
            os.replace(draft_socket, self.path)
        except BaseException:
            listener.close()
            self._clear(draft_pid)
            self._clear(draft_socket)
            raise
        finally:
            with contextlib.suppress(OSError):
                os.rmdir(draft)
        self.listener = listener

    def serve(self):
        connection, _ = self.listener.accept()
        with connection:
            with connection.makefile("rb") as stream:
                line = stream.readline()
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                connection.sendall(b"ok\n")
        return line.decode("utf-8").removesuffix("\n")

    def close(self):
        if self.listener is not None:
            self.listener.close()
            self.listener = None
            self._clear(self.path)
            self._clear(self.pid_path)

    @staticmethod
    def _clear(path):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)

    def _make_folders(self, folder):
        if folder and not os.path.isdir(folder):
            self._make_folders(os.path.dirname(folder))
            with contextlib.suppress(FileExistsError):
                os.mkdir(folder, 0o755)
                fd = os.open(folder, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW)
                try:
                    os.chmod(f"/proc/self/fd/{fd}", 0o755)
                finally:
                    os.close(fd)
