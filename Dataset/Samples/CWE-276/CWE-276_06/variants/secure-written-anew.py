import os
import threading

#: For the umask, which all threads share.
LOCK = threading.Lock()


class Shelf:
    """All copies of an index. Each is a file made anew, so that nobody has it open."""

    def __init__(self, path):
        self.path = path

    def name(self, number):
        return f"{self.path}.{number}" if number else self.path

    def read(self, number):
        with open(self.name(number), "rb") as file:
            return file.read()

    def there(self):
        return [number for number in range(1, 4) if os.path.isfile(self.name(number))]

    def write(self, number, content):
        with LOCK:
            before = os.umask(0o177)
            try:
                if os.path.lexists(self.name(number)):
                    os.remove(self.name(number))
                with open(self.name(number), "xb") as file:
                    file.write(content)
            finally:
                os.umask(before)


def back_up(path):
    shelf = Shelf(path)
    index = shelf.read(0)
    held = {number: shelf.read(number) for number in shelf.there()}
    for number in (3, 2):
        if number - 1 in held:
            shelf.write(number, held[number - 1])
        elif number in held and number == 2:
            os.remove(shelf.name(2))
        elif number in held:
            shelf.write(number, held[number])
    shelf.write(1, index)


def restore(path, number):
    shelf = Shelf(path)
    shelf.write(0, shelf.read(number))


def copies(path):
    return Shelf(path).there()
