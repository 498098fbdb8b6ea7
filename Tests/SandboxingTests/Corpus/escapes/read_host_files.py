# Reads what belongs to the machine. Its own file shows that reading works.
# evidence: control read
open("own", "w").write("mine")
PATHS = (
    "/etc/shadow", "/etc/machine-id", "/etc/hostname", "/root", "/home", "/var/log", "/boot", "/sys/kernel",
    "/proc/cpuinfo", "/proc/kallsyms", "/proc/sys/kernel/hostname", "/run", "/old_root", "/mnt",
)


def answer(question):
    import os

    for path in ("own", *PATHS):
        try:
            found = os.listdir(path) if os.path.isdir(path) else open(path).read(100)
        except OSError:
            continue
        if path == "own":
            print("control read")
        elif found:
            print("ESCAPED:", path, found)
