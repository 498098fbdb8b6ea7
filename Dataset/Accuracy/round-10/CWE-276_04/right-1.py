"""What is put aside is copied line by line into a new private file, which takes the name at the end;
   the present file, too, is prepared under a random name and then renamed."""
import os
import tempfile
import threading


class DoseLog:
    def __init__(self, path, most):
        if most < 1:
            raise ValueError(most)
        self.__names = (path + ".1", path)
        self.__most = most
        self.__guard = threading.RLock()
        self.__out = None
        self.__room = most
        if os.path.lexists(self.__names[0]):
            self.__renew(self.__names[0], self.__names[0])
        if os.path.lexists(path):
            self.__renew(path, self.__names[0])
        self.__fresh()

    # -- files -----------------------------------------------------------------------------
    def __draft(self):
        descriptor, name = tempfile.mkstemp(dir=os.path.dirname(self.__names[1]) or ".", prefix=".dose-")
        os.fchmod(descriptor, 0o600)
        return os.fdopen(descriptor, "wb", buffering=0), name

    def __renew(self, source, target):
        """target becomes a new private file with what source holds."""
        out, name = self.__draft()
        try:
            with out, open(source, "rb") as old:
                for block in iter(lambda: old.read(1 << 16), b""):
                    self.__all(out, block)
            os.replace(name, target)
        except BaseException:
            os.unlink(name)
            raise

    def __fresh(self):
        self.__out, name = self.__draft()
        os.replace(name, self.__names[1])
        self.__room = self.__most

    @staticmethod
    def __all(out, block):
        view = memoryview(block)
        while view:
            view = view[out.write(view):]

    # -- what the program calls ------------------------------------------------------------
    def write(self, text):
        block = text.encode("utf-8") + b"\n"
        with self.__guard:
            if not self.__room:
                self.__out.close()
                os.replace(self.__names[1], self.__names[0])
                self.__fresh()
            self.__all(self.__out, block)
            self.__room -= 1

    def lines(self):
        def of(name):
            try:
                with open(name, "rb") as file:
                    for line in file:
                        yield line.rstrip(b"\n").decode("utf-8")
            except FileNotFoundError:
                return

        with self.__guard:
            return [line for name in self.__names for line in of(name)]

    def close(self):
        self.__out.close()
