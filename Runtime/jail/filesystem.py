"""The private file system of one run: a small tmpfs at /box, and a /proc that shows its own processes only."""

import os

from jail import linux

MS_NOSUID = 2
MS_NODEV = 4
MS_NOEXEC = 8
MS_REMOUNT = 32
MS_BIND = 4096

#: Files, folders and links that fit into /box.
INODES = 4096

#: Folder of /box → mode. `work` is the working directory; `bin` holds the fake programs.
FOLDERS = {"work": 0o700, "tmp": 0o1777, "shm": 0o1777, "bin": 0o755}


def mount(source: str, target: str, kind: str | None, flags: int, options: str | None = None) -> None:
    def encoded(text: str | None) -> bytes | None:
        return None if text is None else text.encode()

    linux.checked(
        linux.libc.mount(encoded(source), encoded(target), encoded(kind), flags, encoded(options)), f"mount {target}"
    )


def make_folders(root: str) -> None:
    for name, mode in FOLDERS.items():
        os.mkdir(f"{root}/{name}")
        os.chmod(f"{root}/{name}", mode)


def mount_box(size_mib: int) -> None:
    """Mounts the tmpfs at /box and shows parts of it as /tmp and /dev/shm.

    One tmpfs, so that one size limit covers all that a solution can write. It is not `noexec`: fake programs live here.
    """
    mount("box", "/box", "tmpfs", MS_NOSUID | MS_NODEV, f"size={size_mib}m,nr_inodes={INODES},mode=755")
    make_folders("/box")
    mount("/box/tmp", "/tmp", None, MS_BIND)
    mount("/box/shm", "/dev/shm", None, MS_BIND)


def resize_box(size_mib: int) -> None:
    """Sets the limits of a tmpfs that is mounted at /box already."""
    mount("box", "/box", None, MS_REMOUNT | MS_NOSUID | MS_NODEV, f"size={size_mib}m,nr_inodes={INODES}")


def mount_proc() -> None:
    """`subset=pid` leaves out everything about the machine."""
    mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, "subset=pid")
