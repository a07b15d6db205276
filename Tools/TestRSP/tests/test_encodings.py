"""An independent decoder finds every structure of a download to be what SGP.22 says it is."""

import base64
import tempfile
import unittest

import context  # noqa: F401
import der
from euicc import EID
from independent import PROFILE, RSP, TYPES, journal_faults, judge
from lpa import LPA, TestServer

ICCID = "8900100000000000010"


@unittest.skipUnless(RSP and PROFILE, "asn1play is not installed")
class Encodings(unittest.TestCase):
    def setUp(self):
        self.log = tempfile.NamedTemporaryFile()
        self.addCleanup(self.log.close)
        self.server = TestServer("--log", self.log.name)
        self.addCleanup(self.server.stop)
        self.server.play(
            orders=[{
                "iccid": ICCID, "matching_id": "M", "replaces_keys": True, "icon": 500,
                "confirmation_code": "1", "policy_rules": [1, 2], "profile_class": "test",
                "owner": "310410", "size": 60_000}],
            events=[{"eid": EID, "event_id": "M"}])

    def lpa(self, address):
        lpa = LPA(address)
        self.addCleanup(lpa.connection.close)
        return lpa

    def test_what_both_sides_send(self):
        self.lpa(self.server.discovery).authenticate()
        lpa = self.lpa(self.server.address)
        lpa.authenticate("M")
        lpa.cancel(1)
        package = lpa.fetch(lpa.authenticate("M"), "1")
        lpa.notify(lpa.card.load(package))
        lpa.notify(lpa.card.other_notification(1))
        judge("BoundProfilePackage", package)
        configuration, keys = lpa.card.commands
        judge("ConfigureISDPRequest", configuration)
        judge("ReplaceSessionKeysRequest", keys)
        judge("StoreMetadataRequest", lpa.card.metadata)
        for element in der.read_all(lpa.card.profile):
            judge("ProfileElement", element.raw)

        sent = {
            member for entry in self.server.requests()
            for member in [*entry["body"], *entry["answer"]]}
        self.assertEqual(set(TYPES) - sent, {"boundProfilePackage"})
        faults, count = journal_faults(self.log.name)
        self.assertEqual(faults, [])
        self.assertEqual(count, 22)

    def test_errors_of_the_card(self):
        self.server.play(faults=[
            {"function": "getBoundProfilePackage", "kind": "bad-mac", "segment": 0}])
        lpa = self.lpa(self.server.address)
        result = lpa.card.load(lpa.fetch(lpa.authenticate("M"), "1"))
        judge("ProfileInstallationResult", result)

    def test_the_decoder_judges(self):
        right = bytes.fromhex("BF27")
        with self.assertRaises(ValueError):
            judge("PendingNotification", right)
        metadata = base64.b64decode("vyUA")
        with self.assertRaises(ValueError):
            judge("StoreMetadataRequest", metadata)
        # A default that DER leaves out
        profile = der.tlv(
            0xBF25, der.tlv(0x5A, bytes(10)), der.text(0x91, "a"), der.text(0x92, "b"),
            der.integer(0x95, 2))
        with self.assertRaises(ValueError):
            judge("StoreMetadataRequest", profile)


if __name__ == "__main__":
    unittest.main()
