# Lowers its own priority and limits and closes its eyes to new files, as far as they go, and leaves children like that.
# evidence: lowered
import os
import resource
import subprocess


def answer(question):
    os.umask(0o777)
    os.nice(19)
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    subprocess.Popen(["sleep", "1000"], start_new_session=True)
    for kind in (resource.RLIMIT_STACK, resource.RLIMIT_MEMLOCK, resource.RLIMIT_NOFILE):
        resource.setrlimit(kind, (1, 1))
    print("lowered")
