"""Kills a run with SIGKILL at random instants, resumes it until it is done, and compares it with one that nobody disturbed.

    python3 kill_and_resume.py --secucogen PATH --mock PATH [--kills 100] [--attempts 34] [--score] [-- OPTIONS OF `run`]

Fails when a request was sent again for an attempt that was durable before, when an attempt is missing at the end, or when
the report differs in a single byte. The mock's answers carry a hash of the request, so that the two can be matched.
"""

import argparse
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mock import mock_server


def durable(run: Path) -> set[str]:
    """Hashes of the requests whose answers are in the run's file."""
    if not run.exists():
        return set()
    with sqlite3.connect(f"file:{run}?mode=ro", uri=True) as file:
        try:
            texts = [row[0] for row in file.execute("SELECT text FROM attempt WHERE text IS NOT NULL")]
        except sqlite3.OperationalError:
            return set()  # Killed before the tables were there.
    return {re.search(r"answer = '([0-9a-f]+)'", text)[1] for text in texts}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--secucogen", type=Path, required=True)
    parser.add_argument("--mock", type=Path, required=True)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--attempts", type=int, default=34)
    parser.add_argument("--connections", type=int, default=4)
    parser.add_argument("--latency-ms", type=int, default=200)
    parser.add_argument("--score", action="store_true", help="score too, so that scoring is killed as well")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("options", nargs="*")
    options = parser.parse_args()
    dice = random.Random(options.seed)

    with mock_server(options.mock, options.latency_ms) as mock, tempfile.TemporaryDirectory() as folder:

        def start(scenario: str, connections: int) -> tuple[subprocess.Popen, Path]:
            place = Path(folder) / scenario
            place.mkdir(exist_ok=True)
            command = [
                options.secucogen, "run", "--model", "openai-compatible/mock", "--base-url", mock.base_url(scenario),
                "--attempts", str(options.attempts), "--max-connections", str(connections), "--output", "mock.run",
                "--quiet", *([] if options.score else ["--no-score"]), *options.options,
            ]
            process = subprocess.Popen(
                command, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
            )
            return process, place / "mock.run"

        disturbed, calm = "plain~disturbed", "plain~calm"
        kills = 0
        looks: list[tuple[int, set[str]]] = []
        while True:
            began = time.time()
            process, run = start(disturbed, options.connections)
            if kills < options.kills:
                try:
                    process.wait(timeout=dice.uniform(0.05, 2.0))
                except subprocess.TimeoutExpired:
                    os.kill(process.pid, signal.SIGKILL)
                    process.communicate()
                    kills += 1
                    seen = len(mock.statistics(disturbed)["bodies"])
                    looks.append((seen, durable(run)))
                    print(f"kill {kills}: after {time.time() - began:.2f} s, {len(looks[-1][1])} durable, {seen} asked")
                    continue
            _, errors = process.communicate()
            if process.returncode != 0:
                print(f"the resumed run ended with {process.returncode}: {errors.decode()[-500:]}")
                return 1
            break

        process, calm_run = start(calm, 16)
        process.communicate()
        bodies = mock.statistics(disturbed)["bodies"]
        wanted = set(mock.statistics(calm)["bodies"])
        again = sum(len([body for body in bodies[seen:] if body in kept]) for seen, kept in looks)
        missing = len(wanted - durable(run))
        reports = [
            subprocess.run(
                [options.secucogen, "report", "mock.run", "--format", "json", *options.options],
                cwd=place.parent, capture_output=True, check=True,
            ).stdout.replace(b"plain~disturbed", b"plain~calm")
            for place in (run, calm_run)
        ]
        print(
            f"{kills} kills; {len(wanted)} attempts; {len(bodies)} requests, {again} of them for attempts that were durable; "
            f"{missing} missing; reports {'are the same' if reports[0] == reports[1] else 'DIFFER'}"
        )
        return int(bool(again or missing or reports[0] != reports[1] or kills < options.kills))


if __name__ == "__main__":
    sys.exit(main())
