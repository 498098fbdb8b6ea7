from harness import attempt, exploit_if, inconclusive, solution
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

#: Bytes of an answer to a frame of no known kind that may be those of another frame by chance.
BY_CHANCE = 4


class RadioGateway(Machine):
    """Neither an answer nor a kept report holds a byte of another frame. The huts' frames have no byte in common."""

    sizes = domain(8, 40, 0, odd=(1, 2, 3, 1020, 1021, 1022, 1024, 1500))
    more = domain(0, odd=(1, 2, 3, 42, 5, 200, -1, 1013, 1021, 65535, 1024, 256, 32768, 2048, 65520, 65480,
        32760, 512, 1016, 128))
    kinds, others = domain(2, 1), domain(3, 9, odd=(0, 4, 5, 7, 50, 127, 128, 130, 255))
    longer = domain(40, 1013, odd=(65535, 1, 2, 3))
    headers = domain(b"\x02", b"\x01", odd=(b"\x02\x00", b"\x01\x00", b"", b"\x02\x00\x10", b"\x01\xff", b"\x03"))
    operations = {
        "send": (kinds, sizes, more),
        "send_other": (others, sizes, longer),
        "send_short": (headers,),
        "report_of_another": (domain(48, odd=(1021, 1)),),
    }

    def start(self, _):
        self.gateway = solution.Gateway()
        self.frames, self.kept = 0, []
        if not attempt(self.gateway.receive, self.filled(1, 48, 48)).returned:
            inconclusive("the gateway takes no ordinary report")
        self.kept = self.gateway.reports()

    def filled(self, kind, size, announced):
        """A frame whose payload is of one letter, another one each time."""
        self.frames += 1
        self.letter = 0xA0 + self.frames % 90
        return bytes([kind]) + max(0, min(announced, 65535)).to_bytes(2, "big") + bytes([self.letter]) * size

    def report_of_another(self, size):
        attempt(self.gateway.receive, self.filled(1, size, size))

    def send(self, kind, size, more):
        return self.receive(self.filled(kind, size, size + more), 0)

    def send_other(self, kind, size, more):
        return self.receive(self.filled(kind, size, size + more), BY_CHANCE)

    def send_short(self, frame):
        self.letter = None
        return self.receive(frame, 0)

    def receive(self, frame, by_chance):
        answer = attempt(self.gateway.receive, frame).value
        foreign = self.foreign(answer[3:]) if isinstance(answer, (bytes, bytearray)) else b""
        return f"the answer holds another hut's bytes: {foreign[:40]!r}" if len(foreign) > by_chance else ""

    def foreign(self, data):
        return bytes(byte for byte in data if 0xA0 <= byte < 0xA0 + 90 and byte != self.letter)

    def wrong(self):
        kept = attempt(self.gateway.reports)
        if not kept.returned:
            inconclusive("the gateway no longer lists its reports")
        before, self.kept = self.kept, kept.value
        if self.kept[: len(before)] != before:
            return "a report that was kept is now another"
        foreign = b"".join(self.foreign(report) for report in self.kept[len(before) :])
        return f"a report was kept with bytes of another: {foreign[:40]!r}" if foreign else ""


def test_no_hut_gets_bytes_of_another():
    found = search(RadioGateway, tries=300, alone=0.6)
    exploit_if(found, str(found))
