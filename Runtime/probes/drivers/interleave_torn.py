import builtins
import io
import stat

# A write of more than this is not one step to those who read: the kernel shows it page by page.
PAGE_BYTES = 4096


def stop_here():
    """The step may be overtaken in the middle of a write. Places in its code are none in such a race."""
    actor = getattr(current, "actor", None)
    if actor is None or actor.point is None:
        return
    actor.count += 1
    if actor.count == actor.point:
        frame = sys._getframe(1)
        while frame.f_back is not None and frame.f_code.co_filename not in watcher.files:
            frame = frame.f_back
        actor.line = actor.line or frame.f_lineno
        actor.say(b"s")
        os.read(actor.gate, 1)


def in_pieces(data, write):
    """Writes all of it, stopping behind its first page and before its last; returns the size."""
    view = memoryview(data).cast("B")
    size, last = len(view), 0
    for place in sorted({place for place in (PAGE_BYTES, (size - 1) // PAGE_BYTES * PAGE_BYTES) if 0 < place < size}):
        while last < place:
            last += write(view[last:place], last)
        stop_here()
    while last < size:
        last += write(view[last:], last)
    return size


class TornFile(io.FileIO):
    def write(self, data):
        return in_pieces(data, lambda part, _: io.FileIO.write(self, part))


class Tearing:
    """What the solution opens and writes from now on is written in pieces, as the kernel does it."""

    def start(self, solution):
        real = {name: getattr(os, name) for name in ("write", "pwrite", "sendfile")}
        real_open = io.open

        def is_file(descriptor):
            return stat.S_ISREG(os.fstat(descriptor).st_mode)

        def write(descriptor, data):
            if not is_file(descriptor):
                return real["write"](descriptor, data)
            return in_pieces(data, lambda part, _: real["write"](descriptor, part))

        def pwrite(descriptor, data, offset):
            return in_pieces(data, lambda part, done: real["pwrite"](descriptor, part, offset + done))

        def sendfile(out, source, offset, count):
            sent = real["sendfile"](out, source, offset, min(count, PAGE_BYTES))
            if sent == PAGE_BYTES:
                stop_here()
            return sent

        def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
            if not isinstance(mode, str) or not set(mode) & set("wax+"):
                return real_open(file, mode, buffering, encoding, errors, newline, closefd, opener)
            # Whatever is wrong with the arguments, the real one tells.
            real_open("/dev/null", mode.replace("x", "w"), buffering, encoding, errors, newline).close()
            raw = TornFile(file, mode.replace("b", "").replace("t", ""), closefd, opener)
            if buffering == 0:
                return raw
            size = buffering if buffering > 1 else io.DEFAULT_BUFFER_SIZE
            made = (io.BufferedRandom if "+" in mode else io.BufferedWriter)(raw, size)
            if "b" not in mode:
                made = io.TextIOWrapper(made, encoding, errors, newline, buffering == 1)
                made.mode = mode
            return made

        changes = {real["write"]: write, real["pwrite"]: pwrite, real["sendfile"]: sendfile, real_open: open}
        self.changed = []
        for names in (vars(os), vars(io), vars(builtins), vars(solution)):
            for name, value in list(names.items()):
                stand_in = next((made for one, made in changes.items() if value is one), None)
                if stand_in is not None:
                    self.changed.append((names, name, value))
                    names[name] = stand_in
        Actor.stops_in_code = False

    def stop(self):
        for names, name, value in self.changed:
            names[name] = value
        Actor.stops_in_code = True


tearing = Tearing()
