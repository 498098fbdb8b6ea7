"""Starts the mock model server for the scripts beside this file."""

import contextlib
import json
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path


class Mock:
    def __init__(self, address: str):
        self.address = address

    def base_url(self, scenario: str) -> str:
        return f"{self.address}/{scenario}/v1"

    def statistics(self, scenario: str) -> dict:
        with urllib.request.urlopen(f"{self.address}/stats/{scenario}") as answer:
            return json.load(answer)


@contextlib.contextmanager
def mock_server(executable: Path, latency_ms: int) -> Iterator[Mock]:
    process = subprocess.Popen(
        [executable, "--latency-ms", str(latency_ms)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield Mock(process.stdout.readline().strip())
    finally:
        process.stdin.close()
        process.wait()
