"""What a worker of level 2 has no power to do itself: it is done from outside, by a child that joins its namespaces.

Inside, nobody has a capability (Ubuntu's profile of bubblewrap denies them to everything that it starts). But whoever
made a user namespace may enter it with all of them, and that was the user as whom bubblewrap was started.
"""

import ctypes
import fcntl
import json
import os
import socket
from typing import Any

from jail import filesystem, interfaces
from outer.reachable import Identity

_NEW_MOUNT, _NEW_NETWORK, _NEW_USER = 0x00020000, 0x40000000, 0x10000000
_GET_OWNER = 0xB701


def run(errand: dict[str, Any], inside: int, identity: Identity, worker: socket.socket) -> None:
    """Does one errand for the worker whose first process is `inside`, and answers it. Raises nothing."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    try:
        _become(identity)
        if "box" in errand:
            _enter(inside, "mnt", _NEW_MOUNT)
            filesystem.resize_box(int(errand["box"]))
            worker.send(b"{}")
        else:
            _enter(inside, "net", _NEW_NETWORK)
            interfaces.make_every_address_local()
            listeners = interfaces.open_listeners(errand["network"])
            answer = {"listeners": [[kind, port] for kind, port, _ in listeners]}
            socket.send_fds(worker, [json.dumps(answer).encode()], [one.fileno() for _, _, one in listeners])
    except Exception as error:
        worker.send(json.dumps({"error": str(error)}).encode())
    finally:
        os._exit(0)


def _become(identity: Identity) -> None:
    """The user as whom the worker runs, who alone is sure to own its namespaces."""
    if identity:
        os.setgroups(identity["extra_groups"])
        os.setresgid(*[identity["group"]] * 3)
        os.setresuid(*[identity["user"]] * 3)


def _enter(process: int, name: str, kind: int) -> None:
    """Joins a namespace of a process, after the user namespace that owns it."""
    libc = ctypes.CDLL(None, use_errno=True)
    target = os.open(f"/proc/{process}/ns/{name}", os.O_RDONLY | os.O_CLOEXEC)
    owner = fcntl.ioctl(target, _GET_OWNER)
    for descriptor, wanted in ((owner, _NEW_USER), (target, kind)):
        if libc.setns(descriptor, wanted) < 0:
            code = ctypes.get_errno()
            raise OSError(code, f"joining the worker's namespaces: {os.strerror(code)}")
