import threading


def answer(question):
    found = []
    lock = threading.Lock()

    def add(number):
        with lock:
            found.append(number)

    threads = [threading.Thread(target=add, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(found)


# --- check
from harness import solution


def test_answer():
    assert solution.answer("") == list(range(20))
