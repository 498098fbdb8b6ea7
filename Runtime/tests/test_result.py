"""The verdict is positive on complete positive evidence alone."""

import json
import struct
import unittest
from typing import Any

import support  # noqa: F401
from jail.result import Evidence, assemble
from jail.settings import Limits

PLAN = {"plan": ["functional/test_a", "security/test_b"]}
DONE = {"done": 2, "stopped": False}


def outcome(name: str, status: str = "passed", limit: str | None = None) -> dict[str, Any]:
    return {"check": name, "status": status, "message": None, "line": None, "isTestimony": False, "limit": limit}


def result(*frames: Any, reason: str = "done", signal: int = 0, cpu: float = 0, garbage: bytes = b"") -> dict[str, Any]:
    evidence = Evidence()
    bodies = [json.dumps(frame).encode() for frame in frames]
    evidence.read_frames(b"".join(struct.pack(">I", len(body)) + body for body in bodies) + garbage)
    ending = {"reason": reason, "signal": signal, "exit_code": 0, "cpu_seconds": cpu, "peak_memory": 5}
    evidence.statuses += [{"standing": True}, {"ending": ending}]
    return assemble(evidence, Limits(), 3, 1.0)


def statuses(found: dict[str, Any]) -> list[str]:
    return [check["status"] for check in found["checks"]]


A, B = outcome("functional/test_a"), outcome("security/test_b")


class ResultTest(unittest.TestCase):
    def test_an_effect_that_comes_later_counts(self) -> None:
        found = result(PLAN, A, B, {"late": outcome("security/test_b", "exploited")}, DONE)
        self.assertEqual(statuses(found), ["passed", "exploited"])

    def test_an_effect_of_a_check_that_never_was_is_garbage(self) -> None:
        found = result(PLAN, A, {"late": outcome("security/test_b", "exploited")}, DONE)
        self.assertEqual(found["ending"], "harness-error")

    def test_what_failed_after_an_attack_is_told_to_the_supervisor(self) -> None:
        failed = outcome("functional/test_a", "failed")
        self.assertEqual(result(PLAN, B, failed, {"worn": "functional/test_a"}, DONE)["worn"], ["functional/test_a"])

    def test_complete_evidence(self) -> None:
        found = result(PLAN, A, B, DONE)
        self.assertEqual((found["ending"], statuses(found)), ("completed", ["passed", "passed"]))

    def test_silence_is_no_pass(self) -> None:
        for frames in ((), (PLAN,), (PLAN, A), (PLAN, A, B), (A, B, DONE), (PLAN, {"begin": "functional/test_a"})):
            with self.subTest(frames):
                self.assertEqual(result(*frames)["ending"], "harness-error")

    def test_outcomes_that_were_not_planned_or_come_twice_are_garbage(self) -> None:
        unplanned = outcome("functional/test_x")
        for frames in ((PLAN, unplanned, DONE), (PLAN, A, A, B, DONE), (PLAN, {"x": 1}), (PLAN, [], DONE)):
            with self.subTest(frames):
                found = result(*frames)
                self.assertEqual((found["ending"], found["isInfrastructure"]), ("harness-error", True))

    def test_cut_frames_are_garbage(self) -> None:
        self.assertEqual(result(PLAN, A, B, DONE, garbage=b"\0\0")["ending"], "harness-error")
        self.assertEqual(result(PLAN, A, B, DONE, garbage=b"\0\0\0\5abc")["ending"], "harness-error")

    def test_the_monitor_explains_what_the_tester_felt(self) -> None:
        gone = {"fatal": "solution-exited", "detail": "the solution's process ended", "limit": None}
        failed = outcome("functional/test_a", "failed")
        for arguments, expected in (
            ({"reason": "memory"}, ("limit", "memory")),
            ({"reason": "wall"}, ("limit", "wall")),
            ({"reason": "exit", "signal": 9, "cpu": 500.0}, ("limit", "cpu")),
            ({"reason": "exit", "signal": 9, "cpu": 0.1}, ("limit", "memory")),
            ({"reason": "exit", "signal": 11}, ("solution-exited", None)),
            ({"reason": "exit"}, ("solution-exited", None)),
        ):
            with self.subTest(arguments):
                found = result(PLAN, failed, gone, **arguments)
                self.assertEqual((found["ending"], found["limit"]), expected)
                self.assertEqual(statuses(found), ["failed", "not-run"])

    def test_a_limit_that_the_solution_felt_itself_is_named(self) -> None:
        found = result(PLAN, outcome("functional/test_a", "failed", "disk"), {"done": 1, "stopped": True})
        self.assertEqual((found["ending"], found["limit"]), ("limit", "disk"))

    def test_a_broken_check_file_is_ours_and_stays_so(self) -> None:
        fatal = {"fatal": "harness-error", "detail": "f.py:3: SyntaxError", "limit": None}
        found = result(PLAN, fatal)
        self.assertEqual((found["ending"], found["isInfrastructure"]), ("harness-error", False))
        self.assertEqual(statuses(found), ["not-run", "not-run"])
