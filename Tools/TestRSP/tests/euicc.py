"""A very small eUICC, to prove the server with: it judges what comes and opens the package."""

import os

import context  # noqa: F401
from cryptography import x509
from cryptography.hazmat.primitives import cmac, hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.x963kdf import X963KDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

import der
from trust import Signer, is_signed, load_certificate

EID = "89049032000000000000012600074735"


class CardError(Exception):
    """The card refuses; the argument is its answer, an object as it would send it."""


class EUICC:
    def __init__(self, world="", eid=EID, free_memory=500_000):
        self.identity = Signer("euicc-blank" + world)
        self.eum = load_certificate("eum" + world).public_bytes(Encoding.DER)
        self.issuer = load_certificate("ci" + world)
        self.eid, self.free_memory = eid, free_memory
        self.number = 0
        self.one_time_keys = {}

    @property
    def issuer_identifier(self):
        return x509.SubjectKeyIdentifier.from_public_key(self.issuer.public_key()).digest

    def information(self, full):
        keys = der.tlv(0x04, self.issuer_identifier)
        lists = der.tlv(0xA9, keys) + der.tlv(0xAA, keys)
        version = bytes([2, 2, 2])
        if not full:
            return der.tlv(0xBF20, der.tlv(0x82, version), lists)
        resources = (
            der.tlv(0x81, b"\0") + der.tlv(0x82, self.free_memory.to_bytes(4, "big"))
            + der.tlv(0x83, b"\x10\x00"))
        return der.tlv(
            0xBF22, der.tlv(0x81, bytes([2, 3, 1])), der.tlv(0x82, version),
            der.tlv(0x83, bytes([1, 0, 0])), der.tlv(0x84, resources),
            der.tlv(0x85, bytes.fromhex("067F36C0")), der.tlv(0x88, bytes.fromhex("0490")), lists,
            der.tlv(0x04, bytes([1, 0, 0])), der.text(0x0C, "XX-TEST"))

    def challenge(self):
        self.euicc_challenge = os.urandom(16)
        return self.euicc_challenge

    def authenticate_server(self, signed, signature, key_identifier, certificate, context):
        """AuthenticateServer (SGP.22 §5.7.13): its parts as the server sent them."""
        body = der.read(signed, 0x30)
        self.transaction = body.require(0x80).value
        shown = x509.load_der_x509_certificate(certificate)
        if der.read(key_identifier, 0x04).value != self.issuer_identifier:
            self.refuse(0xBF38, 7)
        if not self.trusts(shown, "4") and not self.trusts(shown, "7"):
            self.refuse(0xBF38, 1)
        if not is_signed(shown.public_key(), der.read(signature, 0x5F37), signed):
            self.refuse(0xBF38, 2)
        if body.require(0x81).value != self.euicc_challenge:
            self.refuse(0xBF38, 6)
        self.server_oid = _registered(shown)
        mine = der.tlv(
            0x30, der.tlv(0x80, self.transaction), body.require(0x83).raw,
            body.require(0x84).raw, self.information(full=True), context)
        self.signature1 = self.identity.sign(mine)
        return der.tlv(
            0xBF38, der.tlv(0xA0, mine, self.signature1, self.identity.encoded, self.eum))

    def prepare_download(self, signed, signature, certificate, hashed_code=None):
        """PrepareDownload (§5.7.5)."""
        body = der.read(signed, 0x30)
        shown = x509.load_der_x509_certificate(certificate)
        if not self.trusts(shown, "5") or _registered(shown) != self.server_oid:
            self.refuse(0xBF21, 1)
        if not is_signed(
                shown.public_key(), der.read(signature, 0x5F37), signed, self.signature1):
            self.refuse(0xBF21, 2)
        if body.require(0x80).value != self.transaction:
            self.refuse(0xBF21, 5)
        self.binder = shown
        kept = body.find(0x5F49)
        point = kept.value if kept and kept.value in self.one_time_keys else None
        if point is None:
            key = ec.generate_private_key(ec.SECP256R1())
            point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
            self.one_time_keys[point] = key
        self.point = point
        mine = der.tlv(
            0x30, der.tlv(0x80, self.transaction), der.tlv(0x5F49, point),
            der.tlv(0x04, hashed_code) if hashed_code is not None else b"")
        return der.tlv(0xBF21, der.tlv(0xA0, mine, self.identity.sign(mine, signature)))

    def cancel(self, reason):
        body = der.tlv(
            0x30, der.tlv(0x80, self.transaction), der.oid(0x81, self.server_oid),
            der.integer(0x82, reason))
        return der.tlv(0xBF41, der.tlv(0xA0, body, self.identity.sign(body)))

    def load(self, package):
        """LoadBoundProfilePackage (§5.7.6): the ProfileInstallationResult. What was opened is
        in `metadata`, `profile` and `commands`."""
        self.metadata, self.profile, self.commands = b"", b"", []
        try:
            self._open(der.read(package, 0xBF36).children())
            outcome = der.tlv(0xA0, der.tlv(0x4F, bytes(16)), der.tlv(0x04, b"\x30\x00"))
        except CardError as error:
            command, reason = error.args
            outcome = der.tlv(0xA1, der.integer(0x80, command), der.integer(0x81, reason))
        notification = self._notification(0)
        data = der.tlv(
            0xBF27, der.tlv(0x80, self.transaction), notification,
            der.oid(0x06, self.server_oid), der.tlv(0xA2, outcome))
        return der.tlv(0xBF37, data, self.identity.sign(data))

    def other_notification(self, event):
        body = self._notification(event)
        return der.tlv(
            0x30, body, self.identity.sign(body), self.identity.encoded, self.eum)

    def _notification(self, event):
        self.number += 1
        iccid = der.read(self.metadata, 0xBF25).require(0x5A).raw if self.metadata else b""
        return der.tlv(
            0xBF2F, der.integer(0x80, self.number), der.named_bits(0x81, event),
            der.text(0x0C, "localhost"), iccid)

    def _open(self, parts):
        head, sequences = parts[0], parts[1:]
        signed, signature = head.children()[:4], head.children()[4]
        own_point = der.tlv(0x5F49, self.point)
        if not is_signed(
                self.binder.public_key(), signature, *(part.raw for part in signed), own_point):
            raise CardError(0, 2)
        if signed[0].integer() != 1:
            raise CardError(0, 5)
        if signed[1].value != self.transaction:
            raise CardError(0, 3)
        key_type, key_length, host = (part.value for part in signed[2].children())
        if (key_type, key_length) != (b"\x88", b"\x10"):
            raise CardError(0, 4)
        other = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), signed[3].value)
        secret = self.one_time_keys[self.point].exchange(ec.ECDH(), other)
        eid = bytes.fromhex(self.eid)
        info = b"\x88\x10" + bytes([len(host)]) + host + bytes([len(eid)]) + eid
        keys = X963KDF(hashes.SHA256(), 48, info).derive(secret)
        state = {"chain": keys[:16], "enc": keys[16:32], "mac": keys[32:], "counter": 0}
        for sequence in sequences:
            for segment in sequence.children():
                clear = _unprotected(segment, state, encrypted=segment.tag != 0x88)
                if sequence.tag == 0xA0:
                    self.commands.append(der.read(clear, 0xBF24).raw)
                elif sequence.tag == 0xA1:
                    self.metadata += clear
                elif sequence.tag == 0xA2:
                    self.commands.append(clear)
                    new = [part.value for part in der.read(clear, 0xBF26).children()]
                    state = dict(zip(("chain", "enc", "mac"), new), counter=0)
                else:
                    self.profile += clear
        header = der.read_all(self.profile)[0].require(0x83).value.hex()
        stored = der.read(self.metadata, 0xBF25).require(0x5A).value.hex()
        if header != "".join(stored[i + 1] + stored[i] for i in range(0, 20, 2)):
            raise CardError(5, 13)

    def trusts(self, certificate, role):
        try:
            self.issuer.public_key().verify(
                certificate.signature, certificate.tbs_certificate_bytes,
                ec.ECDSA(hashes.SHA256()))
        except Exception:
            return False
        policies = certificate.extensions.get_extension_for_class(x509.CertificatePolicies).value
        return "2.23.146.1.2.1." + role in [
            policy.policy_identifier.dotted_string for policy in policies]

    def refuse(self, function, code):
        raise CardError(der.tlv(function, der.tlv(
            0xA1, der.tlv(0x80, self.transaction), der.integer(0x02, code))))


def _unprotected(segment, state, encrypted):
    state["counter"] += 1
    head = segment.raw[:len(segment.raw) - len(segment.value)]
    data, mac = segment.value[:-8], segment.value[-8:]
    computed = cmac.CMAC(algorithms.AES(state["mac"]))
    computed.update(state["chain"] + head + data)
    state["chain"] = computed.finalize()
    if state["chain"][:8] != mac:
        raise CardError({0x87: 1, 0x88: 2, 0x86: 5}[segment.tag], 8)
    if not encrypted:
        return data
    key = algorithms.AES(state["enc"])
    vector = Cipher(key, modes.ECB()).encryptor().update(state["counter"].to_bytes(16, "big"))
    clear = Cipher(key, modes.CBC(vector)).decryptor().update(data)
    return clear.rstrip(b"\0")[:-1]


def _registered(certificate):
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return names.get_values_for_type(x509.RegisteredID)[0].dotted_string
