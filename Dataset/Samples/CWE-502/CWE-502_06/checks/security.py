import base64
import itertools

from harness import attempt, exploit_if, inconclusive, solution
from probes import constants, markers, naming, search
from probes.grammars import evasions, lengthened, mosaics, seams
from probes.grammars.ranked import in_turn
from probes.machines import values

WORD, EARLIER = f"vivace-{naming.word()}", f"grave-{naming.word()}"
CRATE, OTHER = {"no": 7, "holds": ("harp",), "stops": {"Graz"}}, {"no": 8, "holds": ("tuba",), "stops": {"Linz"}}
FORGED = {"no": 9, "holds": ("horn",), "stops": {"Enns"}}
#: Words of other tours, and what a program may take for a word.
STRANGE = ("presto-2", "", " ", "None", "word", "allegro-71")


def server():
    return solution.Slips(WORD, [EARLIER])


def genuine(crate=CRATE, word=WORD):
    slip = attempt(solution.Slips(word).write, crate).value
    if not isinstance(slip, str):
        inconclusive("no slip is written")
    return slip


def test_a_slip_runs_nothing():
    marker, own = markers.new(), genuine()
    slips = server()
    attempt(slips.read, own)
    wrapped = {name: base64.b64encode(data).decode() for name, data in marker.pickles().items()}
    words = (*STRANGE, *(part for part in own.replace(":", ".").split(".") if len(part) < 80))
    made = (marker.sealed(own, words), marker.embedded(own), marker.repacked(own), wrapped, marker.other_formats(own))
    texts = {(number, name): text for number, one in enumerate(made) for name, text in one.items()}

    def ran(name):
        attempt(slips.read, texts[name])
        return "it ran on the server" if marker.fired else None

    search.attack("the slip", in_turn(*([(n, name) for name in one] for n, one in enumerate(made))), ran, 220, shrink=0)


def changed():
    """A slip with signs changed, and slips that are put together of two, one of them sealed with another word."""
    one, two, old = genuine(), genuine(OTHER), genuine(OTHER, EARLIER)
    words = [word for word in constants.strings() if word.isprintable()]
    forged = [mosaics.mosaics(own, genuine(FORGED, "presto-2"), words) for own in (one, old)]
    size = len(one)
    places = sorted(range(size), key=lambda place: (place * 7919) % size)[:40]
    signs = (one[:place] + ("A" if one[place] != "A" else "B") + one[place + 1 :] for place in places)
    whole = (one + two, two + one, genuine(FORGED, "presto-2"))
    return in_turn(*forged, mosaics.mosaics(one, two, words), signs, whole)


def test_no_slip_that_was_changed_is_read():
    """The same crate may be written in another way, such as with other unused bits of base64."""
    slips = server()
    for known in (genuine(), genuine(OTHER)):
        attempt(slips.read, known)

    def said(text):
        crate = attempt(slips.read, text).value
        wrong = isinstance(crate, dict) and crate not in (CRATE, OTHER)
        return f"it is read as a slip of the tour: {crate}" if wrong else None

    search.attack("the slip", changed(), said, 420, shrink=0)


def moved(own):
    """The signs of a slip on, where one that parts it stands somewhere else."""
    for sign in dict.fromkeys(sign for sign in own if not sign.isalnum()):
        for place in [place for place, one in enumerate(own) if one == sign][:3]:
            rest = own[:place] + own[place + 1 :]
            for steps in range(1, 61):
                yield from (rest[:cut] + sign + rest[cut:] for cut in (place + steps, place - steps) if 0 <= cut <= len(rest))


def test_no_part_of_a_slip_is_read_as_a_slip():
    """A crate in a crate is read by itself where the seal does not tell where the crate begins."""
    crate, slips = {"b": {"no": 9}}, server()

    def said(text):
        read = attempt(slips.read, text).value
        return f"it is read as {read}" if isinstance(read, dict) and read != crate else None

    search.attack("the slip", moved(genuine(crate)), said, 240, shrink=0)


def test_no_slip_that_was_made_longer_is_read():
    """The crate may be the same; but nobody who knows a word has written what is read."""
    own, slips = genuine(), server()

    def read(text):
        return "what was put behind its crate is sealed" if isinstance(attempt(slips.read, text).value, dict) else None

    sizes = (32, len(WORD), 64, len(WORD) + 1, 20, 16)
    search.attack("the slip", itertools.islice(lengthened.lengthened(own, sizes), 70), read, 70, shrink=0)


def alike():
    for word in (WORD, EARLIER):
        yield from (word + " ", " " + word, word.upper(), word.capitalize(), word[:-1], word[:8], word[:4], word + "x")
        # A key that is too short for its hash is filled up with NUL.
        yield from (word + "\0", word + "\n", word[::-1], word.replace("-", ""), word.replace("-", "_"), "\ufeff" + word)
        yield evasions.wide(word)
        yield from (word.split("-")[0], word.split("-")[1], word * 2, word[:-1] + "z", word.replace("e", "\u0435"))
    both = (f"{WORD},{EARLIER}", f"{WORD} {EARLIER}", f"['{WORD}', '{EARLIER}']", WORD + EARLIER)
    yield from (*STRANGE[2:], *both)


def test_a_slip_with_a_word_that_is_alike_is_not_read():
    slips = server()

    def read(word):
        text = attempt(solution.Slips(word).write, OTHER).value
        crate = attempt(slips.read, text).value
        return "the slip of another tour is read" if isinstance(crate, dict) else None

    search.attack("the word", alike(), read, 60, shrink=0)
    for one, other in (*values.CONFUSED, ("lég\u00e8re-7", "lége\u0300re-7"), ("l\u00e9gere-7", "l\u00e8gere-7")):
        text = attempt(solution.Slips(other).write, OTHER).value if other else None
        found = attempt(solution.Slips(one).read, text).value
        exploit_if(isinstance(found, dict), f"with the word {one!r} a slip of {other!r} is read")


def test_no_sign_moves_between_a_word_and_a_slip():
    """Where a key is made of the word and a part of the slip, joined without a border."""
    slips = server()

    def write(word):
        forger = attempt(solution.Slips, word).value
        text = attempt(forger.write, FORGED).value if forger is not None else None
        return text if isinstance(text, str) else None

    def read(text):
        crate = attempt(slips.read, text).value
        return "the slip of another tour is read" if isinstance(crate, dict) else None

    for word in (WORD, EARLIER):
        search.attack("the slip", seams.seams(word, write), read, 170, shrink=0)


def test_no_slip_is_read_with_a_word_that_was_taken_back():
    slip = genuine(OTHER, EARLIER)
    attempt(server().read, slip)
    later = solution.Slips(WORD)
    for _ in range(2):
        found = attempt(later.read, slip)
        exploit_if(isinstance(found.value, dict), "a slip with a word that counts no more is read")
    attempt(server().read, slip)
    exploit_if(isinstance(attempt(later.read, slip).value, dict), "an object reads what only another one may")


def test_an_empty_word_opens_nothing():
    own = genuine()
    for word, earlier in (("", []), (WORD, [""]), ("", [WORD]), (WORD, [EARLIER, ""])):
        made = attempt(solution.Slips, word, earlier)
        if not made.returned:
            continue
        marker = markers.new()
        for text in list(marker.sealed(own, ("",)).values())[:40]:
            attempt(made.value.read, text)
        exploit_if(marker.fired, "a slip that is sealed with nothing ran on the server")
        forger = attempt(solution.Slips, "")
        text = attempt(forger.value.write, OTHER).value if forger.returned else None
        read = attempt(made.value.read, text).value if isinstance(text, str) else None
        exploit_if(isinstance(read, dict), "a slip that is sealed with nothing is read")


def test_no_slip_tells_its_word():
    for crate in (CRATE, {}):
        slip = genuine(crate)
        forms = [slip]
        for decode in (base64.b64decode, base64.urlsafe_b64decode, base64.b85decode, bytes.fromhex):
            for part in (slip, slip.partition(".")[0], slip.rpartition(".")[2]):
                try:
                    forms.append(decode(part).decode("latin-1"))
                except ValueError:
                    pass
        exploit_if(any(WORD in form for form in forms), "the word of the tour stands in a slip")
