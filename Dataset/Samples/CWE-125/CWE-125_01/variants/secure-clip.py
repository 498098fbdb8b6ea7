class Gateway:
    def __init__(self):
        self.buffer = bytearray(1024)
        self.payloads = []

    def receive(self, frame):
        arrived = min(len(frame), len(self.buffer))
        self.buffer[:arrived] = frame[:arrived]
        view = memoryview(self.buffer)[:arrived]
        if arrived < 3:
            return None
        length = int.from_bytes(view[1:3], "big")
        payload = view[3:3 + length].tobytes()
        if view[0] == 1:
            self.payloads.append(payload)
            return bytes((4, 0, 0))
        elif view[0] == 2:
            return bytes((3,)) + len(payload).to_bytes(2, "big") + payload
        return None

    def reports(self):
        return [bytes(p) for p in self.payloads]
