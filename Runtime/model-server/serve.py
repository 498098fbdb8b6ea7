"""Serves one GGUF model with llama.cpp's OpenAI-compatible server, for as long as whoever started it lives.

The first line of standard input is a JSON object: `model` (path), `context` (tokens per slot), `slots`, `threads`,
`batch` and `key` (what requests must carry as bearer token; given here because a command line can be read by others).
When the server listens, one JSON line appears on standard output: `address` and `version`.

Standard input stays open. Its end, which comes even when the other side is killed, ends the server.
"""

import json
import os
import select
import signal
import sys


def read_line() -> bytes:
    """One line, and not a byte more: the rest belongs to the watcher."""
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(0, 1)
        if not byte:
            sys.exit("serve: standard input ended before the configuration")
        line += byte
    return line


def start_watcher() -> None:
    """A process of its own, because loading a model holds the interpreter's lock for as long as it takes."""
    server = os.getpid()
    if os.fork():
        return
    os.close(1)
    while os.getppid() == server:
        readable, _, _ = select.select([0], [], [], 1)
        if readable and not os.read(0, 4096):
            os.kill(server, signal.SIGKILL)
            break
    os._exit(0)


def main() -> None:
    # Control-C in a terminal reaches the whole process group; the one who started us decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    config = json.loads(read_line())
    start_watcher()
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = config["model"]
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [config["key"]]
    params.n_parallel = config["slots"]
    params.n_ctx = config["context"] * config["slots"]
    params.n_batch = config["batch"]
    params.n_ubatch = config["batch"]
    params.cpuparams.n_threads = config["threads"]
    params.cpuparams_batch.n_threads = config["threads"]
    # What the cache holds must depend on nothing but the requests to the slot.
    params.cache_ram_mib = 0
    params.cache_idle_slots = False
    params.ui = False
    server = xllamacpp.Server(params)
    print(json.dumps({"address": server.listening_address, "version": xllamacpp.__version__}), flush=True)
    while True:
        signal.pause()


if __name__ == "__main__":
    main()
