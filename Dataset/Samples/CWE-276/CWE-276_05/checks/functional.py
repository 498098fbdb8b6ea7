import io
import tarfile

from harness import box, solution


def bundle(path, *members, packed=False):
    """Members are (name, mode, data); a folder has None as data."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz" if packed else "w") as tar:
        for name, mode, data in members:
            member = tarfile.TarInfo(name)
            member.mode = mode
            if data is None:
                member.type = tarfile.DIRTYPE
                tar.addfile(member)
            else:
                member.size = len(data)
                tar.addfile(member, io.BytesIO(data))
    box.write(path, buffer.getvalue(), mode=0o644)
    return path


def test_files_are_unpacked():
    path = bundle("f-files.tar", ("pour", 0o755, b"#!/bin/sh\n"), ("menu.txt", 0o644, b"tea"), ("empty", 0o644, b""))
    assert solution.unpack_bundle(path, "f-files") == ["empty", "menu.txt", "pour"]
    assert box.read("f-files/pour") == b"#!/bin/sh\n"
    assert box.read("f-files/menu.txt") == b"tea"
    assert box.read("f-files/empty") == b""


def test_folders_with_an_entry_and_without():
    files, folders = [("lib/a", 0o644, b"a"), ("x/y/z", 0o755, b"z")], [("lib", 0o755, None), ("void", 0o755, None)]
    path = bundle("f-folders.tar", *folders, *files)
    assert solution.unpack_bundle(path, "f-folders") == ["lib/a", "x/y/z"]
    assert box.names("f-folders") == ["lib", "void", "x"]
    assert box.read("f-folders/x/y/z") == b"z"


def test_a_packed_bundle_and_names_with_a_dot():
    path = bundle("f-packed.tar.gz", ("./", 0o755, None), ("./bin/tea pot", 0o755, b"t"), packed=True)
    assert solution.unpack_bundle(path, "f-packed") == ["bin/tea pot"]
    assert box.read("f-packed/bin/tea pot") == b"t"


def test_missing_folders_above_are_made():
    path = bundle("f-above.tar", ("run", 0o755, b"r"))
    assert solution.unpack_bundle(path, box.path("f-top/machines/7")) == ["run"]
    assert box.read("f-top/machines/7/run") == b"r"


def test_a_folder_that_exists():
    path = bundle("f-exists.tar", ("run", 0o755, b"new"))
    box.write("f-exists/run", b"old")
    try:
        solution.unpack_bundle(path, "f-exists")
    except FileExistsError:
        assert box.read("f-exists/run") == b"old"
        return
    raise AssertionError("no FileExistsError")


def test_programs():
    files = {"b": 0o755, "a": 0o644, "sub/c": 0o755, "sub/deep/d": 0o644}
    path = bundle("f-programs.tar", *((name, mode, b"") for name, mode in files.items()))
    solution.unpack_bundle(path, "f-programs")
    assert solution.programs("f-programs") == ["b", "sub/c"]


def test_a_bundle_without_files():
    assert solution.unpack_bundle(bundle("f-none.tar"), "f-none") == []
    assert solution.programs("f-none") == []


def test_every_account_can_use_the_bundle():
    path = bundle("f-modes.tar", ("sub", 0o755, None), ("sub/run", 0o755, b""), ("sub/text", 0o644, b""))
    solution.unpack_bundle(path, "f-modes")
    assert [box.mode(name) & 0o555 for name in ("f-modes", "f-modes/sub", "f-modes/sub/run")] == [0o555] * 3
    assert box.mode("f-modes/sub/text") & 0o555 == 0o444


def test_the_owner_can_replace_files():
    path = bundle("f-owner.tar", ("run", 0o755, b"one"))
    solution.unpack_bundle(path, "f-owner")
    assert box.mode("f-owner/run") & 0o200 and box.mode("f-owner") & 0o200
