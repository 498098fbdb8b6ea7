from itertools import islice


def _tour(spoken):
    """A coroutine that is sent commands and yields what is to be spoken."""
    names = {str(n): n for n in spoken}
    stop, answer = 1, None
    while True:
        match (yield answer):
            case ("select", typed) if typed in names:
                answer = spoken[stop := names[typed]]
            case ("select", _):
                answer = "Please choose another number."
            case ("forward",):
                answer = spoken[stop := stop + 1 if stop + 1 in spoken else 1]
            case ("back",):
                answer = spoken[stop := stop - 1 if stop - 1 in spoken else stop]


class AudioGuide:
    def __init__(self, texts, stops):
        self._send = (walk := _tour(dict(enumerate(islice(texts, stops), 1)))).send
        next(walk)

    select = lambda self, typed: self._send(("select", typed))
    forward = lambda self: self._send(("forward",))
    back = lambda self: self._send(("back",))
