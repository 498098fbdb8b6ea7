import queue
import threading


class GiftCards:
    def __init__(self):
        self._jobs = queue.Queue()
        self._balances = {}
        self._journal = []
        threading.Thread(target=self._work, daemon=True).start()

    def _work(self):
        while True:
            job, answer = self._jobs.get()
            answer.put(job())

    def _do(self, job):
        answer = queue.Queue()
        self._jobs.put((job, answer))
        return answer.get()

    def top_up(self, code, cents):
        def job():
            self._balances[code] = self._balances.get(code, 0) + cents
            return self._balances[code]
        return self._do(job)

    def redeem(self, code, cents):
        def job():
            left = self._balances.get(code, 0) - cents
            if left < 0:
                return False
            self._balances[code] = left
            self._journal.append((code, cents, left))
            return True
        return self._do(job)

    def balance(self, code):
        return self._do(lambda: self._balances.get(code, 0))

    def journal(self):
        return self._do(lambda: list(self._journal))
