"""Starts one worker in its outer sandbox, and stands guard over it.

    python3 -I -S Runtime/launch.py [--profile bare|standard] [--level 3|2]

Descriptor 3 is the control socket to the host. This process stays between the two: when the host is gone, however it
went, the socket hangs up and the worker is killed; when this process is killed, the worker dies with it.
"""

import os
import subprocess
import sys

# Every start waits for this program's imports: it has few. And it has them all here, as nothing below /tmp can be
# reached later (`outer/reachable.py`).
RUNTIME = os.path.dirname(os.path.realpath(__file__))
CONTROL = 3
sys.path.insert(0, RUNTIME)
sys.dont_write_bytecode = True

from outer import bubblewrap, reachable  # noqa: E402
from outer.guard import Guard, Start  # noqa: E402


#: Exit status of a worker in which runs cannot have namespaces of their own.
NESTING_REFUSED = 33


def main() -> int:
    given = dict(zip(sys.argv[1::2], sys.argv[2::2], strict=True))
    profile = given.pop("--profile", "standard")
    only = given.pop("--level", None)  # otherwise 3, then 2
    if given or only not in (None, "3", "2"):
        sys.exit(__doc__)
    python = os.path.dirname(os.path.dirname(os.path.realpath(sys.executable)))
    os.closerange(CONTROL + 1, 1 << 20)
    os.set_inheritable(CONTROL, True)
    files = bubblewrap.open_runtime(RUNTIME)
    place = reachable.prepare(python)
    status = NESTING_REFUSED
    for level in (3, 2) if only is None else (int(only),):
        status = Guard(CONTROL, place, lambda what: start(files, place, what)).run(Start(level, profile))
        if status != NESTING_REFUSED:
            break
    if status == NESTING_REFUSED:
        print(f"level {level} cannot be had here: user namespaces cannot be nested", file=sys.stderr)
    return status


def start(files: bubblewrap.RuntimeFiles, place: reachable.Place, what: Start) -> subprocess.Popen[bytes]:
    """Starts a worker of a level. Its supervisor ends with NESTING_REFUSED when the level cannot be had."""
    for descriptor in files.descriptors:
        os.lseek(descriptor, 0, os.SEEK_SET)
    command = bubblewrap.arguments(files, place.python, what.level, what.information)
    command += ["/opt/python/bin/python3", "-s", "-S", "-P", "-B", "-m", "jail.supervisor"]
    command += [what.profile, str(what.level), files.digest, str(what.control), str(what.errands)]
    command.append("cold" if what.is_cold else "warm")
    passed = {what.control, what.errands, what.information} - {-1}
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=2,
        env={"PATH": os.environ.get("PATH", "/usr/bin:/bin")},  # where bwrap is looked for; inside it is another
        cwd="/",
        pass_fds=(*passed, *files.descriptors),
        **place.identity,
    )


if __name__ == "__main__":
    sys.exit(main())
