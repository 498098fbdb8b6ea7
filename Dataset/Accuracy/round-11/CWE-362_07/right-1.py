"""One clerk, a thread that is there as soon as this module is, does what all requests want, one after another."""
import os
import queue
import threading
from concurrent.futures import Future

_inbox = queue.SimpleQueue()


def _clerk():
    while True:
        future, work, args = _inbox.get()
        try:
            future.set_result(work(*args))
        except BaseException as error:
            future.set_exception(error)
        del future, work, args


threading.Thread(target=_clerk, name="lock log clerk", daemon=True).start()


def _by_clerk(work):
    def ask(self, *args):
        future = Future()
        _inbox.put((future, work, (self._folder, *args)))
        return future.result()
    return ask


class _Sheet:
    """A sheet, read afresh."""

    def __init__(self, folder, day):
        self.path = os.path.join(folder, day + ".txt")
        self.there = os.path.exists(self.path)
        self.texts, self.closed = [], False
        if self.there:
            with open(self.path, "rb") as file:
                _, *rest = file.read().split(b"\n")[:-1]
            for line in rest:
                mark, _, text = line.partition(b" ")
                if mark == b"closed":
                    self.closed = True
                else:
                    self.texts.append(text.decode())

    def put(self, *lines):
        data = "".join(f"{line}\n" for line in lines).encode()
        with open(self.path, "ab", buffering=0) as file:
            file.write(data)


class LockLog:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    @_by_clerk
    def note(folder, day, text):
        sheet = _Sheet(folder, day)
        if sheet.closed:
            return None
        number = len(sheet.texts) + 1
        entry = f"{number} {text}"
        if sheet.there:
            sheet.put(entry)
        else:
            before = sum(1 for name in os.listdir(folder) if name.endswith(".txt"))
            sheet.put(f"Sheet {before + 1}", entry)
        return number

    @_by_clerk
    def close(folder, day):
        sheet = _Sheet(folder, day)
        if not sheet.there or sheet.closed:
            return None
        sheet.put(f"closed after {len(sheet.texts)}")
        return len(sheet.texts)

    @_by_clerk
    def entries(folder, day):
        sheet = _Sheet(folder, day)
        return sheet.texts if sheet.there else None
