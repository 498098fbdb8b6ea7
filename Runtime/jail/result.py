"""Turns what was seen of a run into its result. Only complete positive evidence makes a check `passed`."""

import json
import signal
import struct
from dataclasses import dataclass, field
from typing import Any

from jail.settings import Limits
from jail.standing import SIGN

#: Limits that end the solution's process from outside.
_KILLING = ("cpu", "wall", "memory", "output")
#: What a tester may say when there is no jail, and nothing of the solution has been loaded.
_BEFORE_A_JAIL = ("harness-error", "infrastructure", "needs-network")


@dataclass
class Evidence:
    """Everything that a run left with the supervisor."""

    plan: list[str] | None = None
    outcomes: dict[str, dict[str, Any]] = field(default_factory=dict)
    running: str | None = None
    #: Functional checks that did not pass after attacks.
    worn: list[str] = field(default_factory=list)
    fatal: dict[str, Any] | None = None
    done: dict[str, Any] | None = None
    #: Whether the tester's bytes were whole frames that make sense.
    is_garbled: bool = False
    statuses: list[dict[str, Any]] = field(default_factory=list)
    output: bytearray = field(default_factory=bytearray)
    #: Whether the solution wrote so much that it was ended.
    flooded: bool = False

    def read_frames(self, data: bytes) -> None:
        position = 0
        try:
            while position < len(data):
                (length,) = struct.unpack_from(">I", data, position)
                body = data[position + 4 : position + 4 + length]
                if len(body) != length:
                    raise ValueError("a frame that was cut")
                self._read(json.loads(body))
                position += 4 + length
        except (ValueError, KeyError, TypeError, struct.error):
            self.is_garbled = True

    def _read(self, frame: dict[str, Any]) -> None:
        if "plan" in frame:
            self.plan = list(frame["plan"])
        elif "begin" in frame:
            self.running = frame["begin"]
        elif "check" in frame:
            if self.plan is None or frame["check"] not in self.plan or frame["check"] in self.outcomes:
                raise ValueError("an outcome that was not planned")
            self.outcomes[frame["check"]] = frame
            self.running = None
        elif "worn" in frame:
            self.worn.append(str(frame["worn"]))
        elif "late" in frame:
            self.outcomes[frame["late"]["check"]].update(frame["late"])
        elif "fatal" in frame:
            self.fatal = frame
        elif "done" in frame:
            self.done = frame
        else:
            raise ValueError("a frame of an unknown kind")

    @property
    def solution_is_gone(self) -> bool:
        """Whether the tester found the solution's end of the channel closed."""
        return self.fatal is not None and self.fatal["fatal"] == "solution-exited"

    @property
    def stands(self) -> bool:
        """Whether the jail gave its sign before it loaded anything."""
        return any(SIGN.items() <= status.items() for status in self.statuses)

    @property
    def ending(self) -> dict[str, Any] | None:
        """What the monitor said."""
        return next((status["ending"] for status in self.statuses if "ending" in status), None)

    @property
    def setup_error(self) -> str | None:
        return next((str(status["setup"]) for status in self.statuses if "setup" in status), None)


def assemble(evidence: Evidence, limits: Limits, level: int, wall_seconds: float) -> dict[str, Any]:
    """The result as it goes to the host."""
    ending, limit, detail = _judge(evidence, limits, level)
    checks = [_outcome(name, evidence, limit, limits) for name in evidence.plan or []]
    usage = evidence.ending or {}
    return {
        "ending": ending,
        "limit": limit,
        "detail": detail,
        "checks": checks,
        "worn": evidence.worn,
        "output": evidence.output.decode("utf-8", "replace"),
        "level": level,
        "wallTime": wall_seconds,
        "cpuTime": usage.get("cpu_seconds", 0.0),
        "peakMemory": usage.get("peak_memory", 0),
        "isInfrastructure": ending == "harness-error" and not _is_check_fault(evidence),
    }


def _is_check_fault(evidence: Evidence) -> bool:
    """A broken check file stays broken; anything else of ours may go well the next time."""
    return evidence.fatal is not None and evidence.fatal["fatal"] == "harness-error"


def _judge(evidence: Evidence, limits: Limits, level: int) -> tuple[str, str | None, str | None]:
    """Ending, limit and detail. What the monitor saw explains what the tester felt, so it is asked first."""
    if not evidence.stands and not (evidence.fatal and evidence.fatal["fatal"] in _BEFORE_A_JAIL):
        return "harness-error", None, f"the jail could not be built: {evidence.setup_error or _end(evidence)}"
    if evidence.is_garbled:
        return "harness-error", None, "the tester's report is garbled"
    struck = _limit_that_killed(evidence, limits, level)
    fatal = evidence.fatal
    if fatal is None:
        if evidence.done is not None and evidence.plan is not None:
            felt = next((one["limit"] for one in evidence.outcomes.values() if one["limit"]), None)
            return ("limit", felt, f"the solution ran into its limit: {felt}") if felt else ("completed", None, None)
        if struck:
            return "limit", struck, _sentence(struck, limits)
        return "harness-error", None, "the tester ended without a word"
    kind, detail, felt = fatal["fatal"], fatal["detail"], fatal["limit"]
    if kind == "infrastructure":
        return "harness-error", None, f"{detail}: {evidence.setup_error}" if evidence.setup_error else detail
    if kind == "solution-exited":
        if struck:
            return "limit", struck, f"{_sentence(struck, limits)}; {detail}"
        return kind, None, f"{detail}{_how(evidence)}"
    if kind in ("limit", "protocol-violation"):
        return kind, felt, detail
    if kind == "import-error" and felt:
        return "limit", felt, detail
    return kind, None, detail


def _limit_that_killed(evidence: Evidence, limits: Limits, level: int) -> str | None:
    ending = evidence.ending
    if evidence.flooded:
        return "output"
    if ending is None:
        return None
    if ending["reason"] in ("wall", "memory"):
        return str(ending["reason"])
    if ending["reason"] == "exit" and ending["signal"] in (signal.SIGKILL, signal.SIGXCPU):
        # The kernel counts ticks for the limit, and time for the usage, so that the two differ.
        if ending["cpu_seconds"] >= limits.whole_cpu_seconds * 0.5:
            return "cpu"
        # Nothing inside can kill pid 1: it was the kernel, for lack of memory. Elsewhere it can have been suicide.
        return "memory" if level == 3 else None
    return None


def _sentence(limit: str, limits: Limits) -> str:
    return {
        "cpu": f"more than {limits.whole_cpu_seconds} s of processor time in all",
        "wall": f"time limit of {limits.wall_seconds:g} s in all",
        "memory": f"more than {limits.memory_mib} MiB of memory",
        "output": "a flood of output",
    }[limit]


def _end(evidence: Evidence) -> str:
    return f"its process gave no sign that it stands{_how(evidence)}"


def _how(evidence: Evidence) -> str:
    ending = evidence.ending
    if ending is None or ending["reason"] != "exit":
        return ""
    return f" (signal {ending['signal']})" if ending["signal"] else f" (exit code {ending['exit_code']})"


def _outcome(name: str, evidence: Evidence, limit: str | None, limits: Limits) -> dict[str, Any]:
    seen = evidence.outcomes.get(name)
    if seen is None:
        is_running = evidence.running == name and limit is not None
        status = "not-run" if not is_running else "inconclusive" if name.startswith("security/") else "failed"
        message = _sentence(limit, limits) if is_running and limit in _KILLING else None
        struck = limit if is_running else None
        return {"name": name, "status": status, "message": message, "line": None, "isTestimony": False, "limit": struck}
    return {
        "name": name,
        "status": seen["status"],
        "message": seen["message"],
        "line": seen["line"],
        "isTestimony": seen["isTestimony"] is True,
        "limit": _felt(name, seen, evidence, limit),
        **{key: seen[key] for key in ("exchanges", "earlierExchanges") if seen.get(key)},
    }


def _felt(name: str, seen: dict[str, Any], evidence: Evidence, limit: str | None) -> str | None:
    """The limit because of which a check did not pass: its own, or the one by which the solution's process ended in it."""
    if seen["status"] not in ("failed", "inconclusive"):
        return None
    is_last = limit is not None and name == next(reversed(evidence.outcomes), None)
    return seen["limit"] or (limit if is_last and evidence.solution_is_gone else None)
