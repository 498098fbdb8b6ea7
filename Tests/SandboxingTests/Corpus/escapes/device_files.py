# Makes and opens devices.
# evidence: refused
import os
import stat


def answer(question):
    block, character = stat.S_IFBLK, stat.S_IFCHR
    for kind, major, minor in ((block, 8, 0), (block, 253, 0), (character, 1, 1), (character, 5, 1)):
        try:
            os.mknod("device", kind | 0o666, os.makedev(major, minor))
            print("ESCAPED: mknod", major, minor)
        except OSError:
            pass
    for name in ("mem", "kmsg", "kvm", "fuse", "net/tun", "tty", "console", "sda", "vda", "loop-control"):
        try:
            os.open(f"/dev/{name}", os.O_RDWR)
            print("ESCAPED:", name)
        except OSError:
            pass
    print("refused")
