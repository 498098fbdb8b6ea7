"""The fog horn's control socket."""
import os
import secrets
import socket

SOCKET, FILE, FOLDER = 0o660, 0o644, 0o755


def _set_mode(path, mode):
    """chmod of just what stands there, without following a link."""
    fd = os.open(path, os.O_PATH | os.O_NOFOLLOW)
    try:
        os.chmod(f"/proc/self/fd/{fd}", mode)
    finally:
        os.close(fd)


def _umask():
    """The program's umask."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _complete(path, mode):
    """Gives back what the umask took from something that was made with this mode."""
    if mode & _umask():
        _set_mode(path, mode)


def _folders(folder):
    if not folder or os.path.isdir(folder):
        return
    _folders(os.path.dirname(folder))
    try:
        os.mkdir(folder, FOLDER)
    except FileExistsError:
        return
    _complete(folder, FOLDER)


class Horn:
    def __init__(self, path):
        self._path = path
        self._file = path + ".pid"
        self._socket = None

    def open(self):
        folder = os.path.dirname(self._path)
        _folders(folder)
        draft = os.path.join(folder, "." + secrets.token_hex(6))
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._write_file(draft)
            # The mode of the socket itself is that with which bind makes the
            # file: the umask can but take from it.
            os.fchmod(listener.fileno(), SOCKET)
            listener.bind(draft)
            try:
                _complete(draft, SOCKET)
                listener.listen(64)
                os.rename(draft, self._path)
            except BaseException:
                os.unlink(draft)
                raise
        except BaseException:
            listener.close()
            raise
        self._socket = listener

    def _write_file(self, draft):
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, FILE)
        try:
            with os.fdopen(fd, "w") as file:
                file.write(f"{os.getpid()}\n")
            _complete(draft, FILE)
            os.rename(draft, self._file)
        except BaseException:
            os.unlink(draft)
            raise

    def serve(self):
        while True:
            caller, _ = self._socket.accept()
            with caller, caller.makefile("rb") as lines:
                try:
                    line = lines.readline()
                    if not line.endswith(b"\n"):
                        continue            # hung up in the middle
                    text = line[:-1].decode("utf-8")
                except (OSError, UnicodeDecodeError):
                    continue
                try:
                    caller.sendall(b"ok\n")
                except OSError:
                    pass
                return text

    def close(self):
        if self._socket is None:
            return
        self._socket.close()
        self._socket = None
        for path in (self._path, self._file):
            try:
                os.unlink(path)
            except FileNotFoundError:
                pass
