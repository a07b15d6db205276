"""OpenSSL's judgement of the committed certificates, and that every copy is the same."""

import subprocess
import unittest
from pathlib import Path

import context  # noqa: F401
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from euicc import EID
from trust import PKI, Signer, load_certificate, verified_euicc

CARD = Path(__file__).resolve().parents[3] / "Sources/VirtualCard/PKI"
DER = serialization.Encoding.DER


def openssl(*arguments):
    run = subprocess.run(
        ["openssl", "verify", "-x509_strict", *map(str, arguments)], capture_output=True,
        text=True)
    return run.returncode == 0, run.stderr


class Certificates(unittest.TestCase):
    def test_what_each_issuer_vouches_for(self):
        for suffix, other in (("", "-2"), ("-2", "")):
            for label in ("eum", "dp-auth", "dp-pb", "ds-auth", "dp-tls", "ds-tls"):
                certificate = PKI / f"{label}{suffix}.pem"
                self.assertTrue(openssl("-CAfile", PKI / f"ci{suffix}.pem", certificate)[0])
                self.assertFalse(openssl("-CAfile", PKI / f"ci{other}.pem", certificate)[0])

    def test_servers_are_this_machine(self):
        for label in ("dp-tls", "ds-tls", "dp-tls-2", "ds-tls-2"):
            issuer = PKI / ("ci-2.pem" if label.endswith("-2") else "ci.pem")
            for option in (
                    ("-verify_hostname", "localhost"), ("-verify_ip", "127.0.0.1"),
                    ("-purpose", "sslserver")):
                sound, reason = openssl("-CAfile", issuer, *option, PKI / f"{label}.pem")
                self.assertTrue(sound, reason)

    def test_what_must_be_refused_is(self):
        for label, option, reason in (
                ("dp-tls-expired", (), "certificate has expired"),
                ("dp-tls-wrong-host", ("-verify_hostname", "localhost"), "hostname mismatch"),
                ("dp-tls-self-signed", (), "self-signed certificate")):
            sound, told = openssl("-CAfile", PKI / "ci.pem", *option, PKI / f"{label}.pem")
            self.assertFalse(sound)
            self.assertIn(reason, told)

    def test_nothing_lapses_while_anybody_looks(self):
        for certificate in PKI.glob("*.pem"):
            if "TEST-KEY" not in certificate.name and "expired" not in certificate.name:
                run = subprocess.run(
                    ["openssl", "x509", "-noout", "-enddate", "-in", certificate],
                    capture_output=True, text=True)
                self.assertIn("Jan  1 00:00:00 2056", run.stdout)

    def test_cards_are_of_the_eum(self):
        issuers = [load_certificate("ci")]
        eum = load_certificate("eum").public_bytes(DER)
        for card, eid in (("blank", EID), ("travel", "89049032000000000000012600041755")):
            signer = Signer(f"euicc-{card}")
            self.assertEqual(verified_euicc(signer.encoded, eum, issuers).eid, eid)

    def test_cards_embed_what_servers_know(self):
        for label in ("ci", "eum", "euicc-blank", "euicc-travel"):
            self.assertEqual(
                (CARD / f"{label}.der").read_bytes(), load_certificate(label).public_bytes(DER))
        for card in ("blank", "travel"):
            encoded = (CARD / f"euicc-{card}-test-key.der").read_bytes()
            key = serialization.load_der_private_key(encoded, None)
            certificate = x509.load_der_x509_certificate(
                (CARD / f"euicc-{card}.der").read_bytes())
            self.assertEqual(
                key.public_key().public_numbers(), certificate.public_key().public_numbers())


if __name__ == "__main__":
    unittest.main()
