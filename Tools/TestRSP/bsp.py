"""The BPP security protocol: session keys, encryption and MACs of a bound profile package."""

import os

from cryptography.hazmat.primitives import cmac, hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.x963kdf import X963KDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

import der

KEY_TYPE, KEY_LENGTH = 0x88, 0x10  # AES, 128 bits
BLOCK, MAC = 16, 8
# A segment has at most 1020 bytes, its tag and a length of three bytes included (SGP.22 §2.5.3).
MOST_IN_CLEAR = 1020 - 4 - MAC
MOST_ENCRYPTED = MOST_IN_CLEAR // BLOCK * BLOCK - 1  # at least one byte of padding


def one_time_key():
    return ec.generate_private_key(ec.SECP256R1())


def encoded_point(key):
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


class SessionKeys:
    """An encryption key, a MAC key and the initial MAC chaining value."""

    def __init__(self, chaining, encryption, authentication):
        self.chaining, self.encryption, self.authentication = chaining, encryption, authentication

    @classmethod
    def agreed(cls, own_key, other_point, host_id, eid):
        """From the one-time keys of both sides (SGP.22 §2.6.4.2, annex G)."""
        other = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), other_point)
        info = bytes([KEY_TYPE, KEY_LENGTH]) + b"".join(
            bytes([len(value)]) + value for value in (host_id, eid))
        derived = X963KDF(hashes.SHA256(), 3 * KEY_LENGTH, info).derive(
            own_key.exchange(ec.ECDH(), other))
        return cls(derived[:16], derived[16:32], derived[32:])

    @classmethod
    def random(cls):
        return cls(os.urandom(16), os.urandom(16), os.urandom(16))


class Protection:
    """Protects the segments of one package in their order (SGP.22 §2.6.4.4)."""

    def __init__(self, keys):
        self.keys, self.chaining, self.counter = keys, keys.chaining, 0

    def encrypted(self, tag, plaintext):
        """`plaintext` as a list of encrypted segments, each an object with `tag`."""
        return [
            self._segment(tag, self._encrypt(part)) for part in _parts(plaintext, MOST_ENCRYPTED)]

    def authenticated(self, tag, plaintext):
        """`plaintext` as a list of segments that carry a MAC only."""
        segments = []
        for part in _parts(plaintext, MOST_IN_CLEAR):
            self.counter += 1  # counts these segments too
            segments.append(self._segment(tag, part))
        return segments

    def _encrypt(self, plaintext):
        self.counter += 1
        key = algorithms.AES(self.keys.encryption)
        counter = self.counter.to_bytes(BLOCK, "big")
        vector = _run(Cipher(key, modes.ECB()).encryptor(), counter)
        padded = plaintext + b"\x80"
        padded += bytes(-len(padded) % BLOCK)
        return _run(Cipher(key, modes.CBC(vector)).encryptor(), padded)

    def _segment(self, tag, data):
        head = bytes([tag]) + der.length(len(data) + MAC)
        mac = cmac.CMAC(algorithms.AES(self.keys.authentication))
        mac.update(self.chaining + head + data)
        self.chaining = mac.finalize()
        return head + data + self.chaining[:MAC]


def _parts(data, most):
    return [data[start:start + most] for start in range(0, len(data), most)]


def _run(context, data):
    return context.update(data) + context.finalize()
