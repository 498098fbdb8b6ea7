import os
import socket
import threading

#: The umask belongs to the process: one horn at a time sets it.
UMASK = threading.Lock()


class Horn:
    def __init__(self, path):
        self.path = path
        self.pid_path = path + ".pid"

    def open(self):
        with UMASK:
            before = os.umask(0o077)
            try:
                folder, made = os.path.dirname(os.path.abspath(self.path)), []
                while not os.path.isdir(folder):
                    made.append(folder)
                    folder = os.path.dirname(folder)
                for folder in reversed(made):
                    os.mkdir(folder)
                    os.chmod(folder, 0o755)
                for path in (self.path, self.pid_path):
                    if os.path.lexists(path):
                        os.unlink(path)
                with open(self.pid_path, "x") as file:
                    print(os.getpid(), file=file)
                    os.fchmod(file.fileno(), 0o644)
                self.server = socket.socket(socket.AF_UNIX)
                self.server.bind(self.path)
                os.chmod(self.path, 0o660)
                self.server.listen()
            finally:
                os.umask(before)

    def serve(self):
        caller = self.server.accept()[0]
        with caller:
            text = caller.makefile(encoding="utf-8", newline="\n").readline()
            caller.sendall(b"ok\n")
        return text[:-1]

    def close(self):
        self.server.close()
        os.unlink(self.path)
        os.unlink(self.pid_path)
