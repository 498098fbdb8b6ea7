import os
import socket
import stat
import tempfile


def _make_folders(folder):
    if not folder or os.path.isdir(folder):
        return
    _make_folders(os.path.dirname(folder))
    try:
        os.mkdir(folder, 0o755)
    except FileExistsError:
        return
    os.chmod(folder, 0o755)


def _gone(path):
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


class Horn:
    def __init__(self, path):
        self.path = path
        self.pid_path = path + ".pid"
        self.socket = None

    def _write_pid(self):
        text = b"%d\n" % os.getpid()
        # The file of an earlier run of ours will do, if it has just the mode that it should have.
        try:
            fd = os.open(self.pid_path, os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError:
            fd = None
        if fd is not None:
            with os.fdopen(fd, "wb") as file:
                info = os.fstat(fd)
                if (stat.S_ISREG(info.st_mode) and info.st_uid == os.geteuid() and info.st_nlink == 1
                        and stat.S_IMODE(info.st_mode) == 0o644):
                    file.truncate(0)
                    file.write(text)
                    return
        # mkstemp makes it for our account only
        fd, draft = tempfile.mkstemp(dir=os.path.dirname(self.path) or ".")
        try:
            with os.fdopen(fd, "wb") as file:
                file.write(text)
                os.fchmod(fd, 0o644)
            os.replace(draft, self.pid_path)
        except BaseException:
            _gone(draft)
            raise

    def open(self):
        folder = os.path.dirname(self.path)
        _make_folders(folder)
        nook = tempfile.mkdtemp(prefix=".", dir=folder or ".")
        draft = os.path.join(os.path.relpath(nook) if not os.path.isabs(self.path) else nook, "s")
        server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            os.chmod(nook, 0o700)
            server.bind(draft)
            os.chmod(draft, 0o660)
            server.listen()
            self._write_pid()
            os.replace(draft, self.path)
        except BaseException:
            server.close()
            _gone(draft)
            raise
        finally:
            os.rmdir(nook)
        self.socket = server

    def serve(self):
        connection, _ = self.socket.accept()
        with connection:
            data = bytearray()
            while not data.endswith(b"\n"):
                more = connection.recv(1)
                if not more:
                    break
                data += more
            connection.sendall(b"ok\n")
        return data.decode("utf-8").rstrip("\n")

    def close(self):
        if self.socket is not None:
            self.socket.close()
            self.socket = None
            _gone(self.path)
            _gone(self.pid_path)
