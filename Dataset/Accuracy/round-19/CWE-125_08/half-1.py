class Palettes:
    def __init__(self, table):
        self._table = bytes(table)
        self._palettes = {}   # artist -> (start, stop), colours of the table
        self._numbers = {}    # artist -> list of colours of the palette
        self._sound = set()   # artists all of whose numbers are known to be in the palette

    def give(self, artist, first, count):
        old = self._palettes.get(artist)
        new = (first, first + count)
        self._palettes[artist] = new
        # numbers that were fine stay fine, unless the palette has become shorter
        if old is None or new[1] < old[1]:
            self._check(artist)

    def arrange(self, artist, numbers):
        self._numbers[artist] = list(numbers)
        self._check(artist)

    def _check(self, artist):
        self._sound.discard(artist)
        if artist in self._palettes and artist in self._numbers:
            start, stop = self._palettes[artist]
            if all(0 <= number < stop - start for number in self._numbers[artist]):
                self._sound.add(artist)

    def _colour(self, artist, number):
        start, stop = self._palettes[artist]
        numbers = self._numbers.get(artist)
        if number < 0:
            raise ValueError("no such number")
        if numbers is not None:
            if number >= len(numbers):
                raise ValueError("no such number")
            number = numbers[number]
        if artist not in self._sound and not 0 <= number < stop - start:
            raise ValueError("no such colour")
        at = 3 * (start + number)
        colour = tuple(self._table[at:at + 3])
        if len(colour) != 3:
            raise ValueError("no such colour")
        return colour

    def paint(self, artist, data, bits):
        self._palettes[artist]
        if bits not in (1, 2, 4, 8):
            raise ValueError("bits")
        mask = (1 << bits) - 1
        return [self._colour(artist, byte >> shift & mask)
                for byte in data for shift in range(8 - bits, -1, -bits)]

    def span(self, artist, first, last):
        self._palettes[artist]
        if first > last:
            raise ValueError("ends of the span")
        result = []
        for number in range(first, last + 1):
            result.append(self._colour(artist, number))
        return result

    def blend(self, artist, place):
        self._palettes[artist]
        i, n = divmod(place, 16)
        a = self._colour(artist, i)
        if n == 0:
            return a
        b = self._colour(artist, i + 1)
        return tuple(((16 - n) * x + n * y) // 16 for x, y in zip(a, b))
