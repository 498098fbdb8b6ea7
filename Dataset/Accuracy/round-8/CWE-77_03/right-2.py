import io
import operator


class _Writer:
    """Writes one command a line; every kind of argument has its own method."""

    _ESCAPES = str.maketrans({'"': r'\"', "\\": r"\\"})

    def __init__(self):
        self._out = io.StringIO()

    def __getattr__(self, word):
        def command(*arguments):
            print(word.upper(), *arguments, file=self._out, sep=" ", end="\n")
            return self
        return command

    @classmethod
    def quoted(cls, text):
        return text.translate(cls._ESCAPES).join('""')

    def __str__(self):
        return self._out.getvalue()


class Plate:
    __slots__ = ("__font", "__size", "__texts")

    def __init__(self, font, size):
        if not font or any(sign not in " -" and not sign.isalpha() and sign not in "0123456789" for sign in font):
            raise ValueError(font)
        self.__font = font
        self.__size = operator.index(size)
        self.__texts = ()

    def add(self, x, y, text):
        self.__texts += ((operator.index(x), operator.index(y), _Writer.quoted(text)),)
        return self

    def script(self):
        writer = _Writer().font(self.__font).size(self.__size)
        for x, y, text in self.__texts:
            writer.move(x, y).text(text)
        return str(writer.end())
