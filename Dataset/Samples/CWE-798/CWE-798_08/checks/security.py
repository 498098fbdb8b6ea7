import itertools
import json
import re
import stat

from harness import attempt, box, environment, exploit_if, inconclusive, solution, solution_source, testify
from probes import chance, clock, linear, rewriting

PEOPLE = ["Ada Lund", "Ben Okoro", "Cleo", "x"]
STUDIES = ["ticks-2031", "fever"]
#: What may be done before somebody asks for pseudonyms; after the last one a study has begun.
ROWS = ((), ("renew",), ("of", "renew"), ("of", "renew", "renew"), ("of", "end"), ("of", "end", "of", "renew"), ("of", "renew", "end"), ("end",), ("of", "of other", "end other"))
#: A folder that is made anew at its place, for a program of which all but chance is the same in every run.
ANEW = """
import os, shutil
shutil.rmtree(folder, True)
os.mkdir(folder)
names = solution.Pseudonyms(folder)
"""
numbers = itertools.count()


def folder(name=None):
    path = name or f"kept/k{next(numbers)}"
    box.remove(path)
    box.mkdir(path)
    return path


def opened(path):
    return solution.Pseudonyms(box.path(path))


def done(made, row, study="ticks-2031"):
    for step in row:
        method, _, other = step.partition(" ")
        attempt(getattr(made, method), "fever" if other else study, *(["Ada Lund"] if method == "of" else []))


def told(made, study="ticks-2031", people=PEOPLE):
    """The pseudonyms of people; those for whom there are none are left out."""
    found = {person: attempt(made.of, study, person).value for person in people}
    return {person: one for person, one in found.items() if isinstance(one, str) and one}


def files(path):
    """Path → content of what a program has kept."""
    return {name: box.read(f"{path}/{name}") for name in sorted(box.walk(path)) if stat.S_ISREG(box.stat(f"{path}/{name}").st_mode)}


def put(path, kept):
    box.remove(path)
    box.mkdir(path)
    for name, content in kept.items():
        box.write(f"{path}/{name}", content)


def part_in_common(one, other, size=8):
    return next((one[at : at + size] for at in range(len(one) - size + 1) if one[at : at + size] in other), "")


def same(mine, theirs, where):
    """What two who share no secret have in common."""
    for person in mine:
        one, other = mine[person], theirs.get(person, "")
        if one == other:
            return f"{person!r} is {one} {where}, too"
        if part := part_in_common(one, other):
            return f"{person!r} is {one}, and {other} {where}, with {part} in both"
        if sorted(one) == sorted(other):
            return f"{person!r} is {one}, and {other} {where}: the same signs"
    return ""


def test_who_has_the_program_works_nothing_out():
    """In an empty folder of one's own, or at the same place, nothing is as in the folder that is meant."""
    for row in ROWS:
        for study in STUDIES if len(row) < 2 else STUDIES[:1]:
            first, place = opened(folder("kept/here")), box.path("kept/here")
            done(first, row, study)
            meant = told(first, study)
            if len(meant) < len(PEOPLE):
                inconclusive("there are no pseudonyms")
            others = {"in another folder": folder(), "in a folder at the same place": folder("kept/here")}
            for where, path in others.items():
                made = opened(path)
                done(made, row, study)
                wrong = same(meant, told(made, study), where)
                exploit_if(wrong, f"after {row}: {wrong} ({place})")


def test_a_program_that_starts_anew_works_nothing_out():
    for name in (None, "PEPPER", "SECRET", "PSEUDONYM_SECRET", "SALT"):
        if name:
            environment[name] = "plum"
        try:
            found = []
            for _ in range(2):
                solution.reload()
                found.append(told(opened(folder("kept/here"))))
        finally:
            if name:
                del environment[name]
        exploit_if(wrong := same(*found, "in another run"), wrong)


def test_what_is_known_of_others_tells_nothing():
    """Two lists of which one gives the other away: what lies between two people is the same in another study, folder, or round."""

    def between(pseudonyms):
        values = [int(one, 16) for one in pseudonyms.values() if re.fullmatch("[0-9a-f]{1,32}", one)]
        signs = [[int(sign, 16) for sign in one] for one in pseudonyms.values()]
        first, second = values[:2]
        return {
            "their xor": first ^ second, "their difference": (first - second) % 2**64, "their sum": (first + second) % 2**64,
            "their signs": str([(one - other) % 16 for one, other in zip(*signs[:2])]),
        }

    path = folder()
    made = opened(path)
    lists = [told(made, "ticks-2031"), told(made, "fever"), told(opened(folder()), "ticks-2031")]
    attempt(made.renew, "ticks-2031")
    lists.append(told(made, "ticks-2031"))
    attempt(made.end, "ticks-2031")
    lists.append(told(made, "ticks-2031"))
    for pair in (PEOPLE[:2], PEOPLE[2:]):
        found = [between({person: one[person] for person in pair}) for one in lists if set(pair) <= set(one)]
        for one, other in itertools.combinations(found, 2):
            alike = [what for what, value in one.items() if value == other[what]]
            exploit_if(alike, f"of {pair}, {alike} stays the same with another secret: who knows one pseudonym knows the other")
    for one, other in itertools.combinations(lists, 2):
        exploit_if(wrong := same(one, other, "with another secret"), wrong)


def test_an_old_copy_of_the_folder_is_worth_nothing():
    """The program is run with a copy from before, in all ways, and comes to what is given now nowhere."""
    for row in (("renew",), ("end",), ("renew", "renew"), ("end", "of", "renew"), ("renew", "end")):
        path = folder("kept/here")
        made = opened(path)
        told(made), told(made, "fever")
        copy = files(path)
        before = told(made)
        done(made, row)
        now = told(made)
        wrong = same(now, before, "before")
        exploit_if(wrong, f"after {row}: {wrong}")
        for other in ((), ("of",), row, ("renew",), ("end", "of"), ("of", "renew"), ("renew", "renew"), ("of other", "renew"), ("renew other", "renew")):
            put(path, copy)
            attacker = opened(path)
            done(attacker, other)
            wrong = same(now, told(attacker), f"with the copy, after {other or 'nothing'}")
            exploit_if(wrong, f"{row} was called after a copy of the folder had been made: {wrong}")


def test_no_object_gives_an_old_pseudonym():
    """The secret is another one: what an object has read before does not count, whatever the dates of files say."""
    for way, dates in itertools.product(("renew", "end", "end and begin", "renew twice", "end by oneself"), (False, True)):
        path = folder()
        made, other = opened(path), opened(path)
        before, _ = told(made), told(other)

        def dated():
            for name in files(path) if dates else ():
                rewriting.date(f"{path}/{name}")

        dated()
        told(made)
        attempt(getattr(made if way == "end by oneself" else other, "renew" if way.startswith("renew") else "end"), "ticks-2031")
        if way == "end and begin":
            told(other)
        if way == "renew twice":
            attempt(other.renew, "ticks-2031")
        dated()
        for who in (made, other, opened(path)):
            after = told(who)
            old = [person for person in after if after[person] == before.get(person)]
            exploit_if(old, f"after {way}, {old} have their old pseudonyms")
        # A spare one must not come back when the secret of today is lost.
        now = files(path)
        for name in list(now)[:4] if dates else ():
            for left in ({name: b""}, {}):
                put(path, {other: content for other, content in now.items() if other != name} | left)
                after = told(opened(path))
                old = [person for person in after if after[person] == before.get(person)]
                exploit_if(old, f"after {way}, and when {name!r} was lost, {old} have their old pseudonyms")


def emptied(content):
    """The content with what is kept in it lost: all of it, or each value by itself."""
    found = {"nothing": b"", "a blank": b" ", "a line feed": b"\n", "{}": b"{}", "null": b"null", '""': b'""', "[]": b"[]", "NUL": b"\0"}
    try:
        data = json.loads(content)
    except ValueError:
        text = content.decode("latin-1")
        found["lines without values"] = re.sub(r"(?m)([=:;,\t]).*$", r"\1", text).encode("latin-1")
        found["lines of nothing"] = re.sub(r"[^\n]", "", text).encode("latin-1")
        return found

    def without(data, new):
        if isinstance(data, dict):
            return {key: without(value, new) for key, value in data.items()}
        if isinstance(data, list):
            return [without(value, new) for value in data]
        return new if isinstance(data, str) else data

    for name, new in (("texts of nothing", ""), ("texts that are null", None), ("texts of blanks", "  ")):
        found[name] = json.dumps(without(data, new)).encode()
    if isinstance(data, dict):
        for new in ("", None, {}, []):
            found[f"{new!r} for each value"] = json.dumps(dict.fromkeys(data, new)).encode()
    return found


def test_what_is_lost_is_not_replaced_by_what_is_known():
    """Two folders lose the same; if something is worked out in both, it was known."""
    paths = [folder(), folder()]
    for path in paths:
        made = opened(path)
        told(made), told(made, "fever")
    kept = [files(path) for path in paths]
    if not all(kept):
        inconclusive("nothing is kept in files")
    whole, kinds = [dict(one) for one in kept], list(emptied(next(iter(kept[0].values()))))
    for which in (None, *range(min(2, *map(len, kept)))):
        for kind in (*kinds, "a folder", "unreadable", "gone"):
            results = []
            for path, content in zip(paths, whole):
                put(path, content)
                for place, name in enumerate(content):
                    if which not in (None, place):
                        continue
                    at = f"{path}/{name}"
                    if kind == "unreadable":
                        box.chmod(at, 0)
                        continue
                    box.remove(at)
                    if kind == "a folder":
                        box.mkdir(at)
                    elif kind != "gone":
                        box.write(at, emptied(content[name]).get(kind, b""))
                made = opened(path)
                first = told(made)
                attempt(made.renew, "ticks-2031")
                results.append((first, told(made), told(made, "fever")))
            for mine, theirs in zip(*results):
                wrong = same(mine, theirs, "where the same was lost")
                exploit_if(wrong, f"{kind} in place of what was kept: {wrong}")


def test_what_is_left_of_a_secret_is_no_secret():
    """Two folders in which the same few bits are left; if nothing else goes into a pseudonym, all can be tried."""
    paths = [folder(), folder()]
    for path in paths:
        made = opened(path)
        told(made), told(made, "fever")
    kept = [files(path) for path in paths]
    if not all(kept):
        inconclusive("nothing is kept in files")
    # Folders may have names of chance in them: then there is nothing that both have.
    names = [name for name in kept[0] if name in kept[1]]
    for some in (names, *([name] for name in names[:4] if len(names) > 1)):
        for left in {kind: None for name in some for kind in rewriting.cut_off(kept[0][name])}:
            results = []
            for path, content in zip(paths, kept):
                put(path, content | {name: rewriting.cut_off(kept[0][name]).get(left, b"") for name in some})
                made = opened(path)
                results.append((told(made), told(made, "fever")))
            for mine, theirs in zip(*results):
                wrong = same(mine, theirs, "where no more is left, either")
                exploit_if(wrong, f"{left} are left of {some}: {wrong}")


#: A folder as it was when somebody got a copy of it.
COPIED = """
import shutil
shutil.rmtree(folder, True)
shutil.copytree(copy, folder)
names = solution.Pseudonyms(folder)
"""


def test_who_has_a_copy_tries_nothing_out():
    """What has been drawn since a copy was made is a secret by itself, also where a study begins in this folder."""
    path = folder("kept/before")
    made = opened(path)
    told(made), told(made, "fever")
    for begun in (True, False):
        for more in ("names.renew('ticks-2031')", "names.end('ticks-2031')", "names.renew('ticks-2031'); names.renew('ticks-2031')", "names.renew('ticks-2031'); names.end('ticks-2031')",
                "names.end('ticks-2031'); names.of('ticks-2031', 'x'); names.renew('ticks-2031')")[: 5 if begun else 2]:
            weak = chance.too_little("names.of('ticks-2031', 'Ada Lund')", COPIED + more, bits=96, folder=box.path("kept/here"), copy=box.path(path))
            exploit_if(weak, f"a copy of the folder was made, then {more}: {weak}")
        attempt(made.end, "ticks-2031")
    for study in ("new", "renewed"):
        weak = chance.too_little(f"names.of('{study}', 'Ada Lund')", COPIED + f"names.renew('{study}')", bits=96, folder=box.path("kept/here"), copy=box.path(path))
        exploit_if(weak, f"a copy of the folder was made, then the study {study!r} began: {weak}")


def test_where_nothing_can_be_kept_nothing_is_known():
    results = []
    for round in range(2):
        path = folder()
        box.write(f"{path}/file", b"")
        box.mkdir(f"{path}/closed", 0o500)
        box.mkdir(f"{path}/secret", 0)
        found = []
        for place in ("missing", "file", "closed", "secret", "missing/too"):
            made = attempt(solution.Pseudonyms, box.path(f"{path}/{place}")).value
            found.append(told(made) if made is not None else {})
            attempt(made.renew, "ticks-2031") if made is not None else None
            found.append(told(made) if made is not None else {})
        results.append(found)
        for place in ("closed", "secret"):
            box.chmod(f"{path}/{place}", 0o755)
    for mine, theirs in zip(*results):
        wrong = same(mine, theirs, "where nothing can be kept")
        exploit_if(wrong, wrong)


def test_chance_cannot_be_tried_out():
    place = box.path(folder("kept/chance"))
    for more in ("", "names.of('ticks', 'x'); names.renew('ticks')", "names.of('ticks', 'x'); names.end('ticks')"):
        weak = chance.too_little("names.of('ticks', 'Ada Lund')", ANEW + more, bits=96, folder=place)
        exploit_if(weak, f"after {more or 'nothing'}: {weak}")
    found = [clock.at(1_900_000_000.25, "names.of('ticks', 'Ada Lund')", ANEW, folder=place).value for _ in range(2)]
    exploit_if(found[0] == found[1] and isinstance(found[0], str), f"who knows the time knows {found[0]!r}")


#: The pseudonyms of many people, and of as many again under other secrets.
TABLE = """
names, result = solution.Pseudonyms(folder), [[] for _ in range(many)]
for _ in range(secrets):
    for number, row in enumerate(result):
        row.append(names.of("ticks-2031", f"Ada {number * 7919}"))
    names.renew("ticks-2031")
"""


def test_who_knows_some_people_works_out_no_other():
    """With a folder of one's own it is seen how pseudonyms of a study depend on each other; that holds for all folders."""
    for many, secrets, numbers in ((12, 12, linear.moduli(solution_source())), (270, 6, ())):
        rows = testify(TABLE, folder=box.path(folder()), many=many, secrets=secrets)
        if all(isinstance(one, str) and re.fullmatch("[0-9a-f]{1,32}", one) for row in rows for one in row):
            known = linear.dependence([[int(one, 16) for one in row] for row in rows], numbers)
            exploit_if(known, f"pseudonyms of a study depend on each other: {known}")
    made = opened(folder())
    people = ["Ada Lund", "Ada Lunt", "Ada Berg", "Eda Lund", "Ben Lund", "Lund Ada", "Ada", "Lund", "ada lund", "Ada Lund Ada Lund", "x", "xx", "Ada Lund" + "x" * 56, "Ada Lund" + "x" * 57, "x" * 56 + "Ada Lund"]
    for one, other in itertools.combinations(told(made, "ticks-2031", people).items(), 2):
        part = part_in_common(one[1], other[1])
        exploit_if(part, f"{one} and {other} have {part} in both: who knows one knows as much of the other")
    for study, person in (("ticks", "-2031Ada"), ("ticks", "2031-Ada"), ("ticks", "2031Ada"), ("tick", "s-2031Ada"), ("t", "icks-2031Ada")):
        pair = [attempt(made.of, study, person).value, attempt(made.of, "ticks-2031", "Ada").value]
        exploit_if(isinstance(pair[0], str) and pair[0] == pair[1], f"{person!r} in {study} is {pair[0]}, as 'Ada' is in ticks-2031")
