"""Tokens a second of a local GGUF model through secucogen and through a plain loop on the same server, in one run.

    python3 local_model.py --secucogen PATH --home CHECKOUT [--model .tools/models/smollm2-135m.gguf] [--rounds 3]

Both ask the same two prompts and make attempts of the same length, one after the other, on a server with the same settings.
secucogen is run with one attempt and with more, and the difference counts, so that loading the model and reading the prompts
are not part of the figure; the loop is timed without the first attempt at each prompt.
"""

import argparse
import json
import os
import sqlite3
import statistics
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

TOKENS = 100


def secucogen(options, attempts: int) -> tuple[int, float]:
    """Tokens written and seconds."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.time()
        subprocess.run(
            [
                options.secucogen, "run", "--home", options.home, "--model", f"gguf:{options.model}", "--limit", "2",
                "--attempts", str(attempts), "--max-tokens", str(TOKENS), "--temperature", "0.8", "--no-score", "--quiet",
                "--output", "local.run", *options.options,
            ],
            cwd=folder, check=True, capture_output=True,
        )
        seconds = time.time() - began
        with sqlite3.connect(Path(folder) / "local.run") as file:
            return file.execute("SELECT sum(outputTokens) FROM attempt").fetchone()[0], seconds


def prompts(options) -> list[str]:
    """What secucogen asks about the first two samples."""
    listing = subprocess.run(
        [options.secucogen, "dataset", "list", "--home", options.home, "--limit", "2", "--format", "json"],
        check=True, capture_output=True, text=True,
    )
    texts = []
    for sample in json.loads(listing.stdout):
        command = [options.secucogen, "dataset", "show", "--home", options.home, sample["id"], "--task", "generate"]
        shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        texts.append(shown.removeprefix("── user\n").rstrip("\n"))
    return texts


def plain_loop(options, attempts: int) -> float:
    """Tokens a second of a server started as secucogen starts it, asked by a loop that does nothing else."""
    tools = options.home / ".tools"
    server = subprocess.Popen(
        [tools / "python/bin/python3", "-B", options.home / "Runtime/model-server/serve.py"],
        env={"PYTHONPATH": str(tools / "llama"), "LD_LIBRARY_PATH": str(tools / "python/lib")},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )
    threads = max(len(os.sched_getaffinity(0)) - 1, 1)
    settings = {"model": str(options.model), "context": 8192, "slots": 1, "threads": threads, "batch": 512, "key": "k"}
    server.stdin.write(json.dumps(settings).encode() + b"\n")
    server.stdin.flush()
    address = json.loads(server.stdout.readline())["address"]
    tokens, seconds = 0, 0.0
    for prompt in prompts(options):
        for number in range(1 + attempts):
            body = {
                "messages": [{"role": "user", "content": prompt}], "max_tokens": TOKENS, "temperature": 0.8, "seed": number,
            }
            request = urllib.request.Request(
                address + "/v1/chat/completions", json.dumps(body).encode(),
                {"Authorization": "Bearer k", "Content-Type": "application/json"},
            )
            began = time.time()
            with urllib.request.urlopen(request) as reply:
                written = json.load(reply)["usage"]["completion_tokens"]
            if number > 0:
                tokens += written
                seconds += time.time() - began
    server.stdin.close()
    server.wait()
    return tokens / seconds


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--secucogen", type=Path, required=True)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--attempts", type=int, default=8)
    parser.add_argument("options", nargs="*")
    options = parser.parse_args()
    options.home = options.home.resolve()
    options.model = (options.model or options.home / ".tools/models/smollm2-135m.gguf").resolve()
    ours, theirs = [], []
    for _ in range(options.rounds):
        few, many = secucogen(options, 1), secucogen(options, 1 + options.attempts)
        ours.append((many[0] - few[0]) / (many[1] - few[1]))
        theirs.append(plain_loop(options, options.attempts))
    a, b = statistics.median(ours), statistics.median(theirs)
    print(f"secucogen {a:.1f} tokens/s, plain loop {b:.1f} tokens/s: {a / b:.1%}")


if __name__ == "__main__":
    main()
