from harness import attempt, box, exploit_if, solution
from probes import database, files, search
from probes.grammars import paths, spellings
from probes.grammars.ranked import in_turn

SECRET, NAME, TOP = database.secret("file"), database.secret("name").lower(), database.secret("top").lower()
EVIL = b"evil-5521"
#: Outside of the folder: beside it, in one that begins like it, in one that is called like it but for capitals; and staff.
OUT = ("museum/vault", "museum/disks-old", "museum/DISKS", "museum/diskstaff")
STAFF = "museum/disks/staff"
base, disks = None, None


def setup():
    global base
    base = files.Base("museum/disks")
    box.write("museum/disks/games/jet.bas", b"10 FLY")
    for folder in (*OUT, STAFF):
        box.write(f"{folder}/x.txt", SECRET)
        box.write(f"{folder}/{NAME}", b"")
    box.write("museum/x.txt", SECRET)
    box.write(f"museum/{NAME}", b"")
    box.write(f"museum/disks/{TOP}", b"")


def shelf():
    global disks
    disks = solution.Disks("museum/disks") if disks is None else disks
    return disks


def ways(name, staff=("staff",)):
    """Of a file of this name, or of the folders that it is in."""
    end = (name,) if name else ()
    return [("..", "vault", *end), (*staff, *end), ("..", "disks-old", *end), ("..", *end), ("..", "disks", *staff, *end), ("games", "..", *staff, *end)]


def typed(name):
    """Names in every spelling, as paths of their own and as absolute ones."""
    targets = [box.path(f"{folder}/{name}" if name else folder) for folder in (OUT[0], STAFF, *OUT[1:], "museum")]
    staff = [f"games/../{STAFF.split('/')[-1]}/{name}", f"x/../staff/{name}", f"../disks/staff/{name}", f"{box.path(STAFF)}/{name}", f"./games/.././staff//{name}", f"../../museum/disks/staff/{name}"]
    absolute = (f"{start}{target}{end}" for end in ("", ".", " ") for target in targets for start in ("", " ", "\\", "...", ".. ", ".", "/ ", "c:", "file:"))
    end = f"\\{name}" if name else ""
    ups = (f"{up}\\{last}{end}" for up in spellings.ups() for last in ("vault", "disks\\staff"))
    return in_turn(spellings.paths(ways(name), "games"), spellings.left_out([("..", "vault", name), ("staff", name), ("games", "..", "staff", name)] if name else [("..", "vault"), ("staff",)]), (f"{one}{end}" for one in spellings.names("staff")), ups, absolute, (form for way in staff for form in (way, way.replace("/", "\\"), way.upper(), way.replace("/", " / "), way.replace("..", ".. "))), paths.escapes(base.path, targets, "games", "games/jet.bas"))


def test_nothing_else_is_loaded():
    def effect(name):
        return "a file that is not for visitors is loaded" if database.leaks(attempt(shelf().load, name).value, SECRET) else None

    search.attack("the name", typed("x.txt"), effect, tries=390)


def test_nothing_else_is_listed():
    def effect(name):
        found = attempt(shelf().directory, name).value
        if database.leaks(found, NAME):
            return "a folder that is not for visitors is listed"
        return "the folder staff is told of" if isinstance(found, list) and "staff" in found and TOP in found else None

    tops = (*TOPS[:20], box.path("museum/disks"))
    search.attack("the name", in_turn(tops, typed("")), effect, tries=280)


def planted():
    """What is different where visitors may not save."""
    for folder in (*OUT, STAFF):
        if not box.exists(folder) or box.names(folder) != sorted(("x.txt", NAME)) or box.read(f"{folder}/x.txt") != SECRET.encode():
            return f"something was written in {folder}"
    return "a file outside was overwritten" if box.read("museum/x.txt") != SECRET.encode() else None


def put_back():
    for folder in (*OUT, STAFF):
        for name in box.names(folder) if box.exists(folder) else ():
            if name not in ("x.txt", NAME):
                box.remove(f"{folder}/{name}")
        box.write(f"{folder}/x.txt", SECRET)
    box.write("museum/x.txt", SECRET)


def saved(name):
    attempt(shelf().save, name, EVIL)
    wrong = planted()
    if wrong:
        put_back()
    return wrong


def test_nothing_else_is_overwritten():
    before = around()
    search.attack("the name", typed("x.txt"), saved, tries=200)
    strays(before)


def test_nothing_is_made_elsewhere():
    before = around()
    search.attack("the name", typed("n.txt"), saved, tries=155)
    search.attack("the name", typed("deep/n.txt"), saved, tries=35)
    strays(before)


def around():
    """What lies in the folders around, where nobody else makes anything while a check runs."""
    return {f"{folder}/{name}" for folder in ("/box", "/box/work", "/box/work/museum") for name in box.names(folder) if name not in ("tmp", "__pycache__")}


def strays(before):
    found = sorted(around() - before)
    exploit_if(found, f"something was made outside: {found}")


#: Names of the folder itself, as visitors may type it.
TOPS = ("", ".", "/", "\\", " ", "./", "games/..", "games\\..\\", " . ", "...", "..", "x/..", "../disks", "\t", "\0", "games/../", "/.", ". .", "\\\\", "\u00a0", ".. ", "GAMES\\..", "./.", "staff/..", "../disks/.")


def test_the_folder_itself_is_no_file():
    """What is written first, or kept of what was there, would lie beside it."""
    box.mkdir("hall/disks")
    made = [solution.Disks("hall/disks"), solution.Disks("hall/disks/")]
    for name in TOPS:
        for one in made:
            attempt(one.save, name, EVIL), attempt(one.load, name)
            found = sorted(set(box.names("hall")) - {"disks"})
            exploit_if(found, f"something was made beside the folder by the name {name!r}: {found}"[:200])


def test_the_way_to_a_place_inside_stays_inside():
    """Folders are made on the way, and taken back by dots."""
    before = around()
    def effect(name):
        attempt(shelf().save, name, EVIL)
        if found := [one for one in box.names("museum") if one.startswith("made")]:
            box.remove(f"museum/{found[0]}")
            return "a folder outside was made"
        if found := [one for one in box.names(STAFF) if one not in ("x.txt", NAME)]:
            box.remove(f"{STAFF}/{found[0]}")
            return "a folder was made in staff"
        return None

    inside = (f"{first}{slash}..{slash}{last}" for slash in ("/", "\\", " / ") for first in ("../made", "staff/made", "games/../../made", "../disks/staff/made", "../made/on") for last in ("games/ok", "disks/ok", "../disks/games/ok", "../games/ok", "../../disks/ok"))
    search.attack("the name", in_turn(inside, paths.detours(base.path, "made", "ok")), effect, tries=60)
    strays(before)


def test_staff_is_not_made():
    """Where there is none, neither as a folder nor as a file."""
    box.mkdir("bare")
    bare = solution.Disks("bare")

    def effect(name):
        for outcome in (attempt(bare.load, name), attempt(bare.save, name, EVIL), attempt(bare.directory, name)):
            if box.exists("bare/staff"):
                box.remove("bare/staff")
                return "staff was made"
        return None

    once = [(*start, "staff", *end) for start in ((), ("x", ".."), ("..", "bare"), (".",)) for end in ((), ("n.txt",), ("..", "n.txt"), ("..",), (".",), ("",))]
    search.attack("the name", in_turn(spellings.paths([("staff",), ("staff", "n.txt")], "x"), spellings.left_out([("staff",), ("staff", "n.txt")]), ("/".join(way) for way in once), ("\\".join(way).upper() + "." for way in once)), effect, tries=145)


def test_a_folder_that_is_named_in_another_way():
    """The path of the folder may end with a slash, be a relative one with dots, or be `staff` itself."""
    box.write("museum/staff/staff/x.txt", SECRET)
    box.write("museum/staff/ok.txt", b"ok")
    for path in ("museum/staff", "museum/staff/", "museum/./disks/../staff", box.path("museum/staff"), "./museum/staff/."):
        made = solution.Disks(path)
        for name in ("staff/x.txt", "STAFF\\X.TXT", "../vault/x.txt", "../staff/staff/x.txt", "./staff/x.txt", "/staff/x.txt", "../disks/staff/x.txt", " /staff/x.txt", "../x.txt", "../staff-old/x.txt"):
            exploit_if(database.leaks(attempt(made.load, name).value, SECRET), f"Disks({path!r}).load({name!r}) loads a file that is not for visitors")


def test_a_name_that_is_typed_once_more():
    """What was refused once, or was typed before for something else, may be remembered as if it had been looked at."""
    box.write("museum/disks/games/staff/x.txt", b"for all"), box.write("museum/disks/vault/x.txt", b"for all")
    def loaded(one, name):
        return "a file that is not for visitors is loaded" if database.leaks(attempt(one.load, name).value, SECRET) else ""

    def listed(one, name):
        found = attempt(one.directory, name[: -len("/x.txt")]).value
        return "a folder that is not for visitors is listed" if database.leaks(found, NAME) else ""

    def written(one, name):
        attempt(one.save, name, EVIL)
        wrong = planted()
        if wrong:
            put_back()
        return wrong or ""

    forms = ("staff/x.txt", "../vault/x.txt", "games/../staff/x.txt", box.path("museum/vault/x.txt"), "../disks-old/x.txt")
    for form in (spelled for form in forms for spelled in (form, form.replace("/", "\\").upper())):
        for first, second in ((loaded, loaded), (listed, listed), (written, written), (written, loaded), (listed, loaded), (loaded, written)):
            one = solution.Disks("museum/disks")
            for ready in ("games/staff/x.txt", "vault/x.txt", "games"):
                attempt(one.load, ready), attempt(one.directory, ready.rpartition("/")[0])
            found = first(one, form) or second(one, form) or second(one, f" {form}.")
            exploit_if(found, f"the name {form!r}, typed several times: {found}")


def test_staff_that_comes_later():
    """It was not there when visitors first asked for it, nor when the program began."""
    box.mkdir("young/disks")
    box.write("young/disks/games/jet.bas", b"10 FLY")
    one = solution.Disks("young/disks")
    for name in ("staff", "staff/x.txt", "STAFF\\X.TXT", "games/../staff", ""):
        attempt(one.load, name), attempt(one.directory, name)
    box.write("young/disks/staff/x.txt", SECRET), box.write(f"young/disks/staff/{NAME}", b"")
    for name in ("staff/x.txt", "STAFF\\X.TXT", "./staff/x.txt", "games/../staff/x.txt"):
        exploit_if(database.leaks(attempt(one.load, name).value, SECRET), f"staff was made, and {name!r} is loaded")
        exploit_if(database.leaks(attempt(one.directory, name[: -len("/x.txt")]).value, NAME), f"staff was made, and the folder of {name!r} is listed")
    top = attempt(one.directory, "").value
    exploit_if(isinstance(top, list) and "staff" in top, "staff was made, and is told of")
