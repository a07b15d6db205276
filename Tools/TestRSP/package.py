"""Metadata and bound profile packages (SGP.22 §2.5, §5.5)."""

from dataclasses import replace

import bsp
import der
import elements

HOST_ID = b"cardinfo test DP"
CLASSES = {"test": 0, "provisioning": 1, "operational": 2}
EVENTS = {"install": 0, "enable": 1, "disable": 2, "delete": 3}
PNG_HEAD = bytes.fromhex("89504E470D0A1A0A")
INITIALISE, CONFIGURE, METADATA, REPLACE_KEYS, PACKAGE = 0xBF23, 0xBF24, 0xBF25, 0xBF26, 0xBF36


def metadata(order, address):
    """StoreMetadataRequest (§5.5.3); `address` is where notifications go unless the order says."""
    parts = [
        der.tlv(0x5A, elements.iccid(order.iccid)), der.text(0x91, order.provider),
        der.text(0x92, order.name)]
    if order.icon:
        parts += [der.integer(0x93, 1), der.tlv(0x94, PNG_HEAD.ljust(order.icon, b"\0"))]
    if order.profile_class != "operational":  # the default, which DER leaves out
        parts.append(der.integer(0x95, CLASSES[order.profile_class]))
    if order.notifications:
        receiver = order.notification_address or address
        parts.append(der.tlv(0xB6, *(
            der.tlv(0x30, der.named_bits(0x80, EVENTS[event]), der.text(0x81, receiver))
            for event in order.notifications)))
    if order.owner:
        parts.append(der.tlv(0xB7, der.tlv(0x80, elements.network(order.owner))))
    if order.policy_rules:
        parts.append(der.named_bits(0x99, *order.policy_rules))
    return der.tlv(METADATA, *parts)


def other_profile(order):
    """The same order with another name and another ICCID."""
    last = str((int(order.iccid[-1]) + 1) % 10)
    return replace(order, name=order.name + " II", iccid=order.iccid[:-1] + last)


class Binding:
    """The one-time keys of both sides that a package was bound with."""

    def __init__(self, euicc_point):
        self.euicc_point, self.key = euicc_point, bsp.one_time_key()


class Segments:
    """The protected segments: four sequences, the third of them only with keys of its own."""

    def __init__(self, order, keys, address, oid, fault):
        session = bsp.Protection(keys)
        stored = other_profile(order) if fault.kind == "other-iccid" else order
        configuration = der.tlv(CONFIGURE, der.tlv(0xB8, der.oid(0x80, oid)))
        self.sequences = {
            0xA0: session.encrypted(0x87, configuration),
            0xA1: session.authenticated(0x88, metadata(stored, address)),
        }
        loading = session
        if order.replaces_keys:
            own = bsp.SessionKeys.random()
            request = der.tlv(
                REPLACE_KEYS, der.tlv(0x80, own.chaining), der.tlv(0x81, own.encryption),
                der.tlv(0x82, own.authentication))
            self.sequences[0xA2] = session.encrypted(0x87, request)
            loading = bsp.Protection(own)
        self.sequences[0xA3] = loading.encrypted(0x86, elements.elements(order))
        self._spoil(fault)

    def _spoil(self, fault):
        if fault.kind not in ("bad-mac", "swapped-segments", "missing-segment"):
            return
        places = [(tag, index) for tag, all in self.sequences.items() for index in range(len(all))]
        tag, index = places[fault.options.get("segment", -1)]
        sequence = self.sequences[tag]
        if fault.kind == "bad-mac":
            sequence[index] = sequence[index][:-1] + bytes([sequence[index][-1] ^ 1])
        elif fault.kind == "missing-segment":
            del sequence[index]
        else:
            other = index + 1 if index + 1 < len(sequence) else index - 1
            sequence[index], sequence[other] = sequence[other], sequence[index]

    def encoded(self):
        return b"".join(der.tlv(tag, *segments) for tag, segments in self.sequences.items())


def bound_package(order, binding, eid, transaction, signer, address, fault):
    """BoundProfilePackage for the eUICC with this EID (§2.5.4)."""
    operation = 2 if fault.kind == "wrong-operation" else 1
    key_type = 0x80 if fault.kind == "wrong-key-type" else bsp.KEY_TYPE
    if fault.kind == "inner-transaction":
        transaction = bytes([transaction[0] ^ 1]) + transaction[1:]
    head = b"".join([
        der.integer(0x82, operation), der.tlv(0x80, transaction),
        der.tlv(
            0xA6, der.tlv(0x80, bytes([key_type])), der.tlv(0x81, bytes([bsp.KEY_LENGTH])),
            der.tlv(0x84, HOST_ID)),
        der.tlv(0x5F49, bsp.encoded_point(binding.key))])
    signature = signer.sign(head, der.tlv(0x5F49, binding.euicc_point))
    if fault.kind == "wrong-signature":
        signature = spoilt(signature)
    keys = bsp.SessionKeys.agreed(binding.key, binding.euicc_point, HOST_ID, bytes.fromhex(eid))
    segments = Segments(order, keys, address, signer.oid, fault)
    package = der.tlv(PACKAGE, der.tlv(INITIALISE, head, signature), segments.encoded())
    if fault.kind == "cut-package":
        return package[:fault.options.get("bytes", len(package) // 2)]
    return package


def spoilt(signature):
    """A signature's object with one bit changed."""
    return signature[:-1] + bytes([signature[-1] ^ 1])
