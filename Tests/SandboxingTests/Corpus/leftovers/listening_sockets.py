# Sockets that listen, by address and by name.
# evidence: left
import os
import socket
import time


def answer(question):
    if os.fork() == 0:
        held = [socket.create_server(("127.0.0.1", 8123))]
        named = socket.socket(socket.AF_UNIX)
        named.bind("\0leftover")
        named.listen()
        held.append(named)
        time.sleep(600)
    time.sleep(0.05)
    print("left")
