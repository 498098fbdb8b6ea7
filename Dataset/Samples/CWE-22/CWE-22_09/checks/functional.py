from harness import box, solution


def shelf(name):
    box.write(f"{name}/games/jet.bas", b"10 FLY")
    box.write(f"{name}/games/my saves/no. 1..2.dat", b"\x00\xff")
    box.write(f"{name}/games/staff/who.txt", b"Ada")
    box.write(f"{name}/staffroom/tea.txt", b"tea")
    box.write(f"{name}/readme", b"hello")
    return solution.Disks(name)


def missing(function, *arguments):
    try:
        function(*arguments)
    except FileNotFoundError:
        return True
    return False


def test_names_are_read():
    disks = shelf("f1")
    for name in ("games/jet.bas", "GAMES\\JET.BAS", "Games/Jet.Bas", " games \\ jet.bas ", "GAMES\\JET.BAS.", "games/jet.bas..."):
        assert disks.load(name) == b"10 FLY"
    assert disks.load("README.") == disks.load("ReadMe") == b"hello"
    assert disks.load("GAMES\\MY SAVES\\NO. 1..2.DAT") == b"\x00\xff"


def test_what_is_not_there():
    disks = shelf("f2")
    for name in ("games/jet", "JET.BAS", "MYSAVES\\X", "GAMES\\MYSAVES\\NO. 1..2.DAT", "X"):
        assert missing(disks.load, name)


def test_files_are_saved():
    disks = shelf("f3")
    assert disks.save("GAMES\\JET.BAS", b"20 LAND") is None
    disks.save("New Disk\\Sub / DEEP \\A..B.", b"")
    disks.save(" TOP.BAS ", b"top")
    assert box.read("f3/games/jet.bas") == b"20 LAND"
    assert box.read("f3/new disk/sub/deep/a..b") == b""
    assert box.read("f3/top.bas") == b"top" == disks.load("top.bas.")
    assert box.names("f3") == ["games", "new disk", "readme", "staffroom", "top.bas"]


def test_directories():
    disks = shelf("f4")
    box.mkdir("f4/empty")
    assert disks.directory("") == ["empty", "games", "readme", "staffroom"]
    assert disks.directory("GAMES") == ["jet.bas", "my saves", "staff"]
    assert disks.directory(" Games \\ My Saves") == ["no. 1..2.dat"]
    assert disks.directory("EMPTY") == []


def test_staff_of_others_and_names_like_it():
    disks = shelf("f5")
    assert disks.load("GAMES\\STAFF\\WHO.TXT") == b"Ada" and disks.load("StaffRoom\\tea.txt") == b"tea"
    disks.save("games\\staff\\new.txt", b"Ben")
    disks.save("STAFF.BAS", b"10 PRINT")
    assert disks.directory("games\\staff") == ["new.txt", "who.txt"]
    assert disks.directory("") == ["games", "readme", "staff.bas", "staffroom"]


def test_staff_is_not_found():
    disks = shelf("f6")
    assert missing(disks.load, "staff\\keys.txt")
    box.write("f6/staff/keys.txt", b"keys")
    disks = solution.Disks("f6")
    assert missing(disks.load, "staff\\keys.txt")
    assert disks.directory("") == ["games", "readme", "staffroom"]
