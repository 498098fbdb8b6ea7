import os
import socket
import stat


class Horn:
    def __init__(self, path):
        self._path = path
        self._pid_path = path + ".pid"
        self._socket = None

    def open(self):
        if self._socket is not None:
            raise RuntimeError("the horn is open already")
        folder, name = os.path.split(self._path)
        self._make_folders(folder)
        # Everything is made in a folder of our own first, where nobody else can
        # reach it, and put into its place when its mode is right. The umask
        # belongs to all threads and is not touched.
        draft = os.path.join(folder, "." + name + ".d")
        self._make_private(draft)
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            draft_socket = os.path.join(draft, "s")
            draft_pid = os.path.join(draft, "p")
            self._remove(draft_socket)
            os.fchmod(made.fileno(), 0o660)     # Linux makes the file with this mode at most
            made.bind(draft_socket)
            os.chmod(draft_socket, 0o660)
            made.listen(64)

            number = os.open(draft_pid, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(number, "w") as file:
                file.write(f"{os.getpid()}\n")
                file.flush()
                os.fchmod(number, 0o644)

            os.rename(draft_pid, self._pid_path)
            os.rename(draft_socket, self._path)
        except BaseException:
            made.close()
            raise
        finally:
            self._clear(draft)
        self._socket = made

    @staticmethod
    def _make_folders(folder):
        missing = []
        while folder and not os.path.isdir(folder):
            missing.append(folder)
            folder = os.path.dirname(folder)
        for one in reversed(missing):
            try:
                os.mkdir(one, 0o755)
            except FileExistsError:
                continue
            os.chmod(one, 0o755)    # for a umask that takes more away

    def _make_private(self, draft):
        """Makes the folder for drafts; an earlier run that was killed may have left one."""
        try:
            if not stat.S_ISDIR(os.lstat(draft).st_mode):
                os.unlink(draft)
        except FileNotFoundError:
            pass
        try:
            os.mkdir(draft, 0o700)
        except FileExistsError:
            if not stat.S_ISDIR(os.lstat(draft).st_mode):
                raise
            if os.geteuid() == 0:
                os.chown(draft, 0, -1, follow_symlinks=False)
        os.chmod(draft, 0o700)

    def _clear(self, draft):
        for name in os.listdir(draft):
            self._remove(os.path.join(draft, name))
        os.rmdir(draft)

    @staticmethod
    def _remove(path):
        try:
            os.unlink(path)
        except FileNotFoundError:
            pass

    def serve(self):
        caller, _ = self._socket.accept()
        with caller, caller.makefile("rb") as file:
            line = file.readline()
            text = line.decode("utf-8").removesuffix("\n")
            caller.sendall(b"ok\n")
        return text

    def close(self):
        if self._socket is None:
            return
        self._socket.close()
        self._socket = None
        self._remove(self._path)
        self._remove(self._pid_path)
