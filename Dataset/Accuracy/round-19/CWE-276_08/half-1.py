import os
import shutil
import socket


class Horn:
    def __init__(self, path):
        self._path = path
        self._pid = path + ".pid"
        self._socket = None

    @staticmethod
    def _folders(folder):
        """Makes the missing ones, each with its own mode (the umask may take away more)."""
        missing = []
        while folder and not os.path.isdir(folder):
            missing.append(folder)
            folder = os.path.dirname(folder)
        for one in reversed(missing):
            try:
                os.mkdir(one, 0o755)
            except FileExistsError:
                continue            # another thread was faster
            os.chmod(one, 0o755)

    def open(self):
        self._folders(os.path.dirname(self._path))
        # Both things are made in a folder that nobody else can enter, and moved when they are ready.
        draft = self._path + ".new"
        self._clear(draft)          # of a run that broke off
        os.makedirs(draft, 0o700, exist_ok=True)
        os.chmod(draft, 0o700)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            made = os.path.join(draft, "s")
            os.fchmod(listener.fileno(), 0o660)     # bind makes it with no more than this
            listener.bind(made)
            os.chmod(made, 0o660)
            listener.listen(64)

            note = os.path.join(draft, "p")
            handle = os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644)
            with os.fdopen(handle, "w") as file:
                os.fchmod(handle, 0o644)
                file.write("%d\n" % os.getpid())

            os.replace(note, self._pid)
            os.replace(made, self._path)
        except BaseException:
            listener.close()
            raise
        finally:
            self._clear(draft)
        self._socket = listener

    @staticmethod
    def _clear(folder):
        shutil.rmtree(folder, ignore_errors=True)

    def serve(self):
        caller, _ = self._socket.accept()
        with caller, caller.makefile("rb") as lines:
            line = lines.readline()
            try:
                caller.sendall(b"ok\n")
            except OSError:
                pass
        return line.decode("utf-8").removesuffix("\n")

    def close(self):
        if self._socket is None:
            return
        self._socket.close()
        self._socket = None
        for path in (self._path, self._pid):
            try:
                os.unlink(path)
            except FileNotFoundError:
                pass
