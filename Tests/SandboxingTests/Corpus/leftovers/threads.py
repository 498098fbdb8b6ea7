# Threads that go on after the answer.
# evidence: left
import threading
import time


def answer(question):
    for _ in range(10):
        threading.Thread(target=time.sleep, args=(600,)).start()
    print("left")
