import asyncio
import errno
import logging
from asyncio.subprocess import DEVNULL, PIPE
from dataclasses import dataclass
from pathlib import Path

log = logging.getLogger(__name__)


class NoPlan(Exception):
    pass


@dataclass(frozen=True)
class Job:
    title: str
    paper: str

    async def _output(self, *command, notes=None):
        stdin = DEVNULL if notes is None else PIPE
        try:
            program = await asyncio.create_subprocess_exec(*command, stdin=stdin, stdout=PIPE)
        except ValueError as error:
            # a null character or half a surrogate pair: no program can be given that
            raise NoPlan from error
        except OSError as error:
            if error.errno == errno.E2BIG:
                raise NoPlan from error
            raise
        output, _ = await program.communicate(notes)
        return output, program.returncode

    async def plan(self):
        notes, _ = await self._output("tunebook", self.title)
        plan, status = await self._output("rollcut", "--paper", self.paper, notes=notes)
        if status != 0:
            raise NoPlan(f"rollcut ended with {status}")
        return plan


def cutting_plan(title, paper, path):
    try:
        plan = asyncio.run(Job(title, paper).plan())
    except NoPlan as reason:
        log.info("no plan for %r on %r: %s", title, paper, reason)
        return None
    Path(path).write_bytes(plan)
    return plan.count(b"\n") + (plan[-1:] not in (b"", b"\n"))


def cut_all(order, folder):
    def attempts():
        for title, paper in order:
            safe = "/" not in title
            yield title, cutting_plan(title, paper, Path(folder) / (title + ".plan")) if safe else None
    return [title for title, lines in attempts() if lines is None]
