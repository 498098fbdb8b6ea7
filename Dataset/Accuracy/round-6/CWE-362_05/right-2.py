import heapq
from functools import partialmethod
from threading import Condition


def attendant(points):
    free = [*range(1, points + 1)]
    place = {}
    queue = {}
    answer = None
    while True:
        match (yield answer):
            case "arrive", car if car in place:
                answer = place[car]
            case "arrive", car if free:
                answer = place[car] = heapq.heappop(free)
            case "arrive", car:
                queue.setdefault(car)
                answer = None
            case "depart", car if car in place:
                point, answer = place.pop(car), next(iter(queue), None)
                if queue:
                    del queue[answer]
                    place[answer] = point
                else:
                    heapq.heappush(free, point)
            case "depart", car:
                queue.pop(car, None)
                answer = None
            case ("state",):
                answer = {place[car]: car for car in sorted(place, key=place.get)}, list(queue)


class ChargingPark:
    def __init__(self, points):
        self._turn = Condition()
        self._attendant = attendant(points)
        self._attendant.send(None)

    def _ask(self, *request):
        self._turn.acquire()
        try:
            return self._attendant.send(request)
        finally:
            self._turn.release()

    arrive = partialmethod(_ask, "arrive")
    depart = partialmethod(_ask, "depart")
    state = partialmethod(_ask, "state")
