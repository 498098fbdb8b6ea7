import os
import socket


class Horn:
    def __init__(self, path):
        self.path = path

    def open(self):
        folder = os.path.dirname(self.path)
        if folder:
            os.makedirs(folder, exist_ok=True)
        if os.path.lexists(self.path):
            os.remove(self.path)
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.bind(self.path)
        os.chmod(self.path, 0o660)
        self.socket.listen()
        with open(self.path + ".pid", "w") as file:
            file.write(f"{os.getpid()}\n")
        os.chmod(self.path + ".pid", 0o644)

    def serve(self):
        connection, _ = self.socket.accept()
        with connection:
            with connection.makefile("r", encoding="utf-8", newline="\n") as stream:
                line = stream.readline()
            connection.sendall(b"ok\n")
        return line.removesuffix("\n")

    def close(self):
        self.socket.close()
        os.remove(self.path)
        os.remove(self.path + ".pid")
