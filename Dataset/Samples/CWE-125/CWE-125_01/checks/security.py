from harness import attempt, exploit_if, inconclusive, solution
from probes.machines import histories, twins
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

#: Bytes of an answer to a frame of no known kind that may be those of another frame by chance.
BY_CHANCE = 4
RECEIVED = b"\x04\x00\x00"
FIRST, LETTERS = 0xA0, 90


def frame(kind, payload, announced):
    return bytes([kind]) + max(0, min(announced, 65535)).to_bytes(2, "big") + payload


class RadioGateway(Machine):
    """Neither an answer nor a kept report holds a byte of another frame. The huts' frames have no byte in common."""

    #: Who asks for the reports after each frame may hide what a later frame does to an earlier one.
    variants = (True, False)
    sizes = domain(8, 40, 0, odd=(1, 2, 3, 1020, 1021, 1022, 1024, 1500))
    more = domain(0, odd=(1, 2, 3, 42, 5, 200, -1, 1013, 1021, 65535, 1024, 256, 32768, 2048, 65520, 65480,
        32760, 512, 1016, 128, -5, -30))
    kinds, others = domain(2, 1), domain(3, 9, odd=(0, 4, 5, 7, 50, 127, 128, 130, 255))
    longer = domain(40, 1013, odd=(65535, 1, 2, 3))
    headers = domain(b"\x02", b"\x01", odd=(b"\x02\x00", b"\x01\x00", b"", b"\x02\x00\x10", b"\x01\xff", b"\x03"))
    operations = {
        "send": (kinds, sizes, more),
        "send_other": (others, sizes, longer),
        "send_short": (headers,),
        "interrupted": (sizes, domain(b"\x01\xff", b"\x02\x01", b"\x01")),
        "report_of_another": (domain(48, odd=(1021, 1)),),
        "report_elsewhere": (domain(48),),
    }

    def start(self, looks):
        self.gateway, self.other = solution.Gateway(), solution.Gateway()
        self.looks_at_each_step = looks
        self.frames, self.kept, self.taken = 0, [], []
        if not self.send_filled(1, 48, 48).returned:
            inconclusive("the gateway takes no ordinary report")
        self.send_filled(2, 48, 48)
        if looks:
            self.kept = self.gateway.reports()

    def filled(self, kind, size, announced):
        """A frame whose payload is of one letter, another one each time."""
        self.frames += 1
        self.letter = FIRST + self.frames % LETTERS
        return frame(kind, bytes([self.letter]) * size, announced)

    def send_filled(self, kind, size, announced):
        return self.given(self.filled(kind, size, announced))

    def given(self, sent):
        outcome = attempt(self.gateway.receive, sent)
        if sent[:1] == b"\x01" and outcome.value == RECEIVED:
            self.taken.append(self.letter)
        return outcome

    def report_of_another(self, size):
        self.send_filled(1, size, size)

    def report_elsewhere(self, size):
        """Two gateways of one program."""
        attempt(self.other.receive, self.filled(1, size, size))

    def send(self, kind, size, more):
        return self.told(self.send_filled(kind, size, size + more), 0)

    def send_other(self, kind, size, more):
        return self.told(self.send_filled(kind, size, size + more), BY_CHANCE)

    def send_short(self, short):
        self.letter = None
        return self.told(self.given(short), 0)

    def interrupted(self, size, short):
        """A report, and before anybody asks for it a frame that is cut off."""
        self.send_filled(1, size, size)
        return self.send_short(short)

    def told(self, outcome, by_chance):
        answer = outcome.value
        found = foreign(answer[3:], self.letter) if isinstance(answer, (bytes, bytearray)) else b""
        return f"the answer holds another hut's bytes: {found[:40]!r}" if len(found) > by_chance else ""

    def wrong(self):
        kept = attempt(self.gateway.reports)
        if not kept.returned:
            inconclusive("the gateway no longer lists its reports")
        before, self.kept = self.kept, kept.value
        if self.kept[: len(before)] != before:
            return "a report that was kept is now another"
        # Of a gateway that keeps what it refuses, or less than it takes, a report is that of one frame at least.
        owners = self.taken if len(self.taken) == len(self.kept) else [report[:1] and report[0] for report in self.kept]
        for report, owner in zip(self.kept, owners):
            if found := foreign(report, owner):
                return f"a report was kept with bytes of another: {found[:40]!r}"
        return ""


def foreign(data, own):
    return bytes(byte for byte in data if FIRST <= byte < FIRST + LETTERS and byte != own)


def test_no_hut_gets_bytes_of_another():
    found = search(RadioGateway, tries=300, alone=0.6)
    exploit_if(found, str(found))


def test_no_frame_of_any_kind_is_answered_with_bytes_of_another():
    gateway = solution.Gateway()
    attempt(gateway.receive, frame(1, b"\xa0" * 900, 900))
    for kind in range(256):
        answer = attempt(gateway.receive, frame(kind, b"\xa1" * 8, 60)).value
        found = foreign(answer[3:], 0xA1) if isinstance(answer, (bytes, bytearray)) else b""
        exploit_if(len(found) > BY_CHANCE, f"a frame of kind {kind} was answered with {found[:40]!r}")


#: Frames that end before their header, or their payload, does; and what arrived before them.
CUT_OFF = [b"", b"\x01", b"\x02", b"\x01\0", b"\x02\0", b"\x02\0\x01", b"\x01\0\x02\xa5", b"\x02\0\x08\xa5"]
ARRIVED = [[], [frame(1, b"", 0)], [frame(2, b"", 0)], [frame(1, b"\xa1" * 8, 8)], [frame(2, b"\xa2" * 8, 8)],
    [frame(2, b"\xa3" * 9, 9), frame(1, b"", 0)], [frame(2, b"\xa4", 1)]]


def test_a_frame_that_is_cut_off_comes_to_the_same_whatever_arrived_before():
    def come_to(past, cut_off):
        gateway = solution.Gateway()
        for arrived in past:
            attempt(gateway.receive, arrived)
        before = attempt(gateway.reports).value or []
        answer = attempt(gateway.receive, cut_off).value
        return answer, (attempt(gateway.reports).value or [])[len(before) :]

    found = histories.told_apart(ARRIVED, CUT_OFF, come_to)
    exploit_if(found, found)


def test_a_frame_is_not_taken_for_one_that_is_like_it():
    """A hut's frame may be sent again, and another hut's may be like it in all that a program compares."""
    for one, other in twins.payloads():
        gateway = solution.Gateway()
        attempt(gateway.receive, frame(2, one, len(one)))
        answer = attempt(gateway.receive, frame(2, other, len(other))).value
        exploit_if(isinstance(answer, bytes) and answer[3:] == one, f"the echo of {other!r} brings {one!r}")
