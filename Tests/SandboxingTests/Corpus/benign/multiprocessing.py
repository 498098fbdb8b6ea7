import multiprocessing


def double(number):
    return number * 2


def answer(question):
    with multiprocessing.Pool(3) as pool:
        doubled = pool.map(double, range(5))
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=queue.put, args=("sent",))
    process.start()
    received = queue.get(timeout=5)
    process.join()
    return doubled, received


# --- check
from harness import solution


def test_answer():
    assert solution.answer("") == ([0, 2, 4, 6, 8], "sent")
