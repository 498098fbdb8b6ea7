"""right: one worker thread owns all sheets; whoever calls sends it a job and waits."""
import itertools
import os
import queue
import threading
from concurrent.futures import Future


class Worker:
    def __init__(self):
        self._jobs = queue.SimpleQueue()
        threading.Thread(target=self._run, name="canal-lock", daemon=True).start()

    def _run(self):
        while True:
            future, job, arguments = self._jobs.get()
            try:
                future.set_result(job(*arguments))
            except BaseException as error:
                future.set_exception(error)
            del future, job, arguments

    def do(self, job, *arguments):
        future = Future()
        self._jobs.put((future, job, arguments))
        return future.result()


WORKER = Worker()       # made at import, and so only once


def in_turn(method):
    def call(*arguments):
        return WORKER.do(method, *arguments)
    call.__name__ = method.__name__
    return call


class Sheet:
    def __init__(self, folder, day):
        self.folder = folder
        self.file = os.path.join(folder, day + ".txt")
        self.there = os.path.exists(self.file)
        self.lines = []
        if self.there:
            with open(self.file, "rb") as file:
                self.lines = file.read().decode("utf-8").split("\n")[1:-1]
        self.closed = bool(self.lines) and not self.lines[-1][:1].isdigit()
        self.texts = [line[line.index(" ") + 1:] for line in self.lines[:len(self.lines) - self.closed]]

    def write(self, line):
        if not self.there:
            earlier = sum(name.endswith(".txt") for name in os.listdir(self.folder))
            line = f"Sheet {earlier + 1}\n{line}"
        data = line.encode("utf-8") + b"\n"
        with open(self.file, "ab") as file:
            file.write(data)


class LockLog:
    def __init__(self, folder):
        self.folder = folder

    @in_turn
    def note(self, day, text):
        sheet = Sheet(self.folder, day)
        if sheet.closed:
            return None
        number = next(itertools.islice(itertools.count(1), len(sheet.texts), None))
        sheet.write(f"{number} {text}")
        return number

    @in_turn
    def close(self, day):
        sheet = Sheet(self.folder, day)
        if sheet.closed or not sheet.there:
            return None
        sheet.write(f"closed after {len(sheet.texts)}")
        return len(sheet.texts)

    @in_turn
    def entries(self, day):
        sheet = Sheet(self.folder, day)
        return sheet.texts if sheet.there else None
