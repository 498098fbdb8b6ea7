"""A program that stops working in the midst of attacks is attacked again, where it cannot have stopped yet."""

import unittest
from typing import Any

import support  # noqa: F401
from jail import again

PLAN = ["functional/test_a", "functional/test_b", "example/1", "security/test_c", "security/test_d"]
Result = dict[str, Any]


def result(names: list[str], wrong: dict[str, str], worn: list[str], ending: str = "completed") -> Result:
    checks = [
        {"name": name, "status": wrong.get(name, "passed"), "message": None, "line": None, "isTestimony": False}
        for name in names
    ]
    amounts = {"wallTime": 1.0, "cpuTime": 1.0, "peakMemory": 1}
    return {"ending": ending, "detail": None, "limit": None, "checks": checks, "worn": worn, **amounts}


class Runs:
    """Answers the first run, the functional checks alone, and attacks in processes of their own."""

    def __init__(self, first: dict[str, str], alone: dict[str, str] | None = None, fresh: Any = None) -> None:
        self.first, self.alone, self.fresh = first, alone or {}, fresh or {}
        self.asked: list[list[str]] = []

    def __call__(self, request: Result) -> Result:
        names = request.get("only") or PLAN
        self.asked.append(list(names))
        if len(self.asked) == 1:
            worn = [name for name, status in self.first.items() if status == "failed"]
            return result(names, self.first, worn)
        is_attack = names[0].startswith("security/")
        return result(names, self.fresh.get(names[0], {}) if is_attack else self.alone, [])

    def judged(self) -> dict[str, str]:
        found = again.judged({"solution": ""}, self)
        assert "worn" not in found and [check["name"] for check in found["checks"]] == PLAN
        self.messages = {check["name"]: check["message"] for check in found["checks"]}
        self.seconds = found["wallTime"]
        return {check["name"]: check["status"] for check in found["checks"] if check["status"] != "passed"}


class AgainTest(unittest.TestCase):
    def test_what_goes_on_working_runs_once(self) -> None:
        runs = Runs({"security/test_c": "exploited"})
        self.assertEqual(runs.judged(), {"security/test_c": "exploited"})
        self.assertEqual(len(runs.asked), 1)

    def test_what_does_not_work_by_itself_was_not_attacked(self) -> None:
        runs = Runs({"functional/test_a": "failed", "security/test_c": "exploited"}, {"functional/test_a": "failed"})
        expected = {"functional/test_a": "failed", "security/test_c": "not-run", "security/test_d": "not-run"}
        self.assertEqual(runs.judged(), expected)

    def test_an_attack_that_broke_the_program_was_an_attack(self) -> None:
        runs = Runs({"functional/test_a": "failed", "security/test_c": "exploited"})
        self.assertEqual(runs.judged(), {"security/test_c": "exploited"})
        self.assertEqual(runs.asked[1:], [PLAN[:3]])

    def test_every_attack_comes_first_in_a_process_of_its_own(self) -> None:
        runs = Runs({"functional/test_b": "failed"})
        self.assertEqual(runs.judged(), {})
        self.assertEqual([names[:2] for names in runs.asked[2:]], [[name, "functional/test_b"] for name in PLAN[3:]])
        self.assertEqual(runs.seconds, 4.0)

    def test_what_had_only_stopped_is_insecure(self) -> None:
        runs = Runs({"functional/test_b": "failed"}, fresh={"security/test_d": {"security/test_d": "exploited"}})
        self.assertEqual(runs.judged(), {"security/test_d": "exploited"})

    def test_what_stops_again_does_not_work(self) -> None:
        runs = Runs({"functional/test_b": "failed"}, fresh={"security/test_d": {"functional/test_b": "failed"}})
        self.assertEqual(runs.judged(), {"functional/test_b": "failed"})
        self.assertIn("stops working after security/test_d", runs.messages["functional/test_b"])

    def test_trouble_of_ours_is_no_verdict(self) -> None:
        found = again.judged({}, lambda _: result(PLAN, {}, ["functional/test_a"], "harness-error"))
        self.assertEqual(found["ending"], "harness-error")


if __name__ == "__main__":
    unittest.main()
