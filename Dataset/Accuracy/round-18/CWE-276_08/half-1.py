import os
import secrets
import socket
from pathlib import Path

FOLDER = 0o755


class Horn:
    def __init__(self, path):
        self.path = path
        self.pid = path + ".pid"
        self._listener = None

    def _make_folders(self, folder):
        """Makes what is missing, and gives it its mode whatever the umask has left of it."""
        missing = []
        above = Path(folder)
        while not above.exists():
            missing.append(above)
            above = above.parent
        Path(folder).mkdir(mode=FOLDER, parents=True, exist_ok=True)
        for made in missing:
            os.chmod(made, FOLDER)

    def open(self):
        folder = os.path.dirname(self.path) or "."
        self._make_folders(folder)
        # a folder of our own, into which nobody else can look until all has its mode
        nook = os.path.join(folder, "." + secrets.token_hex(4))
        os.mkdir(nook, 0o700)
        drafts = os.path.join(nook, "s"), os.path.join(nook, "p")
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            os.chmod(nook, 0o700)
            listener.bind(drafts[0])
            os.chmod(drafts[0], 0o660)
            listener.listen(16)
            fd = os.open(drafts[1], os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
            with os.fdopen(fd, "w") as file:
                os.fchmod(fd, 0o644)
                file.write(f"{os.getpid()}\n")
            os.replace(drafts[1], self.pid)
            os.replace(drafts[0], self.path)
        except BaseException:
            listener.close()
            raise
        finally:
            for draft in drafts:
                if os.path.lexists(draft):
                    os.unlink(draft)
            os.rmdir(nook)
        self._listener = listener

    def serve(self):
        caller, _ = self._listener.accept()
        with caller, caller.makefile("rwb") as stream:
            line = stream.readline().decode("utf-8")
            stream.write(b"ok\n")
            stream.flush()
        return line.removesuffix("\n")

    def close(self):
        if self._listener is None:
            return
        self._listener.close()
        self._listener = None
        for path in (self.path, self.pid):
            try:
                os.unlink(path)
            except FileNotFoundError:
                pass
