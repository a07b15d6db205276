"""Each fault that a scenario can ask for is what a client then meets."""

import http.client
import json
import ssl
import tempfile
import time
import unittest

import context  # noqa: F401
import der
import faults
from euicc import CardError
from lpa import HEADERS, LPA, Refused, TestServer, encoded
from server_case import ICCID, ServerCase


class Wire(ServerCase):
    """Faults of the wire, met in the second call, whose answer is long enough to be cut."""

    met = {
        "delay": ("seconds", 0.3), "drip": ("seconds", 0.3), "hang": ConnectionError,
        "reset": ConnectionError, "close": ConnectionError, "cut": http.client.IncompleteRead,
        "status": "HTTP 500", "html": json.JSONDecodeError, "redirect": "HTTP 302",
        "empty": json.JSONDecodeError, "text": json.JSONDecodeError, "oversized": KeyError,
    }

    def test_every_kind(self):
        self.assertEqual(set(self.met), set(faults.WIRE))
        self.order()
        for kind, outcome in self.met.items():
            with self.subTest(kind):
                self.server.play(faults=[
                    {"function": "authenticateClient", "kind": kind, "seconds": 0.3}])
                began = time.monotonic()
                if isinstance(outcome, tuple):
                    self.lpa().authenticate("MATCH-1")
                    self.assertGreaterEqual(time.monotonic() - began, outcome[1])
                elif isinstance(outcome, str):
                    with self.assertRaisesRegex(OSError, outcome):
                        self.lpa().authenticate("MATCH-1")
                else:
                    with self.assertRaises(outcome):
                        self.lpa().authenticate("MATCH-1")
                self.assertEqual(self.server.requests()[-1]["fault"], kind)
                self.order()

    def test_an_answer_as_long_as_asked_for(self):
        for chunked in (False, True):
            self.server.play(faults=[{
                "function": "handleNotification", "kind": "oversized", "bytes": 3_000_000,
                "chunked": chunked}])
            lpa = self.lpa()
            lpa.connection.request("POST", "/gsma/rsp2/es9plus/handleNotification", b"{}")
            answer = lpa.connection.getresponse()
            self.assertEqual(answer.getheader("Content-Length") is None, chunked)
            self.assertEqual(len(answer.read()), 3_000_000)

    def test_notifications_are_taken_with_204_or_200(self):
        self.order()
        lpa = self.lpa()
        result = lpa.card.load(lpa.fetch(lpa.authenticate("MATCH-1")))
        self.server.play(faults=[{"function": "handleNotification", "kind": "empty"}])
        for status in (200, 204):
            body = json.dumps({"pendingNotification": encoded(result)})
            lpa.connection.request(
                "POST", "/gsma/rsp2/es9plus/handleNotification", body, HEADERS)
            answer = lpa.connection.getresponse()
            self.assertEqual((answer.status, answer.read()), (status, b""))
        self.assertEqual(self.server.order(ICCID)["state"], "installed")

    def test_a_fault_waits_and_wears_off(self):
        self.server.play(faults=[{
            "function": "initiateAuthentication", "kind": "status", "skip": 1, "times": 2}])
        self.order()
        met = []
        for _ in range(4):
            try:
                self.lpa().authenticate("MATCH-1")
                met.append(False)
            except OSError:
                met.append(True)
        self.assertEqual(met, [False, True, True, False])

    def test_connections(self):
        for kind in faults.BY_FUNCTION["connection"]:
            self.server.play(faults=[{"function": "connection", "kind": kind, "seconds": 12}])
            with self.subTest(kind), self.assertRaisesRegex(OSError, self.broken[kind]):
                self.lpa_in_haste().authenticate()
        self.assertEqual(self.server.requests(), [])

    broken = {
        "reset": "reset by peer|EOF", "hang": "timed out",
        "old-tls": "legacy sigalg|ALERT|VERSION|PROTOCOL",
        "plain": "WRONG_VERSION_NUMBER"}

    def lpa_in_haste(self):
        lpa = self.lpa()
        lpa.connection.timeout = 0.5
        return lpa


class Content(ServerCase):
    # What the card says to each: a code, or the failed command and the reason.
    authentication = {
        "wrong-signature": 2, "wrong-challenge": 6, "foreign-certificate": 1, "wrong-role": 1,
        "other-ci": 7}
    offers = {"wrong-signature": 2, "foreign-certificate": 1, "other-oid": 1}
    packages = {
        "wrong-signature": (0, 2), "inner-transaction": (0, 3), "wrong-operation": (0, 5),
        "wrong-key-type": (0, 4), "bad-mac": (5, 8), "swapped-segments": (5, 8),
        "missing-segment": (5, 8), "other-iccid": (5, 13)}
    tested_apart = {"wrong-address", "other-metadata", "cut-package"}

    def met_by_card(self, function, kind, **options):
        """What the card answers to a download with this fault."""
        self.order(size=5_000)
        self.server.play(faults=[{"function": function, "kind": kind, **options}])
        lpa = self.lpa()
        try:
            result = lpa.card.load(lpa.fetch(lpa.authenticate("MATCH-1")))
        except CardError as error:
            return error.args[0][-1]  # the code
        final = der.read(result, 0xBF37).require(0xBF27).require(0xA2)
        self.assertIsNone(final.find(0xA0), "installed in spite of the fault")
        lpa.notify(result)
        told = self.server.control("GET", "/notifications")[-1]
        return told["command"], told["error"]

    def test_authentication(self):
        for kind, code in self.authentication.items():
            with self.subTest(kind):
                self.assertEqual(self.met_by_card("initiateAuthentication", kind), code)

    def test_offers(self):
        for kind, code in self.offers.items():
            with self.subTest(kind):
                self.assertEqual(self.met_by_card("authenticateClient", kind), code)

    def test_packages(self):
        for kind, outcome in self.packages.items():
            with self.subTest(kind):
                options = {"segment": 3} if kind == "missing-segment" else {}
                self.assertEqual(
                    self.met_by_card("getBoundProfilePackage", kind, **options), outcome)

    def test_the_segment_that_is_spoilt_can_be_chosen(self):
        for segment, outcome in {0: (1, 8), 1: (2, 8), 2: (5, 8), -1: (5, 8)}.items():
            self.assertEqual(
                self.met_by_card("getBoundProfilePackage", "bad-mac", segment=segment), outcome)

    def test_a_package_that_is_cut(self):
        self.order()
        self.server.play(faults=[
            {"function": "getBoundProfilePackage", "kind": "cut-package", "bytes": 900}])
        lpa = self.lpa()
        self.assertEqual(len(lpa.fetch(lpa.authenticate("MATCH-1"))), 900)

    def test_metadata_of_another_profile(self):
        self.order()
        self.server.play(faults=[{"function": "authenticateClient", "kind": "other-metadata"}])
        lpa = self.lpa()
        offered = lpa.authenticate("MATCH-1")
        lpa.card.load(lpa.fetch(offered))
        self.assertNotIn(lpa.card.metadata.hex(), offered["profileMetadata"])

    def test_a_wrong_address_is_signed(self):
        self.server.play(faults=[
            {"function": "initiateAuthentication", "kind": "wrong-address"}])
        lpa = self.lpa()
        self.order()
        self.assert_refused("8.1/6.1", lpa.authenticate, "MATCH-1")

    def test_every_pair_of_codes(self):
        for function in ("initiateAuthentication", "authenticateClient"):
            for subject, reason in (("8.2.5", "4.3"), ("8.8.5", "4.10"), ("1.2", "5.9")):
                self.order()
                self.server.play(faults=[{
                    "function": function, "kind": "refuse", "subject": subject,
                    "reason": reason}])
                self.assert_refused(
                    f"{subject}/{reason}", self.lpa().authenticate, "MATCH-1")

    def test_answers_without_a_member_of_another_transaction_and_of_the_last_session(self):
        self.order()
        self.server.play(faults=[
            {"function": "initiateAuthentication", "kind": "drop", "member": "serverSigned1"},
            {"function": "initiateAuthentication", "kind": "other-transaction"},
            {"function": "initiateAuthentication", "kind": "replay"}])
        with self.assertRaises(KeyError):
            self.lpa().authenticate("MATCH-1")
        self.assert_refused("8.10.1/3.9", self.lpa().authenticate, "MATCH-1")
        with self.assertRaises(CardError) as caught:
            self.lpa().authenticate("MATCH-1")
        self.assertEqual(caught.exception.args[0][-1], 6)

    def test_no_kind_is_forgotten(self):
        for function, kinds in {
                "initiateAuthentication": self.authentication, "authenticateClient": self.offers,
                "getBoundProfilePackage": self.packages}.items():
            self.assertEqual(set(faults.BY_FUNCTION[function]) - self.tested_apart, set(kinds))


class Trust(ServerCase):
    def test_certificates_that_a_client_must_refuse(self):
        for certificate in (
                "dp-tls-expired", "dp-tls-wrong-host", "dp-tls-self-signed", "dp-tls-2"):
            with self.subTest(certificate):
                self.server.play(certificates=[{"certificate": certificate}])
                with self.assertRaises(ssl.SSLCertVerificationError):
                    self.lpa().authenticate()
                self.assertEqual(self.certificate_shown(), certificate)
        self.assertEqual(self.server.requests(), [])

    def certificate_shown(self):
        """Of the last handshake, which the server may notice a moment later than the client."""
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            last = self.server.control("GET", "/log")[-1]
            if "certificate" in last:
                return last["certificate"]
            time.sleep(0.01)

    def test_a_whole_other_world(self):
        self.server.play(world="2")
        self.order()
        lpa = LPA(self.server.address, ci="ci-2")
        self.addCleanup(lpa.connection.close)
        self.assert_refused("8.8.2/3.1", lpa.authenticate, "MATCH-1")


class Scenarios(unittest.TestCase):
    def test_mistakes_are_named(self):
        server = TestServer()
        self.addCleanup(server.stop)
        for scenario, message in (
                ({"order": []}, "a scenario has no order"),
                ({"orders": [{"iccid": "1", "colour": "red"}]}, "an order has no colour"),
                ({"faults": [{"function": "fly", "kind": "delay"}]}, "no function fly"),
                ({"faults": [{"function": "cancelSession", "kind": "bad-mac"}]},
                 "cancelSession has no fault bad-mac")):
            with self.assertRaisesRegex(ValueError, message):
                server.play(**scenario)

    def test_the_journal_is_a_file_too(self):
        with tempfile.NamedTemporaryFile("r") as log:
            server = TestServer("--log", log.name)
            self.addCleanup(server.stop)
            lpa = LPA(server.address)
            with self.assertRaises(Refused):
                lpa.authenticate("NONE")
            lpa.connection.close()
            entries = [json.loads(line) for line in log]
            self.assertEqual(
                [entry["event"] for entry in entries],
                ["connection", "handshake", "request", "request"])
            self.assertEqual(entries[3]["refusal"], "8.2.6/3.8")
            self.assertEqual(entries[3]["seen"]["matchingId"], "NONE")


if __name__ == "__main__":
    unittest.main()
