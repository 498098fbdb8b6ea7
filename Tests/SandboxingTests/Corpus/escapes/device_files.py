# Makes and opens devices.
# evidence: refused
import os
import stat


def answer(question):
    for kind, major, minor in ((stat.S_IFBLK, 8, 0), (stat.S_IFBLK, 253, 0), (stat.S_IFCHR, 1, 1), (stat.S_IFCHR, 5, 1)):
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
