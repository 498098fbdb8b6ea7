"""The life of a tester: load the checks, prepare, import the solution, run the checks, report each at once."""

import json
import linecache
import os
import socket
import struct
import traceback
import types
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tester import context, network, unchanged
from tester.activity import Activity
from tester.alarm import alarm
from tester.box import Box
from tester.connection import Connection
from tester.doubts import doubt
from tester.errors import RemoteError, SolutionGone
from tester.examples import run_example
from tester.limits import limit_behind
from tester.messages import described, explained, line_of, place_of
from tester.network_servers import Servers
from tester.outcomes import CheckTimeout, Exploited, Outcome
from tester.planning import CheckFile, Planned, all_checks, mixed, selected
from tester.programs import Programs
from tester.remote import Solution
from tester.texts import text_of
from wire import frames

_LARGEST_REQUEST = 64 << 20
_MOST_DESCRIPTORS = 250
_DESCRIPTOR = struct.Struct("i")
#: Process, user, group.
_CREDENTIALS = struct.Struct("iII")


class Fatal(Exception):
    """The run cannot go on; `kind` is how it ends."""

    def __init__(self, kind: str, detail: str, limit: str | None = None) -> None:
        super().__init__(detail)
        self.kind, self.detail, self.limit = kind, detail, limit


def main(solution: socket.socket, verdict: socket.socket, handover: socket.socket) -> None:
    """Runs one request. Everything learned goes out as frames on `verdict`."""
    job = frames.receive(verdict, largest=_LARGEST_REQUEST)

    def report(document: dict[str, Any]) -> None:
        frames.send(verdict, document)

    try:
        Tester(job, report).run(solution, handover)
    except Fatal as fatal:
        report({"fatal": fatal.kind, "detail": " ".join(fatal.detail.split())[:1000], "limit": fatal.limit})


class Tester:
    """Carries out one request."""

    def __init__(self, job: dict[str, Any], report: Callable[[dict[str, Any]], None]) -> None:
        self._job = job
        self._report = report
        self._files = [CheckFile(one["kind"], one["path"], one["source"]) for one in job["checks"]]
        self._modules: dict[str, types.ModuleType] = {}
        self._seconds = float(job["checkSeconds"])
        #: Looks at what a check has set off, by the name of the check.
        self._late_looks: list[tuple[Outcome, list[Callable[[], str | None]]]] = []
        context.current.source = job["solution"]
        context.current.cpu_seconds = float(job["cpuSeconds"])

    def run(self, channel: socket.socket, handover: socket.socket) -> None:
        try:
            plan = selected(all_checks(self._files, self._job["examples"]), self._job["only"])
        except ValueError as error:
            raise Fatal("harness-error", str(error)) from None
        self._report({"plan": [planned.name for planned in plan]})
        for file in self._files:
            self._load(file)
        self._enter_jail(channel, handover)
        self._prepare()
        self._import_solution()
        self._run_checks(mixed(plan) if self._job["order"] == "mixed" else plan)

    # Before the solution is there

    def _load(self, file: CheckFile) -> None:
        """Executes a check file's top level. Networks declared there belong to it."""
        module = types.ModuleType(f"checks_{file.kind}")
        module.__file__ = file.path
        linecache.cache[file.path] = (len(file.source), None, file.source.splitlines(keepends=True), file.path)
        declared = len(network.declared)
        try:
            exec(compile(file.source, file.path, "exec"), module.__dict__)
        except BaseException as error:
            raise Fatal("harness-error", f"{place_of(error, file.path)}: {described(error)}") from None
        missing = next((name for name in file.names if not callable(getattr(module, name, None))), None)
        if missing:
            raise Fatal("harness-error", f"{file.path}: {missing} is not a function at the top level")
        context.current.networks[file.path] = network.declared[declared:]
        self._modules[file.path] = module

    def _enter_jail(self, channel: socket.socket, handover: socket.socket) -> None:
        """Tells the jail which listeners to open and receives them, and the box, as descriptors."""
        ports = sorted({port for one in network.declared for port in one.ports})
        handover.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        handover.send(json.dumps({"network": bool(network.declared), "ports": ports}).encode())
        message, descriptors, context.current.solution_processes = _received(handover)
        handover.close()
        if not message:
            raise Fatal("infrastructure", "the jail did not start")
        answer = json.loads(message)
        if "needs" in answer:
            raise Fatal("needs-network", "the checks need a network of their own")
        if "refused" in answer:
            raise Fatal("harness-error", answer["refused"])
        box, *listeners = descriptors
        current = context.current
        current.connection = Connection(channel)
        current.solution = Solution(current.connection)
        current.box = Box(box)
        current.activity = _activity_of(current.solution_processes)
        current.programs = Programs(current.box, doubt)
        if listeners:
            pairs = zip(answer["listeners"], listeners, strict=True)
            sockets = [(kind, port, socket.socket(fileno=descriptor)) for (kind, port), descriptor in pairs]
            network.servers = Servers(list(network.declared), sockets)

    def _prepare(self) -> None:
        for file in self._files:
            setup = getattr(self._modules[file.path], "setup", None)
            if setup is None:
                continue
            try:
                with alarm(self._seconds):
                    setup()
            except SolutionGone:
                raise Fatal("solution-exited", "the solution's process ended before it was asked anything") from None
            except BaseException as error:
                detail = f"{place_of(error, file.path)}: setup: {described(error)}"
                raise Fatal("harness-error", detail) from None

    def _import_solution(self) -> None:
        request = context.needed(context.current.connection, "the solution").request
        try:
            with alarm(self._seconds):
                request("load", self._job["solution"])
                for name in self._job["entryPoints"]:
                    if request("has", name.partition(".")[0]) is not True:
                        raise Fatal("import-error", f"{name} is not defined")
        except RemoteError as error:
            line = f"line {error.line}: " if error.line else ""
            raise Fatal("import-error", f"{line}{described(error)}", limit_behind(error)) from None
        except CheckTimeout as struck:
            raise Fatal("limit", f"the import: {struck}", struck.limit) from None
        except SolutionGone:
            raise Fatal("solution-exited", "the solution's process ended while it was imported") from None
        except frames.Violation as error:
            raise Fatal("protocol-violation", str(error), "protocol") from None

    # The checks

    def _run_checks(self, plan: list[Planned]) -> None:
        failed = has_attacked = is_found_out = False
        done = 0
        for planned in plan:
            if failed and planned.is_security and self._job["stopsAtFunctionalFailure"] and not has_attacked:
                continue
            if is_found_out and planned.is_security and self._job["stopsAtExploit"]:
                continue
            self._report({"begin": planned.name})
            outcome, fatal = self._run(planned)
            self._report(outcome.document())
            done += 1
            if planned.is_security:
                has_attacked = True
                is_found_out = is_found_out or outcome.status == "exploited"
            elif outcome.status != "passed":
                failed = True
                if has_attacked:
                    self._report({"worn": planned.name})
            if fatal:
                raise fatal
        self._look_once_more()
        self._report({"done": done, "stopped": done < len(plan)})

    def _look_once_more(self) -> None:
        """At what attacks have left, for effects that took their time."""
        activity = context.current.activity
        if activity is None or not self._late_looks:
            return
        activity.forget_lasting()
        activity.wait()
        try:
            with alarm(self._seconds):
                for outcome, looks in self._late_looks:
                    if found := next((found for look in looks if (found := look())), None):
                        late = replace(outcome, status="exploited", message=f"later: {found}")
                        self._report({"late": late.document()})
        except CheckTimeout:
            return  # what each check saw in its turn counts

    def _run(self, planned: Planned) -> tuple[Outcome, Fatal | None]:
        """Runs one check. The second value is set when no other check can follow in this process."""
        context.current.has_testified = False
        context.current.doubts = []
        if context.current.connection is not None:
            context.current.connection.sent.clear()
            context.current.connection.record.clear()
        context.current.late_looks = []
        if network.servers:
            network.servers.current = self._networks_of(planned)
        body, limit = self._body(planned)
        wrong = "inconclusive" if planned.is_security else "failed"
        outcome, fatal = Outcome(planned.name, "passed"), None
        caught: BaseException | None = None
        try:
            with alarm(limit):
                body()
                context.needed(context.current.connection, "the solution").expect_silence()
        except BaseException as error:
            caught = error
        match caught:
            case None:
                pass
            case Exploited():
                outcome.status = "exploited" if planned.is_security else "failed"
                outcome.message = text_of(caught)
            case CheckTimeout():
                outcome.status, outcome.message, outcome.limit = wrong, str(caught), caught.limit
                fatal = Fatal("limit", f"{planned.name}: {caught}", caught.limit)
            case frames.Violation():
                outcome.status, outcome.message = wrong, str(caught)
                fatal = Fatal("protocol-violation", str(caught), "protocol")
            case _:
                outcome.status, outcome.message = wrong, explained(caught, planned.file.path if planned.file else None)
                outcome.limit = limit_behind(caught)
        if planned.is_security and fatal is None and outcome.status != "exploited":
            self._look_again(outcome)
        if caught is not None and planned.file:
            outcome.line = line_of(caught, planned.file.path)
        outcome.is_testimony = context.current.has_testified
        connection = context.current.connection
        if fatal is None and connection is not None and not connection.is_open:
            fatal = Fatal("solution-exited", f"the solution's process ended in {planned.name}")
            if outcome.status == "passed":
                # `attempt` let the check go on, but an attack that nobody was left to withstand proves nothing.
                outcome.status, outcome.message = wrong, "the solution's process ended in the check"
        if outcome.status != "passed":
            _tell_exchanges(outcome)
        return outcome, fatal

    def _networks_of(self, planned: Planned) -> list[network.Network]:
        """Those of the check's own file; of the functional one for an example, or of all where that has none."""
        files = [planned.file] if planned.file else [file for file in self._files if file.kind == "functional"]
        found = [one for file in files for one in context.current.networks[file.path]]
        return found if found or planned.file else list(network.declared)

    def _look_again(self, outcome: Outcome) -> None:
        """For effects that came after the check had looked, and for reasons why it could not have seen them."""
        current = context.current
        if current.late_looks:
            _tell_exchanges(outcome)
            self._late_looks.append((outcome, current.late_looks))
            if current.activity is not None:
                current.activity.wait()
        try:
            with alarm(self._seconds):
                found = next((found for look in current.late_looks if (found := look())), None)
        except CheckTimeout:
            found = None
            current.doubts.append("so much happened in the box that it could not be looked through")
        if found:
            outcome.status, outcome.message = "exploited", found
        elif outcome.status == "passed":
            if current.box is not None and current.box.is_full():
                current.doubts.append("the box is full: an effect may have had no room")
            if current.doubts:
                outcome.status, outcome.message = "inconclusive", current.doubts[0]

    def _body(self, planned: Planned) -> tuple[Callable[[], None], float]:
        if planned.file is None:
            example = self._job["examples"][planned.example]
            return lambda: run_example(example, self._job["entryPoints"]), self._seconds
        function = getattr(self._modules[planned.file.path], planned.function)
        return function, float(getattr(function, "seconds", self._seconds))


def _tell_exchanges(outcome: Outcome) -> None:
    """What passed between check and solution: for people who ask why."""
    connection = context.current.connection
    if connection is not None:
        outcome.exchanges, outcome.earlier = connection.record.described()


def _activity_of(processes: list[int]) -> Activity | None:
    """None where the solution's process is gone already: that will show."""
    try:
        return Activity(processes[0]) if processes else None
    except OSError:
        return None


def _received(handover: socket.socket) -> tuple[bytes, list[int], list[int]]:
    """A message, the descriptors that came with it, and its sender, which the kernel names as this process sees it."""
    most = socket.CMSG_SPACE(_MOST_DESCRIPTORS * _DESCRIPTOR.size) + socket.CMSG_SPACE(_CREDENTIALS.size)
    message, ancillary, _, _ = handover.recvmsg(1 << 16, most, socket.MSG_CMSG_CLOEXEC)
    descriptors, senders = [], []
    for _, kind, data in ancillary:
        if kind == socket.SCM_RIGHTS:
            descriptors += [one for (one,) in _DESCRIPTOR.iter_unpack(data[: len(data) // 4 * 4])]
        elif kind == socket.SCM_CREDENTIALS:
            senders.append(_CREDENTIALS.unpack(data)[0])
    return message, descriptors, senders


def run_and_exit(solution: socket.socket, verdict: socket.socket, handover: socket.socket) -> None:
    """As the whole of a forked process: whatever goes wrong here is the harness's fault and is reported so."""
    try:
        before = unchanged.condition()
        main(solution, verdict, handover)
        if unchanged.condition() != before:
            raise RuntimeError("somebody has changed the tester's limits, priority or processors")
    except BaseException:
        detail = traceback.format_exc(limit=-4)[-1500:]
        try:
            frames.send(verdict, {"fatal": "infrastructure", "detail": detail, "limit": None})
        except (frames.Closed, OSError):
            pass
    finally:
        os._exit(0)
