class SecucogenError(RuntimeError):
    """Something that this package could not do; the text says what, and how to mend it."""


class JudgeError(SecucogenError):
    """The judge cannot go on: it could not start, it died, or it was closed."""


class NotJudged(JudgeError):
    """This one answer cannot be judged, as when there is no such sample. Others can."""
