def apply_patch(memory: bytes, patch: bytes) -> bytes:
    """Bytes that a patch would write outside of the user area are dropped."""
    result = bytearray(memory)
    first, last = 64, len(memory) - 17
    cursor = first
    stream = iter(patch)
    while True:
        head = [byte for _, byte in zip(range(3), stream)]
        if len(head) < 3:
            return bytes(result)
        cursor += int.from_bytes(bytes(head[:2]), "big", signed=True)
        for _, byte in zip(range(head[2]), stream):
            if first <= cursor <= last:
                result[cursor] = byte
            cursor += 1


if __name__ == "__main__":
    print(apply_patch(bytes(100), b"\x00\x01\x02hi"))
