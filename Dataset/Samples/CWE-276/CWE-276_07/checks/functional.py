import stat

from harness import box, solution, testify

UMASKS = (0o000, 0o022, 0o077)
UNDER = """
import os
old = os.umask(umask)
try:
    result = [getattr(solution, name)(*arguments) for name, *arguments in calls]
finally:
    os.umask(old)
"""


def under(umask, *calls):
    assert testify(UNDER, umask=umask, calls=list(calls)) == [None] * len(calls)


def bits(path):
    return stat.S_IMODE(box.stat(path).st_mode)


def expect_folders(root):
    assert box.names(root) == ["board", "hand-in", "staff"]
    assert bits(root) & 0o755 == 0o755
    assert bits(f"{root}/hand-in") & 0o333 == 0o333
    assert bits(f"{root}/board") & 0o777 == 0o777
    assert bits(f"{root}/staff") & 0o2770 == 0o2770


def test_folders_are_made():
    for umask in UMASKS:
        under(umask, ("set_up", f"f-new-{umask:o}"))
        expect_folders(f"f-new-{umask:o}")


def test_missing_folders_above_are_made():
    for umask, root in ((0o022, "f-above/a/school"), (0o000, box.path("f-high/school"))):
        under(umask, ("set_up", root))
        expect_folders(root)
    assert bits("f-above") & 0o755 == bits("f-above/a") & 0o755 == 0o755


def test_folders_that_are_there_are_used():
    box.write("f-there/board/old.txt", b"old")
    box.mkdir("f-there/staff", mode=0o700)
    box.chmod("f-there", 0o700)
    under(0o022, ("set_up", "f-there"), ("set_up", "f-there"))
    expect_folders("f-there")
    assert box.read("f-there/board/old.txt") == b"old"


def test_notices_are_posted():
    for umask in UMASKS:
        root = f"f-post-{umask:o}"
        text = "To Bath\nGrüße, €5"
        under(umask, ("set_up", root), ("post", root, "trip.txt", text), ("post", root, "Käthe 2", ""))
        assert box.text(f"{root}/board/trip.txt") == text
        assert box.text(f"{root}/board/Käthe 2") == ""
        assert box.names(f"{root}/board") == ["Käthe 2", "trip.txt"]
        assert bits(f"{root}/board/trip.txt") & 0o644 == 0o644


def test_files_are_shared():
    for umask in UMASKS:
        root = f"f-share-{umask:o}"
        under(umask, ("set_up", root), ("share", box.path(root), "marks", "Ada: B"))
        assert box.text(f"{root}/staff/marks") == "Ada: B"
        assert box.names(f"{root}/staff") == ["marks"]
        assert bits(f"{root}/staff/marks") & 0o660 == 0o660


def test_a_file_takes_the_place_of_another():
    solution.set_up("f-again")
    for folder, put in (("board", solution.post), ("staff", solution.share)):
        box.write(f"f-again/{folder}/n", b"a much longer text of somebody", mode=0o600)
        assert put("f-again", "n", "new") is None
        put("f-again", "other", "text")
        assert box.read(f"f-again/{folder}/n") == b"new"
        assert box.names(f"f-again/{folder}") == ["n", "other"]
    assert bits("f-again/board/n") & 0o644 == 0o644
    assert bits("f-again/staff/n") & 0o660 == 0o660
