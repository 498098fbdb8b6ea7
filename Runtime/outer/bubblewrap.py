"""The command line of the outer sandbox."""

import hashlib
import os
import sys

#: Packages of Runtime/ that are needed inside. Only their files are shown, one by one, never the folder.
_PACKAGES = ("harness", "jail", "probes", "solution_server", "tester", "wire")
_SUFFIXES = (".py", ".bpf")
#: What a compiled file begins with that holds its source's hash, and is looked at again when it is imported (PEP 552).
_CHECKED_HASH = (3).to_bytes(4, "little")
_ETC = ("passwd", "group", "hosts", "nsswitch.conf", "resolv.conf", "protocols", "services")
_DEVICES = ("null", "zero", "full", "random", "urandom")

ENVIRONMENT = {
    "PATH": "/box/bin:/opt/python/bin:/usr/bin:/bin",
    "LD_LIBRARY_PATH": "/opt/python/lib",
    "PYTHONPATH": "/opt/runtime",
    "PYTHONDONTWRITEBYTECODE": "1",
    "LANG": "C.UTF-8",
    "HOME": "/box/work",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
}


class RuntimeFiles:
    """Open files of the runtime and where the worker sees them."""

    def __init__(self, opened: list[tuple[int, str]], digest: str) -> None:
        #: (descriptor, path inside)
        self.opened = opened
        #: SHA-256 over paths and contents, without compiled files: they follow from their sources.
        self.digest = digest

    @property
    def descriptors(self) -> list[int]:
        return [descriptor for descriptor, _ in self.opened]


def open_runtime(runtime: str | os.PathLike[str]) -> RuntimeFiles:
    """Opens every file that a worker needs, while the checkout is still in reach."""
    opened = []
    digest = hashlib.sha256()
    for source, target in _files(os.fspath(runtime)):
        descriptor = os.open(source, os.O_RDONLY)
        content = os.pread(descriptor, 1 << 24, 0)
        digest.update(b"%s\0%d\0" % (target.encode(), len(content)) + content)
        opened.append((descriptor, target))
        if (compiled := _compiled(source)) is not None:
            opened.append((compiled, _cache(target)))
    return RuntimeFiles(opened, digest.hexdigest())


def _compiled(source: str) -> int | None:
    """Opens what `Setup/setup.sh` has compiled. Without it every worker would compile all probes anew."""
    try:
        descriptor = os.open(_cache(source), os.O_RDONLY)
    except OSError:
        return None
    if os.pread(descriptor, 4, 4) == _CHECKED_HASH:
        return descriptor
    os.close(descriptor)
    return None


def _cache(source: str) -> str:
    folder, name = os.path.split(source)
    return f"{folder}/__pycache__/{name.removesuffix('.py')}.{sys.implementation.cache_tag}.pyc"


#: Of /box, where the worker's runs share one (level 2), until the first run's limits are known.
_SHARED_BOX_BYTES = 32 << 20


def arguments(
    files: RuntimeFiles, python: str | os.PathLike[str], level: int = 3, information: int = -1
) -> list[str]:
    """bubblewrap with everything that a worker sees; the program to run is to follow.

    Its process inside is told on the descriptor `information`, unless that is -1.

    Files of the runtime are copied through descriptors: the worker's uid need not be able to read the checkout, and a
    run's mount namespace stays small.
    """
    command = ["bwrap", "--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
    command += ["--unshare-cgroup-try", "--hostname", "sandbox", "--uid", "1000", "--gid", "1000"]
    command += ["--die-with-parent", "--new-session", "--clearenv"]
    if information >= 0:
        command += ["--info-fd", str(information)]
    for name, value in ENVIRONMENT.items():
        command += ["--setenv", name, value]
    command += ["--tmpfs", "/", "--ro-bind", "/usr", "/usr"]
    for name in ("bin", "lib", "lib32", "lib64", "libx32", "sbin"):
        if os.path.islink(f"/{name}"):
            command += ["--symlink", os.readlink(f"/{name}"), f"/{name}"]
        elif os.path.isdir(f"/{name}"):
            command += ["--ro-bind", f"/{name}", f"/{name}"]
    command += ["--ro-bind", os.fspath(python), "/opt/python"]
    for descriptor, target in files.opened:
        command += ["--perms", "0444", "--file", str(descriptor), target]
    command += ["--ro-bind-try", "/etc/alternatives", "/etc/alternatives"]
    command += ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"]
    if level == 3:
        command += ["--dir", "/box", "--dir", "/tmp"]
    else:
        command += ["--size", str(_SHARED_BOX_BYTES), "--tmpfs", "/box", "--symlink", "/box/tmp", "/tmp"]
    command += ["--proc", "/proc", "--tmpfs", "/dev"]
    for device in _DEVICES:
        command += ["--dev-bind", f"/dev/{device}", f"/dev/{device}"]
    command += ["--symlink", "/proc/self/fd", "/dev/fd"]
    for number, stream in enumerate(("stdin", "stdout", "stderr")):
        command += ["--symlink", f"/proc/self/fd/{number}", f"/dev/{stream}"]
    command += ["--dir", "/dev/shm"] if level == 3 else ["--symlink", "/box/shm", "/dev/shm"]
    command += ["--remount-ro", "/dev", "--chdir", "/", "--remount-ro", "/", "--"]
    return command


def _files(runtime: str) -> list[tuple[str, str]]:
    found = [(f"{runtime}/etc/{name}", f"/etc/{name}") for name in _ETC]
    for package in _PACKAGES:
        for folder, folders, names in os.walk(f"{runtime}/{package}"):
            folders.sort()
            inside = folder[len(runtime) :]
            found += [(f"{folder}/{name}", f"/opt/runtime{inside}/{name}") for name in sorted(names) if _is_shown(name)]
    return found


def _is_shown(name: str) -> bool:
    return os.path.splitext(name)[1] in _SUFFIXES
