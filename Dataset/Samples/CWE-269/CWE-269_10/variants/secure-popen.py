import os
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen


class Workshop:
    def __init__(self, folder, book):
        self._folder = Path(folder)
        self._book = os.open(book, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)

    def note(self, line):
        os.write(self._book, f"{line}\n".encode())

    @staticmethod
    def _clean():
        clean = {"ORGAN": "wb-20"}
        for name in ("PATH", "LANG"):
            value = os.getenv(name)
            if value is not None:
                clean[name] = value
        return clean

    def apply(self, program, tune):
        file = os.open(self._folder / tune, os.O_RDONLY)
        try:
            with Popen([program, "--tune", tune], stdin=file, stdout=PIPE, stderr=DEVNULL, env=self._clean()) as child:
                printed, _ = child.communicate()
        finally:
            os.close(file)
        if child.returncode:
            raise RuntimeError(program)
        self.note(f"{program}: {tune}")
        return printed

    def version(self, program):
        with Popen([program, "--version"], stdin=PIPE, stdout=PIPE, stderr=PIPE, env=self._clean()) as child:
            printed, _ = child.communicate()
        return printed.decode().partition("\n")[0]
