# Sends a descriptor over the channel and asks for one.
# evidence: sent
# ending: protocol-violation
import array
import os
import socket


def answer(question):
    channel = socket.socket(fileno=os.dup(3))
    root = os.open("/usr", os.O_RDONLY)
    print("sent", flush=True)
    channel.sendmsg([b"\x00\x00\x00\x02[]"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [root] * 4))])
