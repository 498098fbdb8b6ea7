# Opens sockets of every family and kind but the ordinary ones.
# evidence: refused
import socket


def answer(question):
    ordinary = {socket.AF_UNIX, socket.AF_INET, socket.AF_INET6}
    for family in range(1, 46):
        for kind in (1, 2, 3, 5):
            try:
                made = socket.socket(family, kind)
            except OSError:
                continue
            made.close()
            if family not in ordinary or (kind == 3 and family != socket.AF_UNIX):
                print("ESCAPED:", family, kind)
    print("refused")
