# What programs ask about and set for themselves and for their children keeps working.
import asyncio
import fcntl
import os
import resource
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor


def answer(question):
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    priority = os.nice(1)
    os.sched_setaffinity(0, os.sched_getaffinity(0))
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)

    def confine():
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
        os.nice(2)

    shown = subprocess.run(["sh", "-c", "ulimit -n; nice"], preexec_fn=confine, capture_output=True, text=True)
    group = subprocess.Popen(["sleep", "30"], start_new_session=True)
    os.killpg(os.getpgid(group.pid), signal.SIGTERM)
    single = subprocess.Popen(["sleep", "30"], process_group=0) if sys.version_info >= (3, 11) else group
    single.terminate()

    async def child():
        process = await asyncio.create_subprocess_exec("echo", "one", stdout=subprocess.PIPE)
        return (await process.communicate())[0]

    with ThreadPoolExecutor(4) as pool:
        squares = list(pool.map(lambda number: number * number, range(8)))
    threading.Thread(target=os.sched_yield).start()
    reading, writing = os.pipe()
    flags = fcntl.fcntl(reading, fcntl.F_GETFL)
    fcntl.fcntl(reading, fcntl.F_SETFL, flags | os.O_NONBLOCK)
    os.close(writing)
    return [
        priority, soft > 64, shown.stdout.split(), group.wait(), single.wait(), asyncio.run(child()), squares[-1],
        os.getpriority(os.PRIO_PROCESS, 0),
    ]


# --- check
from harness import solution


def test_answer():
    found = solution.answer("")
    assert found == [1, True, ["64", "3"], -15, -15, b"one\n", 49, 1], found
