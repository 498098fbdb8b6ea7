"""An immutable book, pure moves, and one place that swaps the book under a lock."""
import threading
import typing


class Book(typing.NamedTuple):
    slots: tuple = ()
    queue: tuple = ()

    def point(self, car):
        return next((n for n, here in enumerate(self.slots, 1) if here == car and here is not None), None)

    def put(self, n, car):
        return self._replace(slots=self.slots[:n - 1] + (car,) + self.slots[n:])


def arriving(book, car):
    if (here := book.point(car)) is not None or car in book.queue:
        return book, here
    free = next((n for n, other in enumerate(book.slots, 1) if other is None), None)
    return (book._replace(queue=book.queue + (car,)) if free is None else book.put(free, car)), free


def departing(book, car):
    match book.point(car), book.queue:
        case None, queue:
            return book._replace(queue=tuple(c for c in queue if c != car)), None
        case n, ():
            return book.put(n, None), None
        case n, (first, *rest):
            return book.put(n, first)._replace(queue=tuple(rest)), first


class ChargingPark:
    def __init__(self, points):
        self.__book, self.__gate = Book((None,) * points), threading.Lock()

    def __move(self, rule, car):
        with self.__gate:
            self.__book, answer = rule(self.__book, car)
        return answer

    def arrive(self, car):
        return self.__move(arriving, car)

    def depart(self, car):
        return self.__move(departing, car)

    def state(self):
        book = self.__book
        return {n: car for n, car in enumerate(book.slots, 1) if car is not None}, list(book.queue)
