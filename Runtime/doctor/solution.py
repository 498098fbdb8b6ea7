"""The doctor's patient: does what a hostile solution would do, and tells how it went."""

import os
import socket
import subprocess
import time


def add(a, b):
    return a + b


def add_wrongly(a, b):
    return a - b


def read(path):
    with open(path, "rb") as file:
        return file.read(100)


def write(path):
    with open(path, "w") as file:
        file.write("was here")


def processes():
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def connect(host, port):
    with socket.create_connection((host, port), timeout=1) as channel:
        return channel.getpeername()[0]


def kill_everything():
    for pid in {*range(1, 400)} - {os.getpid()}:
        try:
            os.kill(pid, 9)
        except OSError:
            pass
    return "alive"


def run(command):
    return subprocess.run(command, shell=True, capture_output=True, text=True).stdout


def new_namespace():
    import ctypes

    return ctypes.CDLL(None).unshare(0x10000000)


def allocate(mebibytes):
    block = bytearray(mebibytes << 20)
    block[::4096] = b"x" * len(block[::4096])
    return len(block)


def sleep(seconds):
    time.sleep(seconds)
