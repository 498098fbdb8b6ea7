import array
import ctypes
import mmap

MARGIN = 64
BEFORE = bytes((37 * n + 11) % 251 for n in range(MARGIN))
AFTER = bytes((53 * n + 7) % 251 for n in range(MARGIN))


def buffer_of(kind, content):
    """Makes a buffer; returns what the solution gets, and functions that read the region and what lies around it."""
    size = len(content)
    if kind in ("bytearray", "array"):
        made = bytearray(content) if kind == "bytearray" else array.array("B", content)
        return made, lambda: bytes(made), None
    whole = BEFORE + content + AFTER
    if kind == "memoryview":
        arena = bytearray(whole)
        view = memoryview(arena)[MARGIN : MARGIN + size]
        return (
            view,
            lambda: bytes(arena[MARGIN : MARGIN + size]),
            lambda: (bytes(arena[:MARGIN]), bytes(arena[MARGIN + size :])),
        )
    if kind == "mmap":
        made = mmap.mmap(-1, max(size, 1))
        made[:size] = content
        return made, lambda: made[:], None
    if kind == "file":
        import tempfile

        made = tempfile.TemporaryFile()
        made.write(content)
        made.seek(0)

        def read():
            made.flush()
            made.seek(0)
            return made.read()

        return made, read, None

    class Memory(ctypes.Structure):
        _fields_ = [
            ("far", ctypes.c_ubyte * 4096),
            ("before", ctypes.c_ubyte * MARGIN),
            ("region", ctypes.c_ubyte * size),
            ("after", ctypes.c_ubyte * MARGIN),
            ("further", ctypes.c_ubyte * 65536),
        ]

    memory = Memory()
    memory.before[:], memory.region[:], memory.after[:] = BEFORE, content, AFTER
    address = ctypes.addressof(memory.region)
    target = (ctypes.c_char * size).from_buffer(memory, Memory.region.offset) if kind == "ctypes" else address
    kept.append(memory)
    return target, lambda: bytes(memory.region), lambda: (bytes(memory.before), bytes(memory.after))


kept = []


def observe(solution, setup, expression, buffers, values):
    names = {"solution": solution, **values}
    readers = {}
    for name, (kind, content) in buffers.items():
        names[name], *readers[name] = buffer_of(kind, content)
    exec(setup, names)
    outcome = evaluated(expression, names)
    regions = {}
    for name, (content, around) in readers.items():
        try:
            before, after = around() if around else (BEFORE, AFTER)
            regions[name] = {"content": content(), "before": before == BEFORE, "after": after == AFTER}
        except (ValueError, OSError):
            regions[name] = None
    return {"outcome": outcome, "regions": regions}
