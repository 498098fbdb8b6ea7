# An int that claims to be equal, and whose class claims to be another.
# in-process: passes
# evidence: lying
class Number(int):
    __class__ = str

    def __eq__(self, other):
        return True

    def __index__(self):
        return 1

    __hash__ = int.__hash__


def answer(question):
    print("lying")
    return Number(5)
