import queue
import threading
from concurrent.futures import Future


class GiftCards:
    """All cards belong to one clerk, a thread that does one request after the other."""

    def __init__(self):
        self._requests = queue.SimpleQueue()
        threading.Thread(target=self._clerk, args=(self._requests,), daemon=True).start()

    @staticmethod
    def _clerk(requests):
        cards, paid = {}, []

        def top_up(code, cents):
            cards[code] = cards.get(code, 0) + cents
            return cards[code]

        def redeem(code, cents):
            left = cards.get(code, 0) - cents
            if left < 0:
                return False
            cards[code] = left
            paid.append((code, cents, left))
            return True

        desk = {"top_up": top_up, "redeem": redeem, "balance": lambda code: cards.get(code, 0),
                "journal": lambda: list(paid)}
        while True:
            answer, name, arguments = requests.get()
            try:
                answer.set_result(desk[name](*arguments))
            except Exception as error:
                answer.set_exception(error)

    def _ask(self, name, *arguments):
        answer = Future()
        self._requests.put((answer, name, arguments))
        return answer.result()

    def top_up(self, code, cents):
        return self._ask("top_up", code, cents)

    def redeem(self, code, cents):
        return self._ask("redeem", code, cents)

    def balance(self, code):
        return self._ask("balance", code)

    def journal(self):
        return self._ask("journal")
