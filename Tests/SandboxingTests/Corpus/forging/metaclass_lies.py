# A class object whose class says that every comparison holds.
# in-process: passes
# evidence: lying
class Meta(type):
    def __eq__(cls, other):
        return True

    __hash__ = type.__hash__


class Answer(metaclass=Meta):
    pass


def answer(question):
    print("lying")
    return Answer
