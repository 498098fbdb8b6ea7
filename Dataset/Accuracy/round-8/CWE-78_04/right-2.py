import asyncio
import errno
import os
import pathlib
import tempfile
from contextlib import suppress


class NoPlan(Exception):
    pass


def argument(text):
    try:
        raw = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise NoPlan from error
    if 0 in raw:
        raise NoPlan
    return raw


async def pipe(*commands):
    """Runs the programs side by side, each with the output of the one before; output of the last one."""
    source, running = asyncio.subprocess.DEVNULL, []
    with tempfile.TemporaryFile() as sink:
        for number, command in enumerate(commands, 1):
            reading, writing = os.pipe() if number < len(commands) else (None, None)
            try:
                running.append(await asyncio.create_subprocess_exec(
                    *command, stdin=source, stdout=sink if writing is None else writing))
            except OSError as error:
                if reading is not None:
                    os.close(reading)
                if error.errno != errno.E2BIG:
                    raise
                raise NoPlan from error
            finally:
                if writing is not None:
                    os.close(writing)
                if source is not asyncio.subprocess.DEVNULL:
                    os.close(source)
            source = reading
        status = [await process.wait() for process in running][-1]
        if status:
            raise NoPlan
        sink.seek(0)
        return sink.read()


def _plan(title, paper):
    return asyncio.run(pipe(["tunebook", argument(title)], ["rollcut", "--paper", argument(paper)]))


def cutting_plan(title, paper, path):
    with suppress(NoPlan):
        plan = _plan(title, paper)
        pathlib.Path(path).write_bytes(plan)
        return plan.count(b"\n") + (plan[-1:] not in (b"", b"\n"))
    return None


def cut_all(order, folder):
    def lacks(title, paper):
        inside = os.sep not in title
        return not inside or cutting_plan(title, paper, pathlib.Path(folder, f"{title}.plan")) is None

    return [title for title, paper in order if lacks(title, paper)]
