import os
import pathlib
import socket


class Horn:
    """On Linux, a socket gets the mode of its descriptor when it is bound, less the umask."""

    def __init__(self, path):
        self.socket_path = pathlib.Path(path)
        self.number_path = pathlib.Path(path + ".pid")

    def open(self):
        for folder in reversed(self.socket_path.parents):
            if not folder.is_dir():
                folder.mkdir(mode=0o755)
                folder.chmod(0o755)
        self.socket_path.unlink(missing_ok=True)
        self.listening = socket.socket(socket.AF_UNIX)
        os.fchmod(self.listening.fileno(), 0o660)
        self.listening.bind(str(self.socket_path))
        os.chmod(self.socket_path, 0o660)
        self.listening.listen(8)
        descriptor = os.open(self.number_path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o644)
        try:
            os.fchmod(descriptor, 0o644)
            os.write(descriptor, b"%d\n" % os.getpid())
        finally:
            os.close(descriptor)

    def serve(self):
        caller, _ = self.listening.accept()
        line = b""
        while not line.endswith(b"\n"):
            more = caller.recv(512)
            if not more:
                break
            line += more
        caller.sendall(b"ok\n")
        caller.close()
        return line[:-1].decode()

    def close(self):
        self.listening.close()
        self.socket_path.unlink()
        self.number_path.unlink()
