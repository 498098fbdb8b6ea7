"""Works with descriptors of folders and with modes that are given when things are made."""
import contextlib
import os
import pathlib
import secrets
import socketserver


class _Listener(socketserver.UnixStreamServer):
    request_queue_size = 50

    def server_bind(self):
        # On Linux the socket's own mode is what the file gets, less the umask.
        os.fchmod(self.fileno(), 0o600)
        self.socket.bind(self.server_address)


class Horn:
    def __init__(self, path):
        self.place = pathlib.Path(os.path.abspath(path))
        self.beside = self.place.with_name(self.place.name + ".pid")
        self.listener = None

    def _folders(self):
        missing = [folder for folder in (self.place.parent, *self.place.parent.parents)
                   if not folder.exists()]
        for folder in missing[::-1]:
            with contextlib.suppress(FileExistsError):
                os.mkdir(folder, 0o700)
                os.chmod(folder, 0o755)

    def _private(self):
        while True:
            folder = self.place.with_name(f".{secrets.token_hex(4)}")
            try:
                os.mkdir(folder, 0o700)
            except FileExistsError:
                continue
            os.chmod(folder, 0o700)
            return folder

    def open(self):
        self._folders()
        with contextlib.ExitStack() as undo, contextlib.ExitStack() as tidy:
            private = self._private()
            tidy.callback(os.rmdir, private)

            listener = _Listener(str(private / "s"), None)
            undo.callback(listener.server_close)
            tidy.callback((private / "s").unlink, missing_ok=True)
            os.chmod(private / "s", 0o660)

            number = os.open(private / "p", os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            tidy.callback((private / "p").unlink, missing_ok=True)
            try:
                os.write(number, b"%d\n" % os.getpid())
                os.fchmod(number, 0o644)
            finally:
                os.close(number)

            for draft, final in ((private / "p", self.beside), (private / "s", self.place)):
                os.replace(draft, final)
            undo.pop_all()
        self.listener = listener

    def serve(self):
        talk, _ = self.listener.get_request()
        heard = bytearray()
        try:
            while not heard.endswith(b"\n"):
                byte = talk.recv(1)
                if not byte:
                    break
                heard += byte
            with contextlib.suppress(OSError):
                talk.sendall(b"ok\n")
        finally:
            self.listener.shutdown_request(talk)
        return str(heard, "utf-8").rstrip("\n") if heard.endswith(b"\n") else str(heard, "utf-8")

    def close(self):
        listener, self.listener = self.listener, None
        if listener:
            listener.server_close()
            for path in (self.place, self.beside):
                path.unlink(missing_ok=True)
