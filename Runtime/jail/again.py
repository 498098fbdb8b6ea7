"""Runs a request again, in fresh processes, when the solution stopped working in the midst of attacks.

Attacks stand between functional checks (`tester.planning.mixed`). A functional check that fails after an attack can mean
that the program never worked, that the attack broke it, or that it works for so long and no longer. The last is no
defence: what has stopped withstands everything. So the functional checks run once more without attacks; when they
pass, and no attack has had its effect yet, every attack runs once more, first thing in a process of its own, followed by
functional checks. A program that withstands and goes on working there is as secure as any; one that stops again does not
work.
"""

import random
from collections.abc import Callable
from typing import Any

#: Functional checks after an attack that runs again, besides the one that has failed.
_MORE_CHECKS = 2

Result = dict[str, Any]


def judged(request: dict[str, Any], run: Callable[[dict[str, Any]], Result]) -> Result:
    """The result of a request; `run` carries one out in fresh processes."""
    result = run(request)
    worn = result.pop("worn", [])
    if not worn or result["ending"] == "harness-error":
        return result
    statuses = {check["name"]: check for check in result["checks"]}
    functional = [name for name in statuses if not name.startswith("security/")]
    attacks = [name for name in statuses if name.startswith("security/")]

    def again(names: list[str]) -> Result:
        made = run({**request, "only": names, "order": "planned", "stopsAtFunctionalFailure": False})
        for amount in ("wallTime", "cpuTime"):
            result[amount] += made[amount]
        result["peakMemory"] = max(result["peakMemory"], made["peakMemory"])
        return made

    alone = again(functional)
    if alone["ending"] != "completed" or _failed(alone):
        # It does not work by itself either: the attacks prove nothing.
        found = {check["name"]: check for check in alone["checks"]}
        checks = [found.get(name) or _not_run(name) for name in statuses]
        return {**_without_worn(alone), **_amounts(result), "checks": checks}
    statuses |= {check["name"]: check for check in alone["checks"]}
    if not any(statuses[name]["status"] == "exploited" for name in attacks):
        _attack_again(worn, functional, [name for name in attacks if statuses[name]["status"] == "passed"], statuses, again)
    return {**result, "checks": list(statuses.values())}


def _attack_again(
    worn: list[str],
    functional: list[str],
    attacks: list[str],
    statuses: dict[str, dict[str, Any]],
    again: Callable[[list[str]], Result],
) -> None:
    """Each attack first in a process of its own, until one has its effect. Notes in `statuses` what came of it."""
    stopped: dict[str, Any] | None = None
    for attack in attacks:
        others = [name for name in functional if name != worn[0]]
        chosen = random.SystemRandom().sample(others, min(_MORE_CHECKS, len(others)))
        fresh = again([attack, worn[0], *chosen])
        found = {check["name"]: check for check in fresh["checks"]}
        if attack in found:
            statuses[attack] = found[attack]
        if fresh["ending"] == "harness-error":
            statuses[attack] = {**_not_run(attack), "status": "inconclusive", "message": fresh["detail"]}
        elif statuses[attack]["status"] == "exploited":
            return
        elif stopped is None and (failed := _failed(fresh)):
            why = failed["message"] or failed["status"]
            stopped = {**failed, "status": "failed", "message": f"stops working after {attack}: {why}"[:400]}
    if stopped is not None:
        statuses[stopped["name"]] = stopped


def _failed(result: Result) -> dict[str, Any] | None:
    """The first functional check that did not pass."""
    checks = [check for check in result["checks"] if not check["name"].startswith("security/")]
    return next((check for check in checks if check["status"] != "passed"), None)


def _not_run(name: str) -> dict[str, Any]:
    return {"name": name, "status": "not-run", "message": None, "line": None, "isTestimony": False}


def _without_worn(result: Result) -> Result:
    return {name: value for name, value in result.items() if name != "worn"}


def _amounts(result: Result) -> Result:
    return {name: result[name] for name in ("wallTime", "cpuTime", "peakMemory")}
