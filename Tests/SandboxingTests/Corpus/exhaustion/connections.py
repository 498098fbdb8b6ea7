# Connects to its own listener until nothing goes any more.
# evidence: refused after
import socket


def answer(question):
    listener = socket.create_server(("127.0.0.1", 0), backlog=4096)
    held = []
    for number in range(100_000):
        try:
            held.append(socket.create_connection(listener.getsockname(), timeout=0.5))
        except OSError:
            print("refused after", number)
            return None
