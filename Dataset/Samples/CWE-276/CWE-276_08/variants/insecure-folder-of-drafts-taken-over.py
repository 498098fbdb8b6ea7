import os
import shutil
import socket


class Horn:
    def __init__(self, path):
        self._path = os.path.abspath(path)
        self._pid = self._path + ".pid"
        self._socket = None

    def _make_folders(self, folder):
        if not os.path.isdir(folder):
            self._make_folders(os.path.dirname(folder))
            try:
                os.mkdir(folder, 0o700)
            except FileExistsError:
                return
            os.chmod(folder, 0o755)

    def open(self):
        self._make_folders(os.path.dirname(self._path))
        # Both are made in a folder into which only we can look, and move from there when they
        # have their modes. The umask, which all threads share, is not touched.
        workshop = self._path + ".new"
        try:
            os.mkdir(workshop, 0o700)
        except FileExistsError:
            pass                # an earlier run broke off here
        # The umask may have taken something away, and what was left may be open to others.
        os.chmod(workshop, 0o700)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            for name in os.listdir(workshop):
                os.unlink(os.path.join(workshop, name))
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
