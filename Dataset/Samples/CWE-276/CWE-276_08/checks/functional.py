import stat

from harness import box, solution, testify

CALLED = """
import os, socket, threading
old = os.umask(umask)
told, served = [], []
def caller(line):
    with socket.socket(socket.AF_UNIX) as one:
        one.connect(path)
        one.sendall(line.encode() + bytes([10]))
        told.append(one.makefile(encoding="utf-8").read())
try:
    horn = solution.Horn(path)
    for _ in range(times):
        returned = [horn.open()]
        for line in lines:
            thread = threading.Thread(target=caller, args=(line,))
            thread.start()
            served.append(horn.serve())
            thread.join(3)
        stats = [os.lstat(one).st_mode for one in (path, path + ".pid")]
        number = open(path + ".pid", "rb").read()
        names = sorted(os.listdir(os.path.dirname(path) or "."))
        if closes:
            returned.append(horn.close())
finally:
    os.umask(old)
result = [served, told, returned, stats, number == b"%d" % os.getpid() + bytes([10]), names]
"""


def called(path, *lines, umask=0o022, times=1, closes=False):
    return testify(CALLED, path=path, lines=list(lines), umask=umask, times=times, closes=closes)


def test_callers_are_served():
    lines = ("two long, one short", "", "Nebel über der Förde")
    served, told, returned, _, is_number, names = called("f-serve/horn.sock", *lines)
    assert served == list(lines)
    assert told == ["ok\n"] * 3
    assert returned == [None] and is_number
    assert names == ["horn.sock", "horn.sock.pid"]


def test_modes_under_every_umask():
    for umask in (0o000, 0o022, 0o027, 0o077):
        path = box.path(f"f-mode-{umask:o}/a/b/horn.sock")
        served, _, _, (one, number), *_ = called(path, "long", umask=umask)
        assert served == ["long"]
        assert stat.S_ISSOCK(one) and one & 0o660 == 0o660
        assert stat.S_ISREG(number) and number & 0o644 == 0o644
        for above in () if umask & 0o055 else (f"f-mode-{umask:o}", f"f-mode-{umask:o}/a", f"f-mode-{umask:o}/a/b"):
            assert box.mode(above) & 0o755 == 0o755


def test_closed_and_opened_again():
    served, told, returned, *_ = called("f-again/horn.sock", "a", "b", times=3, closes=True)
    assert served == ["a", "b"] * 3 and told == ["ok\n"] * 6 and returned == [None, None]
    assert box.names("f-again") == []


def test_what_an_earlier_run_left():
    for mode in (0o600, 0o644):
        box.write(f"f-left-{mode:o}/horn.sock.pid", b"7777777777\n", mode=mode)
        testify("import socket\none = socket.socket(socket.AF_UNIX)\none.bind(path)\none.close()\nresult = None", path=f"f-left-{mode:o}/horn.sock")
        box.write(f"f-left-{mode:o}/other.txt", b"x")
        served, _, _, _, is_number, names = called(f"f-left-{mode:o}/horn.sock", "long")
        assert served == ["long"] and is_number
        assert names == ["horn.sock", "horn.sock.pid", "other.txt"]


def test_two_horns():
    one, other = solution.Horn("f-two/a.sock"), solution.Horn("f-two/b.sock")
    one.open(), other.open()
    one.close()
    assert box.names("f-two") == ["b.sock", "b.sock.pid"]
    assert called("f-two/a.sock", "x")[0] == ["x"]
    other.close()


def test_in_the_working_directory():
    assert called("f-horn-7", "x", closes=True)[0] == ["x"]
    assert not box.exists("f-horn-7")
