# Pushes characters into the terminal's input.
# evidence: refused
import fcntl
import os


def answer(question):
    for descriptor in (0, 1, 2):
        for request in (0x5412, 0x541C):
            try:
                fcntl.ioctl(descriptor, request, b"x")
                print("ESCAPED: ioctl")
            except OSError:
                pass
    try:
        os.open("/dev/tty", os.O_RDWR)
        print("ESCAPED: tty")
    except OSError:
        pass
    print("refused")
