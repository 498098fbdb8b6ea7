from harness import attempt, exploit_if, solution
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

FACTORY, CALIBRATION = bytes(range(64)), b"calibration-0815"


class Synthesizer(Machine):
    """A patch of any records changes the user area only. Where a record goes is counted from the user area."""

    variants = (30, 30, 0, 1)
    place = domain("start", "start + 4", "end - 2", odd=(
        "start - 1", "end - 1", "end", "here", "start - 64", "end + 1", "start - 65", "start - 80", "end + 16",
        "end + 17", "start - 10",
        "end + 3000", "start - 3000", "end + 15", "start - 2"))
    size = domain(2, 0, odd=(1, 16, 3, 8, 31, 30, 17, 32, 64, 80, 255))
    announced = domain(0, odd=(1, 20, -1, 200))
    far = ("start - 64", "end + 16", "start - 65", "end + 17", "start - 80", "end + 3000")
    away = domain("start - 1", "end + 1", odd=far)
    back = domain("start + 4", odd=("end - 2", "start"))
    operations = {"record": (place, size, announced), "wander": (away, back, domain(2, odd=(1,))),
        "two_records": (domain("end - 2", "start"), place, size)}

    def start(self, user_area):
        self.memory = FACTORY + b"U" * user_area + CALIBRATION
        self.ends = {"start": 0, "end": user_area}
        self.cursor, self.patch = 0, b""

    def target(self, place):
        base, sign, distance = place.partition(" ")[0], *(place.split()[1:] or ("+", "0"))
        return self.cursor if base == "here" else self.ends[base] + int(f"{sign}{distance}")

    def wander(self, away, back, size):
        """A record without data leaves the user area; only a cursor that did so is at `back` after the next step."""
        if self.ends["end"] < 10:
            return ""
        outside, inside = self.target(away), self.target(back)
        steps = [step.to_bytes(2, "big", signed=True) for step in (outside, inside - outside)]
        if attempt(solution.apply_patch, self.memory, steps[0] + b"\1!").returned:
            return ""  # it drops what lies outside, and need not say where the cursor is
        patch = steps[0] + b"\0" + steps[1] + bytes([size]) + b"?" * size
        after = attempt(solution.apply_patch, self.memory, patch).value
        written = isinstance(after, (bytes, bytearray)) and after[64 + inside :][:size] == b"?" * size
        return "the cursor left the user area and came back" if written else ""

    def two_records(self, first, second, size):
        """A patch of their own: nothing before them is refused."""
        self.cursor, self.patch = 0, b""
        self.record(first, 2, 0)
        self.record(second, size, 0)

    def record(self, place, size, announced):
        target = self.target(place)
        step = max(-(2**15), min(target - self.cursor, 2**15 - 1))
        self.cursor += step + size
        length = max(0, min(size + announced, 255))
        self.patch += step.to_bytes(2, "big", signed=True) + bytes([length]) + b"!" * size

    def wrong(self):
        after = attempt(solution.apply_patch, self.memory, self.patch).value
        if not isinstance(after, (bytes, bytearray)) or not after:
            return ""
        if len(after) != len(self.memory):
            return f"the memory of {len(self.memory)} bytes became {len(after)} bytes long"
        if after[:64] != FACTORY:
            return f"the factory sounds became {after[:64]!r}"
        return f"the calibration became {after[-16:]!r}" if after[-16:] != CALIBRATION else ""


def test_a_patch_stays_in_the_user_area():
    found = search(Synthesizer, tries=500, alone=0.4, length=5)
    exploit_if(found, str(found))
