"""One run, as the supervisor sees it: hands out descriptors, collects what comes back, assembles the result."""

import json
import os
import select
import socket
import time
from dataclasses import asdict
from typing import Any

from jail import effort
from jail.result import Evidence, assemble
from jail.settings import Limits
from jail.zygotes import ZygoteLost
from wire import frames

_GRACE_SECONDS = 3.0
#: At a run that has had its time by the clock, which it may need more of where processors are busy.
_SECONDS_BETWEEN_LOOKS = 2.0
#: Sockets close before a process has ended; so long its own ending may take until it is ended.
_SECONDS_TO_DIE = 1.0
_OUTPUT_FLOOD = 64 << 20
_CHUNK = 1 << 16


class NetworkNeeded(Exception):
    """Level 2: the checks have a network, so the run needs a worker of its own."""


def run(request: dict[str, Any], limits: Limits, zygote: socket.socket, level: int) -> dict[str, Any]:
    """Carries out one request and returns the result as it goes to the host.

    Raises ZygoteLost when the zygote is gone or wedged, NetworkNeeded when it can only be carried out elsewhere,
    KeyError, TypeError or ValueError for a request that makes no sense.
    """
    started = time.monotonic()
    test_channel, channel = socket.socketpair()
    test_handover, handover = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    verdict, test_verdict = socket.socketpair()
    status, zygote_status = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    output, write_end = os.pipe()
    given = [test_channel, test_handover, test_verdict, channel, handover]
    try:
        numbers = [*(one.fileno() for one in given), write_end, zygote_status.fileno()]
        try:
            socket.send_fds(zygote, [json.dumps(asdict(limits)).encode()], numbers)
        except OSError as error:
            raise ZygoteLost(str(error)) from None
        for one in (*given, zygote_status):
            one.close()
        os.close(write_end)
        write_end = -1
        evidence = _collect(_job(request, limits), limits, started, verdict, status, output)
    finally:
        for one in (*given, zygote_status, verdict, status):
            one.close()
        os.close(output)
        if write_end >= 0:
            os.close(write_end)
    if evidence.ending is None and evidence.setup_error is None:
        raise ZygoteLost("it ended in the middle of a run")
    if evidence.fatal is not None and evidence.fatal["fatal"] == "needs-network":
        raise NetworkNeeded
    return assemble(evidence, limits, level, time.monotonic() - started)


def _job(request: dict[str, Any], limits: Limits) -> dict[str, Any]:
    """What the tester is told."""
    return {
        "solution": request["solution"],
        "entryPoints": request.get("entryPoints", []),
        "checks": request.get("checks", []),
        "examples": request.get("examples", []),
        "only": request.get("only"),
        "stopsAtFunctionalFailure": request.get("stopsAtFunctionalFailure", True),
        "stopsAtExploit": request.get("stopsAtExploit", False),
        "order": request.get("order", "mixed" if request.get("stopsAtFunctionalFailure", True) else "planned"),
        "checkSeconds": limits.check_seconds,
        "cpuSeconds": limits.cpu_seconds,
    }


def _collect(
    job: dict[str, Any], limits: Limits, started: float, verdict: socket.socket, status: socket.socket, output: int
) -> Evidence:
    """Reads the tester's frames, the monitor's status and the solution's output until all three have ended."""
    frames_read = bytearray()
    evidence = Evidence()
    deadline = started + limits.wall_seconds + _GRACE_SECONDS
    last_bound = started + limits.longest_run + _GRACE_SECONDS
    seen: effort.Look | None = None
    last_moment: float | None = None
    kept = limits.output_kib << 10
    total = 0
    poller = select.poll()
    open_ends = {verdict.fileno(), status.fileno(), output}
    for descriptor in open_ends:
        poller.register(descriptor, select.POLLIN)
    try:
        frames.send(verdict, job)
    except frames.Closed:
        pass  # the tester died at once; its silence is the evidence
    while open_ends:
        left = deadline - time.monotonic()
        if left <= 0:
            before, seen = seen, effort.look(effort.children(os.getpid()))
            if time.monotonic() >= last_bound or (before is not None and not seen.has_gone_on(before)):
                raise ZygoteLost(f"no answer {_GRACE_SECONDS:g} s after the last moment of the wall limit")
            deadline = min(last_bound, time.monotonic() + _SECONDS_BETWEEN_LOOKS)
            continue
        if last_moment is not None and time.monotonic() >= last_moment:
            last_moment = None
            _end_solution(status)
        pause = left if last_moment is None else min(left, _SECONDS_TO_DIE)
        for descriptor, _ in poller.poll(pause * 1000):
            if descriptor == status.fileno():
                data = _received(status)
                if data:
                    evidence.statuses.append(json.loads(data))
            elif descriptor == output:
                data = os.read(output, _CHUNK)
                evidence.output += data[: max(0, kept - len(evidence.output))]
                total += len(data)
                if total > _OUTPUT_FLOOD and not evidence.flooded:
                    evidence.flooded = True
                    _end_solution(status)
            else:
                data = _received(verdict)
                frames_read += data
                if not data:
                    evidence.read_frames(bytes(frames_read))
                    if evidence.solution_is_gone:
                        last_moment = time.monotonic() + _SECONDS_TO_DIE
                    else:
                        _end_solution(status)
            if not data:
                poller.unregister(descriptor)
                open_ends.discard(descriptor)
    return evidence


def _received(channel: socket.socket) -> bytes:
    try:
        return channel.recv(_CHUNK)
    except ConnectionError:
        return b""


def _end_solution(status: socket.socket) -> None:
    """The monitor takes the end of this direction as "done" and kills the solution."""
    try:
        status.shutdown(socket.SHUT_WR)
    except OSError:
        pass
