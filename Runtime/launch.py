"""Starts one worker in its outer sandbox, and stands guard over it.

    python3 -I -S Runtime/launch.py [--profile slim|flask]

Descriptor 3 is the control socket to the host. This process stays between the two: when the host is gone, however it
went, the socket hangs up and the worker is killed; when this process is killed, the worker dies with it.
"""

import argparse
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

RUNTIME = Path(__file__).resolve().parent
CONTROL = 3
sys.path.insert(0, str(RUNTIME))
sys.dont_write_bytecode = True

from outer import bubblewrap, reachable  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", default="slim")
    options = parser.parse_args()
    python = Path(sys.executable).resolve().parent.parent
    os.closerange(CONTROL + 1, 1 << 20)
    os.set_inheritable(CONTROL, True)
    files = bubblewrap.open_runtime(RUNTIME)
    place = reachable.prepare(python)
    command = bubblewrap.arguments(files, place.python)
    command += ["/opt/python/bin/python3", "-s", "-P", "-B", "-m", "jail.supervisor", options.profile, files.digest]
    worker = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=2,
        env={"PATH": "/usr/bin:/bin"},
        cwd="/",
        pass_fds=(CONTROL, *files.descriptors),
        **place.identity,
    )
    for descriptor in files.descriptors:
        os.close(descriptor)
    return guard(worker)


def guard(worker: subprocess.Popen[bytes]) -> int:
    """Waits for the end of the worker or of the host, whichever comes first."""
    handle = os.pidfd_open(worker.pid)
    poller = select.poll()
    poller.register(handle, select.POLLIN)
    poller.register(CONTROL, 0)  # hang-ups are always told
    while True:
        events = {descriptor for descriptor, _ in poller.poll()}
        if handle in events:
            return worker.wait()
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        return 0


if __name__ == "__main__":
    sys.exit(main())
