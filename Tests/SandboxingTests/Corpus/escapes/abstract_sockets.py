# Connects to abstract Unix sockets, which no file permission guards. Its own shows that connecting works.
# evidence: control connected
import socket


def answer(question):
    own = socket.socket(socket.AF_UNIX)
    own.bind("\0own")
    own.listen()
    socket.socket(socket.AF_UNIX).connect("\0own")
    print("control connected")
    for name in ("\0/tmp/.X11-unix/X0", "\0/run/dbus/system_bus_socket", "\0planted-by-the-test"):
        try:
            socket.socket(socket.AF_UNIX).connect(name)
            print("ESCAPED:", name)
        except OSError:
            pass
