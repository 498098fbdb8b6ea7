import asyncio
import errno
import os
from asyncio.subprocess import DEVNULL, PIPE


class NoPlan(Exception):
    pass


async def _output(data, *words):
    try:
        process = await asyncio.create_subprocess_exec(*words, stdin=DEVNULL if data is None else PIPE, stdout=PIPE)
    except ValueError as error:
        raise NoPlan from error
    except OSError as error:
        if error.errno == errno.E2BIG:
            raise NoPlan from error
        raise
    printed, _ = await process.communicate(data)
    return process.returncode, printed


async def _plan(title, paper):
    _, notes = await _output(None, "tunebook", title)
    status, plan = await _output(notes, "rollcut", "--paper", paper)
    if status:
        raise NoPlan(status)
    return plan


def cutting_plan(title, paper, path):
    try:
        plan = asyncio.run(_plan(title, paper))
    except NoPlan:
        return None
    with open(path, "wb") as file:
        file.write(plan)
    return plan.count(b"\n") + (plan[-1:] not in (b"", b"\n"))


def _name(title):
    if os.path.basename(title) != title or "\0" in title:
        raise NoPlan(title)
    return title + ".plan"


def cut_all(order, folder):
    missing = []
    for title, paper in order:
        try:
            if cutting_plan(title, paper, os.path.join(folder, _name(title))) is None:
                raise NoPlan(title)
        except NoPlan:
            missing.append(title)
    return missing
