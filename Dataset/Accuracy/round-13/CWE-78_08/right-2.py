"""Contact sheets: own matcher for patterns, asyncio for the program, base64 in the file."""
import asyncio
import base64
import os


def _compile(pattern):
    """A pattern as a list of parts: None for *, else a test for one character."""
    parts, k = [], 0
    while k < len(pattern):
        sign = pattern[k]
        k += 1
        if sign == "*":
            parts.append(None)
        elif sign == "?":
            parts.append(lambda c: True)
        elif sign == "[" and (end := _end(pattern, k)) is not None:
            parts.append(_one_of(pattern[k:end]))
            k = end + 1
        else:
            parts.append(sign.__eq__)
    return parts


def _end(pattern, k):
    k += pattern[k:k + 1] in ("!", "^")
    end = pattern.find("]", k + 1)
    return None if end < 0 else end


def _one_of(inside):
    negative = inside[0] in "!^" and len(inside) > 1
    if negative:
        inside = inside[1:]
    ranges, k = [], 0
    while k < len(inside):
        if k + 2 < len(inside) and inside[k + 1] == "-":
            ranges.append((inside[k], inside[k + 2]))
            k += 3
        else:
            ranges.append((inside[k], inside[k]))
            k += 1
    return lambda c: any(low <= c <= high for low, high in ranges) != negative


def _fits(name, parts):
    """Simulates all ways through the pattern at once."""
    def spread(states):
        for state in states:
            yield state
            while state < len(parts) and parts[state] is None:
                state += 1
                yield state

    states = set(spread([0]))
    for sign in name:
        after = set()
        for state in states:
            if state < len(parts):
                if parts[state] is None:
                    after.add(state)
                elif parts[state](sign):
                    after.add(state + 1)
        states = set(spread(after))
    return len(parts) in states


class SearchRefused(ValueError):
    pass


class Plates:
    def __init__(self, folder, searches):
        self.__folder = folder
        self.__searches = searches

    @staticmethod
    def __refuse(*texts):
        for text in texts:
            try:
                if b"\0" in text.encode("utf-8"):
                    raise SearchRefused(text)
            except UnicodeEncodeError:
                raise SearchRefused(ascii(text)) from None

    def sheet(self, pattern, title, out):
        self.__refuse(pattern, title)
        parts = _compile(pattern)
        names = [name for name in os.listdir(self.__folder) if _fits(name, parts)]
        names.sort()
        if names:
            asyncio.run(self.__start("--title", title, "--out", out,
                                     *("/".join((self.__folder, name)) for name in names)))
        return len(names)

    @staticmethod
    async def __start(*arguments):
        program = await asyncio.create_subprocess_exec("contactsheet", *arguments)
        await program.wait()

    def keep(self, pattern, title):
        self.__refuse(pattern, title)
        fields = (base64.b64encode(text.encode("utf-8")) for text in (pattern, title))
        with open(self.__searches, "ab") as file:
            file.write(b":".join(fields) + b"\n")

    def remake(self, out):
        if not os.path.exists(self.__searches):
            return []
        counts = []
        with open(self.__searches, "rb") as file:
            for number, line in enumerate(file, 1):
                pattern, title = (base64.b64decode(f).decode("utf-8") for f in line.split(b":"))
                counts.append(self.sheet(pattern, title, f"{out}/{number}.pdf"))
        return counts
