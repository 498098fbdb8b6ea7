# An exception whose text, class and truth all misbehave.
# evidence: raising
class Awkward(BaseException):
    def __str__(self):
        raise KeyboardInterrupt

    def __repr__(self):
        raise SystemExit(0)

    @property
    def errno(self):
        raise GeneratorExit


def answer(question):
    print("raising", flush=True)
    raise Awkward
