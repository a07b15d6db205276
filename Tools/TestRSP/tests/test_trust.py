"""An eUICC is trusted only with a chain that SGP.22 §4.5.2 allows: each link is broken once."""

import unittest
from datetime import datetime
from types import SimpleNamespace

import context  # noqa: F401
import make_pki
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from euicc import EID
from make_pki import key_usage, name
from refusals import REASONS, Refusal
from trust import Signer, verified_euicc

CI, EUM = Signer("ci"), Signer("eum")
MAKER = "cardinfo test EUM"
SIGNING = ((key_usage("digital_signature"), True),)
PAST = {"begin": datetime(2020, 1, 1), "end": datetime(2021, 1, 1)}


def euicc(issuer=EUM, eid=EID, role="euicc", organization=MAKER, extensions=SIGNING, **validity):
    subject = name("a card", eid, organization)
    return make_pki.issue(subject, role, issuer, extensions, **validity)


def eum(issuer=CI, role="eum", is_authority=True, depth=0, usage="key_cert_sign",
        permitted="89049032", **validity):
    subtree = x509.Name([
        x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, MAKER),
        x509.NameAttribute(x509.NameOID.SERIAL_NUMBER, permitted)])
    return make_pki.issue(name(MAKER, organization=MAKER), role, issuer, **validity, extensions=[
        (x509.BasicConstraints(is_authority, depth if is_authority else None), True),
        (key_usage(usage), True),
        (x509.NameConstraints([x509.DirectoryName(subtree)], None), True)])


class Impostor:
    """A certificate of one party with the key of another."""

    def __init__(self, certificate, key):
        self.certificate, self.key = certificate.certificate, key.key


class Renamed:
    """An issuer with the key of another and a name of its own."""

    def __init__(self, party):
        self.key = party.key
        self.certificate = SimpleNamespace(
            subject=name("another"), public_key=party.key.public_key)


class Chains(unittest.TestCase):
    def judged(self, card, maker=EUM):
        try:
            return verified_euicc(
                card.certificate.public_bytes(Encoding.DER),
                maker.certificate.public_bytes(Encoding.DER), [CI.certificate]).eid
        except Refusal as error:
            return next(
                reason for reason, (subject, code, _) in REASONS.items()
                if (subject, code) == (error.subject, error.reason))

    def test_sound_ones(self):
        self.assertEqual(self.judged(euicc()), EID)
        maker = eum()
        self.assertEqual(self.judged(euicc(maker), maker), EID)

    def test_broken_certificates_of_the_euicc(self):
        for card in (
                euicc(Impostor(EUM, CI)),
                euicc(CI),
                euicc(Renamed(EUM)),
                euicc(role="dp-auth"),
                euicc(extensions=((key_usage("key_agreement"), True),)),
                euicc(extensions=()),
                euicc(organization="another maker"),
                euicc(eid="89049033000000000000012600074757"),
                euicc(eid="89049032000000000000012600074736"),
                euicc(eid="8904903200000000000001260007473"),
                euicc(eid=None)):
            self.assertEqual(self.judged(card), "euicc-certificate")
        self.assertEqual(self.judged(euicc(**PAST)), "euicc-expired")

    def test_broken_certificates_of_the_eum(self):
        for maker in (
                eum(Impostor(CI, EUM)), eum(role="euicc"), eum(is_authority=False), eum(depth=1),
                eum(usage="digital_signature")):
            self.assertEqual(self.judged(euicc(maker), maker), "eum-certificate")
        maker = eum(**PAST)
        self.assertEqual(self.judged(euicc(maker), maker), "eum-expired")
        maker = eum(permitted="89033023")
        self.assertEqual(self.judged(euicc(maker), maker), "euicc-certificate")
        maker = eum(Signer("ci-2"))
        self.assertEqual(self.judged(euicc(maker), maker), "unknown-ci")

    def test_bytes_that_are_no_certificate(self):
        with self.assertRaises(Refusal):
            verified_euicc(b"\x30\x00", EUM.encoded, [CI.certificate])


if __name__ == "__main__":
    unittest.main()
