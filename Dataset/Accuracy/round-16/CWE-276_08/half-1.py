import os
import shutil
import socket
import tempfile


class Horn:
    def __init__(self, path):
        self._path = os.path.abspath(path)
        self._pid = self._path + ".pid"
        self._socket = None

    @staticmethod
    def _make_folders(folder):
        """Make what is missing, and give it its mode whatever the umask took away."""
        made = []
        above = folder
        while not os.path.lexists(above):
            made.append(above)
            above = os.path.dirname(above)
        os.makedirs(folder, mode=0o755, exist_ok=True)
        for each in reversed(made):
            os.chmod(each, 0o755)

    def open(self):
        folder = os.path.dirname(self._path)
        self._make_folders(folder)
        # Nobody else can enter the workshop (0700); there everything gets its mode, and only
        # then it moves to its place. The umask, which all threads share, stays as it is.
        workshop = tempfile.mkdtemp(prefix=".", dir=folder)
        os.chmod(workshop, 0o700)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            draft = os.path.join(workshop, "s")
            os.fchmod(listener.fileno(), 0o600)
            listener.bind(draft)
            os.chmod(draft, 0o660)
            listener.listen(64)
            number = os.path.join(workshop, "p")
            with open(os.open(number, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(f"{os.getpid()}\n")
                os.fchmod(file.fileno(), 0o644)
            os.rename(number, self._pid)
            os.rename(draft, self._path)
        except BaseException:
            listener.close()
            raise
        finally:
            shutil.rmtree(workshop, ignore_errors=True)
        self._socket = listener

    def serve(self):
        caller, _ = self._socket.accept()
        with caller, caller.makefile("rb") as lines:
            line = lines.readline()
            try:
                caller.sendall(b"ok\n")
            except OSError:
                pass
        return line.removesuffix(b"\n").decode("utf-8")

    def close(self):
        if self._socket is not None:
            self._socket.close()
            self._socket = None
            for path in (self._path, self._pid):
                try:
                    os.unlink(path)
                except FileNotFoundError:
                    pass
