"""DER, as much as SGP.22 needs of it, and strictly: what is not DER is refused."""


class DERError(ValueError):
    """Bytes that are not the DER that was expected."""


def length(count):
    if count < 0x80:
        return bytes([count])
    octets = count.to_bytes((count.bit_length() + 7) // 8, "big")
    return bytes([0x80 | len(octets)]) + octets


def tlv(tag, *parts):
    """An object with `tag`, as in 0xBF25, and the concatenated parts as its value."""
    value = b"".join(parts)
    return tag.to_bytes((tag.bit_length() + 7) // 8 or 1, "big") + length(len(value)) + value


def integer(tag, value):
    return tlv(tag, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def text(tag, value):
    return tlv(tag, value.encode())


def oid(tag, dotted):
    first, second, *others = (int(arc) for arc in dotted.split("."))
    value = b""
    for arc in [first * 40 + second, *others]:
        septets = [arc & 0x7F]
        while arc := arc >> 7:
            septets.append(arc & 0x7F | 0x80)
        value += bytes(reversed(septets))
    return tlv(tag, value)


def named_bits(tag, *numbers):
    """A BIT STRING of named bits, without trailing zeros."""
    last = max(numbers)
    octets = bytearray(last // 8 + 1)
    for number in numbers:
        octets[number // 8] |= 0x80 >> number % 8
    return tlv(tag, bytes([7 - last % 8]), bytes(octets))


class Node:
    """One object: its tag, its value, and the bytes of both as they came."""

    def __init__(self, tag, value, raw):
        self.tag, self.value, self.raw = tag, value, raw

    def children(self):
        return read_all(self.value)

    def find(self, tag):
        """The first child with this tag, or None."""
        return next((child for child in self.children() if child.tag == tag), None)

    def require(self, tag):
        child = self.find(tag)
        if child is None:
            raise DERError(f"{tag:X} is missing in {self.tag:X}")
        return child

    def integer(self):
        if not self.value or len(self.value) > 1 and (
                self.value[0] == 0x00 and self.value[1] < 0x80
                or self.value[0] == 0xFF and self.value[1] >= 0x80):
            raise DERError(f"{self.tag:X} holds no integer in its shortest form")
        return int.from_bytes(self.value, "big", signed=True)

    def boolean(self):
        if self.value not in (b"\x00", b"\xff"):
            raise DERError(f"{self.tag:X} holds no BOOLEAN")
        return self.value == b"\xff"

    def text(self):
        try:
            return self.value.decode()
        except UnicodeDecodeError as error:
            raise DERError(f"{self.tag:X} is no UTF-8") from error

    def oid(self):
        if not self.value or self.value[-1] & 0x80:
            raise DERError(f"{self.tag:X} holds no OBJECT IDENTIFIER")
        arcs, arc = [], 0
        for octet in self.value:
            arc = arc << 7 | octet & 0x7F
            if not octet & 0x80:
                arcs.append(arc)
                arc = 0
        first = min(arcs[0] // 40, 2)
        return ".".join(map(str, [first, arcs[0] - 40 * first, *arcs[1:]]))

    def named_bits(self):
        unused, octets = self.value[:1], self.value[1:]
        if not unused or unused[0] > 7 or unused[0] and not octets:
            raise DERError(f"{self.tag:X} holds no BIT STRING")
        return {
            8 * index + bit for index, octet in enumerate(octets) for bit in range(8)
            if octet & 0x80 >> bit}


def read_all(data):
    """The objects that `data` is made of."""
    nodes, offset = [], 0
    while offset < len(data):
        node, offset = _read(data, offset)
        nodes.append(node)
    return nodes


def read(data, tag):
    """The one object that `data` holds, which must have this tag."""
    nodes = read_all(data)
    if len(nodes) != 1 or nodes[0].tag != tag:
        raise DERError(f"expected {tag:X}, got {[f'{node.tag:X}' for node in nodes]}")
    return nodes[0]


def _read(data, start):
    try:
        offset = start + 1
        tag = data[start]
        if tag & 0x1F == 0x1F:
            while True:
                tag = tag << 8 | data[offset]
                offset += 1
                if not tag & 0x80:
                    break
                if offset - start > 3:
                    raise DERError("a tag of more than three bytes")
        count = data[offset]
        offset += 1
        if count >= 0x80:
            octets = data[offset:offset + (count & 0x7F)]
            if not octets or octets[0] == 0 or len(octets) != count & 0x7F:
                raise DERError(f"the length of {tag:X} is indefinite, padded or cut")
            offset += len(octets)
            count = int.from_bytes(octets, "big")
            if count < 0x80:
                raise DERError(f"the length of {tag:X} is not in its shortest form")
    except IndexError:
        raise DERError("an object is cut off in its head") from None
    end = offset + count
    if end > len(data):
        raise DERError(f"{tag:X} is cut off")
    return Node(tag, data[offset:end], data[start:end]), end
