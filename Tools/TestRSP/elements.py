"""A profile package of our own making, in the form of the TCA's interoperable one (SAIP 2.3)."""

import hashlib

import der

MF_TEMPLATE, USIM_TEMPLATE = "2.23.143.1.2.1", "2.23.143.1.2.4"
USIM_AID = bytes.fromhex("A0000000871002FFFFFFFF8900000100")
FILLER_ISSUER = "2.999.30"
# Alternatives of ProfileElement
HEADER, NON_STANDARD, END, MF, USIM = 0xA0, 0xA9, 0xAA, 0xB0, 0xB3


def swapped(digits, octets):
    """Digits with their nibbles swapped, filled up with F."""
    padded = digits.ljust(2 * octets, "F")
    return bytes.fromhex("".join(padded[i + 1] + padded[i] for i in range(0, len(padded), 2)))


def iccid(digits):
    return swapped(digits, 10)


def imsi(digits):
    """EF.IMSI (TS 31.102 §4.2.2)."""
    parity = "9" if len(digits) % 2 else "1"
    coded = parity + digits
    value = swapped(coded, (len(coded) + 1) // 2)
    return (bytes([len(value)]) + value).ljust(9, b"\xff")


def service_provider_name(name):
    """EF.SPN (TS 31.102 §4.2.12)."""
    return (b"\x01" + name.encode("ascii", "replace")[:16]).ljust(17, b"\xff")


def network(mcc_mnc):
    """An MCC and MNC of five or six digits (TS 24.008 §10.5.1.13)."""
    padded = mcc_mnc[:3] + (mcc_mnc[5:] or "F") + mcc_mnc[3:5]
    return swapped(padded, 3)


def elements(order):
    """The profile elements of `order`, together of the size it asks for, or a little above 400."""
    opening = [_header(order), _master_file(order), _usim(order)]
    number = len(opening)
    closing = der.tlv(END, _element_header(number))
    missing = order.size - sum(map(len, opening)) - len(closing)
    fillers = []
    while missing > 0:
        number += 1
        filler = _filler(number, missing)
        fillers.append(filler)
        missing -= len(filler)
    closing = der.tlv(END, _element_header(number))
    return b"".join([*opening, *fillers, closing])


def _element_header(number):
    return der.tlv(0xA0, der.tlv(0x80), der.integer(0x81, number))


def _file(tag, *contents):
    return der.tlv(tag, *(der.tlv(0x83, content) for content in contents))


def _header(order):
    services = der.tlv(0xA5, der.tlv(0x81), der.tlv(0x84))  # USIM, Milenage
    templates = der.tlv(0xA6, der.oid(0x06, MF_TEMPLATE), der.oid(0x06, USIM_TEMPLATE))
    return der.tlv(
        HEADER, der.integer(0x80, 2), der.integer(0x81, 3), der.text(0x82, "cardinfo test"),
        der.tlv(0x83, bytes.fromhex(order.iccid.ljust(20, "F"))),  # here alone not swapped
        services, templates)


def _master_file(order):
    application = der.tlv(0x61, der.tlv(0x4F, USIM_AID), der.text(0x50, "USIM"))
    return der.tlv(
        MF, _element_header(1), der.oid(0x81, MF_TEMPLATE), _file(0xA2),
        _file(0xA4, iccid(order.iccid)), _file(0xA5, application), _file(0xA6))


def _usim(order):
    services = bytes.fromhex("0000040000")  # EF.SPN
    return der.tlv(
        USIM, _element_header(2), der.oid(0x81, USIM_TEMPLATE), _file(0xA2),
        _file(0xA3, imsi(order.imsi)), _file(0xA4), _file(0xA8, services),
        _file(0xAD, service_provider_name(order.provider)), _file(0xAE),
        _file(0xB2, bytes.fromhex("0001")), _file(0xB6, bytes.fromhex("11F2FF")))


def _filler(number, missing):
    """A non-standard element of at most `missing` bytes, if that is enough for one."""
    frame = len(der.tlv(NON_STANDARD, _element_header(number), der.oid(0x81, FILLER_ISSUER)))
    count = max(1, min(missing, 20_000) - frame - 10)
    return _fill(number, count) if missing > 20_000 else _fitting(number, count, missing)


def _fitting(number, count, missing):
    while len(_fill(number, count + 1)) <= missing:
        count += 1
    return _fill(number, count)


def _fill(number, count):
    seed = hashlib.sha256(b"cardinfo test filler %d" % number).digest()
    content = (seed * (count // len(seed) + 1))[:count]
    return der.tlv(
        NON_STANDARD, _element_header(number), der.oid(0x81, FILLER_ISSUER),
        der.tlv(0x82, content))
