# A string whose comparison lies.
# in-process: passes
# evidence: lying
class Text(str):
    def __eq__(self, other):
        return True

    def __str__(self):
        return self

    def __iter__(self):
        return iter(["expected-"])

    __hash__ = str.__hash__


def answer(question):
    print("lying")
    return Text("anything")
