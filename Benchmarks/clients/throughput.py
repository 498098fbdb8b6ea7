"""Measures clients side by side against the mock server: requests a second, time to the first request,
processor time and peak memory.

    python3 throughput.py --secucogen PATH --mock PATH [--aiohttp PYTHON] [--inspect PYTHON] [--lm-eval PYTHON]
                          [--latency-ms 50] [--rounds 3] [-- OPTIONS OF `run`]

PYTHON is an interpreter whose environment holds the named package. Speed is taken from the mock's own clock, from its
first request to its last answer, so that starting and reporting are not part of it; the ideal is `connections / latency`.
What can be had is less: the mock's timer and the loopback take time too. "Of a bare loop" is the share of what as many
bare connections would reach, each as fast as one alone that is driven by the standard library and does nothing else.
Every client runs in every round, one after the other; printed are medians. Peak memory is of the client's process.
"""

import argparse
import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
from itertools import count
from pathlib import Path

from mock import Mock, mock_server

HERE = Path(__file__).parent


def absolute(text: str) -> Path:
    """Clients run in a folder of their own. Links stay as they are: a virtual environment is found by its name."""
    return Path(text).absolute()


def measure(command: list, mock: Mock, scenario: str, folder: str, requests: int) -> tuple[float, float, float, float, int]:
    """Requests a second, seconds to the first request, processor ms of a request, peak memory in MB, requests."""
    environment = os.environ | {"OPENAI_API_KEY": "x", "HF_HUB_OFFLINE": "1"}
    began = time.time()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0,):
            output.seek(0)
            sys.exit(f"{command[0]} ended with {process.returncode}: {output.read()[-800:].decode(errors='replace')}")
    seen = mock.statistics(scenario)
    sent = len(seen["bodies"])
    if sent < requests:
        sys.exit(f"{command[0]} sent {sent} of {requests} requests")
    processor = (usage.ru_utime + usage.ru_stime) * 1000 / sent
    return sent / (seen["end"] - seen["begin"]), seen["begin"] - began, processor, usage.ru_maxrss / 1024, sent


def bare_latency(mock: Mock, requests: int = 60) -> float:
    """Median seconds of a request on one connection that is kept open."""
    url = urllib.parse.urlparse(mock.base_url("plain~bare"))
    connection = http.client.HTTPConnection(url.hostname, url.port)
    body = json.dumps({"model": "mock", "messages": [{"role": "user", "content": "x" * 1200}]})
    seconds = []
    for _ in range(requests):
        began = time.perf_counter()
        connection.request("POST", f"{url.path}/chat/completions", body, {"Content-Type": "application/json"})
        connection.getresponse().read()
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--secucogen", type=absolute, required=True)
    parser.add_argument("--mock", type=absolute, required=True)
    parser.add_argument("--aiohttp", type=absolute, help="Python with aiohttp")
    parser.add_argument("--inspect", type=absolute, help="Python with inspect-ai and openai")
    parser.add_argument("--lm-eval", type=absolute, help="Python with lm-eval[api]")
    parser.add_argument("--latency-ms", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--samples", type=int, default=90, help="how many samples the dataset has")
    parser.add_argument("options", nargs="*")
    options = parser.parse_args()

    loops = {"aiohttp": "plain_loop.py", "inspect": "inspect_loop.py", "lm_eval": "lm_eval_loop.py"}
    print(
        "| client | connections | requests | requests/s | of ideal | of a bare loop | first request, s | processor, ms a request "
        "| peak memory, MB |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    with mock_server(options.mock, options.latency_ms) as mock:
        bare = bare_latency(mock)
        for connections, wanted in ((10, 500), (50, 1000), (200, 2000)):
            # Whole rounds: in a last one that is half empty nobody could be as fast as the ideal.
            attempts = next(n for n in count(-(-wanted // options.samples)) if n * options.samples % connections == 0)
            requests = attempts * options.samples
            results: dict[str, list] = {}
            for round_number in range(options.rounds):
                for client in ("secucogen", *loops):
                    python = None if client == "secucogen" else getattr(options, client)
                    scenario = f"plain~{client}-{connections}-{round_number}"
                    url = mock.base_url(scenario)
                    with tempfile.TemporaryDirectory() as folder:
                        if client == "secucogen":
                            command = [
                                options.secucogen, "run", "--model", "openai-compatible/mock", "--base-url", url,
                                "--attempts", str(attempts), "--max-connections", str(connections), "--no-score",
                                "--quiet", "--output", "mock.run", *options.options,
                            ]
                        elif python:
                            command = [python, HERE / loops[client], url, str(requests), str(connections)]
                        else:
                            continue
                        results.setdefault(client, []).append(measure(command, mock, scenario, folder, requests))
            for client, rounds in results.items():
                speed, first, processor, memory, sent = (statistics.median(values) for values in zip(*rounds))
                ideal = connections / (options.latency_ms / 1000)
                print(
                    f"| {client} | {connections} | {sent:.0f} | {speed:.0f} | {speed / ideal:.1%} "
                    f"| {speed * bare / connections:.1%} | {first:.2f} "
                    f"| {processor:.2f} | {memory:.0f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
