import os
import shutil
import socket
import tempfile


class Horn:
    def __init__(self, path):
        self.path = path
        self.socket = None

    def _make_folder(self, folder):
        if folder and not os.path.isdir(folder):
            self._make_folder(os.path.dirname(folder))
            # What the umask takes away is given back; it never gives more than this.
            os.mkdir(folder, 0o755)
            os.chmod(folder, 0o755)

    def open(self):
        folder = os.path.dirname(self.path)
        self._make_folder(folder)
        # Nobody else gets into this folder, whatever is made in it.
        drafts = tempfile.mkdtemp(dir=folder or ".", prefix=".")
        try:
            self.socket = socket.socket(socket.AF_UNIX)
            self._put(drafts, "s", self.path, 0o660, self.socket.bind)
            self.socket.listen()
            self._put(drafts, "p", f"{self.path}.pid", 0o644, self._write_number)
        finally:
            shutil.rmtree(drafts)

    def _put(self, drafts, name, path, mode, make):
        draft = os.path.join(drafts, name)
        make(draft)
        os.chmod(draft, mode)
        os.rename(draft, path)

    def _write_number(self, path):
        with open(path, "x", encoding="ascii") as file:
            file.write(f"{os.getpid()}\n")

    def serve(self):
        connection, _ = self.socket.accept()
        with connection, connection.makefile("rwb") as stream:
            line = stream.readline()
            stream.write(b"ok\n")
        return line.decode().removesuffix("\n")

    def close(self):
        self.socket.close()
        os.remove(self.path)
        os.remove(f"{self.path}.pid")
