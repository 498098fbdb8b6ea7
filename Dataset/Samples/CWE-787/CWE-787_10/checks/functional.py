import struct

from probes import canary


def memory_of(needles, space, *rows):
    return struct.pack("<3H", needles, space, len(rows)) + b"".join(rows).ljust(needles * space, b"\0")


def after(before, *calls):
    """The bytes of the job, and what the last of the calls returns."""
    setup = "bed = solution.Bed(job)\n" + "".join(f"{call}\n" for call in calls[:-1])
    run = canary.call(calls[-1], setup=setup, job=canary.Region(len(before), "pointer", before))
    assert run.outcome.returned, run.outcome.error
    return run.regions["job"].content, run.outcome.value


def test_rows_are_knitted():
    content, value = after(memory_of(5, 3), "bed.knit(b'abcde')", "bed.knit(bytes([0, 255, 9, 0, 7]))", "bed.knit(b'vwxyz')")
    assert content == memory_of(5, 3, b"abcde", b"\0\xff\t\0\a", b"vwxyz") and value is None


def test_rows_are_repeated():
    begun = memory_of(2, 9, b"aa", b"bb", b"cc")
    assert after(begun, "bed.repeat(2, 2)") == (memory_of(2, 9, *(two * 2 for two in (b"a", b"b", b"c", b"b", b"c", b"b", b"c"))), None)
    assert after(begun, "bed.repeat(3, 1)", "bed.repeat(1, 3)")[0] == memory_of(2, 9, b"aa", b"bb", b"cc", b"aa", b"bb", *[b"cc"] * 4)
    assert after(begun, "bed.repeat(3, 2)")[0] == memory_of(2, 9, *[b"aa", b"bb", b"cc"] * 3)
    assert after(begun, "bed.repeat(0, 5)", "bed.repeat(2, 0)", "bed.repeat(0, 0)")[0] == begun
    assert after(memory_of(2, 9), "bed.repeat(0, 3)")[0] == memory_of(2, 9)


def test_rows_are_taken_back():
    begun = memory_of(3, 4, b"abc", b"def", b"ghi", b"jkl")
    assert after(begun, "bed.unravel(2)") == (memory_of(3, 4, b"abc", b"def"), None)
    assert after(begun, "bed.unravel(0)")[0] == begun
    assert after(begun, "bed.unravel(1)", "bed.unravel(3)", "bed.knit(b'new')")[0] == memory_of(3, 4, b"new")


def test_motifs_are_painted():
    begun = memory_of(4, 4, b"....", b"....", b"....")
    assert after(begun, "bed.paint(1, 1, [b'ab', b'c'])") == (memory_of(4, 4, b"....", b".ab.", b".c.."), None)
    assert after(begun, "bed.paint(0, 0, [b'1234', b'', b'567'])")[0] == memory_of(4, 4, b"1234", b"....", b"567.")
    assert after(begun, "bed.paint(2, 3, [b'x'])", "bed.paint(0, 2, [b'yz', b'\\0'])")[0] == memory_of(4, 4, b"..yz", b"..\0.", b"...x")


def test_rows_are_told():
    begun = memory_of(4, 4, b"abcd", b"e\0gh", b"ijkl")
    assert [after(begun, f"bed.row({number})")[1] for number in range(3)] == [b"abcd", b"e\0gh", b"ijkl"]
    assert after(begun, "bed.unravel(2)", "bed.knit(b'mnop')", "bed.row(1)")[1] == b"mnop"


def test_the_driver_knits_and_begins_other_jobs():
    """In the memory, between two calls."""
    second = memory_of(3, 5, b"abc", b"def")
    third = memory_of(3, 5, b"def")
    moved = "import ctypes; ctypes.memmove(job, {!r}, {})"
    calls = ("bed.knit(b'12345')", moved.format(second, len(second)), "bed.knit(b'ghi')", "bed.unravel(1)", moved.format(third, len(third)), "bed.repeat(1, 4)", "bed.paint(4, 0, [b'end'])")
    content, _ = after(memory_of(5, 4, b"aaaaa"), *calls)
    assert content[: len(third)] == memory_of(3, 5, b"def", b"def", b"def", b"def", b"end")
