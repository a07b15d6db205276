"""What the server does when all goes well, and what it refuses by itself."""

import unittest

import context  # noqa: F401
import der
import elements
from euicc import EID, EUICC
from lpa import LPA
from orders import Order
from server_case import ICCID, ServerCase


class Download(ServerCase):
    def test_the_profile_that_the_card_opens_is_the_ordered_one(self):
        for size in (0, 6_000, 300_000):
            for replaces_keys in (False, True):
                with self.subTest(size=size, replaces_keys=replaces_keys):
                    order = self.order(size=size, replaces_keys=replaces_keys, icon=700)
                    lpa = self.lpa()
                    lpa.download("MATCH-1")
                    self.assertEqual(lpa.card.profile, elements.elements(order))
                    metadata = der.read(lpa.card.metadata, 0xBF25)
                    self.assertEqual(metadata.require(0x92).text(), order.name)
                    self.assertEqual(len(metadata.require(0x94).value), 700)
                    self.assertEqual(self.server.order(ICCID)["state"], "installed")

    def test_packages_have_the_size_asked_for(self):
        for size in (1_000, 20_000, 20_100, 65_536, 1_000_000):
            order = Order(iccid=ICCID, size=size)
            self.assertLessEqual(abs(len(elements.elements(order)) - size), 40)

    def test_notifications_are_verified_and_recorded(self):
        self.order()
        lpa = self.lpa()
        lpa.download("MATCH-1")
        lpa.notify(lpa.card.other_notification(1))
        spoilt = lpa.card.other_notification(3)
        lpa.notify(spoilt.replace(b"localhost", b"localhosT"))
        told = self.server.control("GET", "/notifications")
        self.assertEqual(
            [(one["operation"], one["isVerified"], one["iccid"], one["eid"]) for one in told],
            [("install", True, ICCID, EID), ("enable", True, ICCID, EID),
             ("delete", False, ICCID, EID)])

    def test_no_request_is_wrong_in_form(self):
        self.order()
        lpa = self.lpa()
        lpa.download("MATCH-1")
        self.assertEqual([entry["violations"] for entry in self.server.requests()], [[]] * 4)
        lpa.connection.request("POST", "/elsewhere", b"no JSON")
        self.assertEqual(lpa.connection.getresponse().status, 404)
        self.assertEqual(len(self.server.requests()[-1]["violations"]), 5)

    def test_a_default_order_is_found_by_the_eid(self):
        self.order(matching_id="", eid=EID, is_default=True)
        self.lpa().download()
        self.assertEqual(self.server.order(ICCID)["state"], "installed")
        self.assert_refused("8.2.6/3.8", self.lpa().download)

    def test_cancelling(self):
        for reason, state in ((0, "error"), (1, "released"), (2, "released"), (127, "error")):
            self.order()
            lpa = self.lpa()
            lpa.authenticate("MATCH-1")
            lpa.cancel(reason)
            self.assertEqual(self.server.order(ICCID)["state"], state)
            self.assert_refused("8.10.1/3.9", lpa.cancel, reason)

    def test_a_package_that_was_lost_is_bound_again(self):
        self.order()
        lpa = self.lpa()
        first = lpa.fetch(lpa.authenticate("MATCH-1"))
        self.assertEqual(self.server.order(ICCID)["state"], "downloaded")
        second = lpa.fetch(lpa.authenticate("MATCH-1"))
        self.assertNotEqual(first, second)  # signed for another transaction
        lpa.notify(lpa.card.load(second))
        self.assertEqual(self.server.order(ICCID)["state"], "installed")

    def test_an_order_may_refuse_another_binding(self):
        self.order(rebinds=False)
        lpa = self.lpa()
        lpa.fetch(lpa.authenticate("MATCH-1"))
        lpa.card.one_time_keys.clear()
        self.assert_refused("8.2/3.7", lambda: lpa.fetch(lpa.authenticate("MATCH-1")))


class Refusals(ServerCase):
    def test_orders_that_are_not_to_be_had(self):
        for members, pair in (
                ({"matching_id": "OTHER"}, "8.2.6/3.8"),
                ({"eid": "89049032000000000000012600041755"}, "8.1.1/3.8"),
                ({"state": "unreleased"}, "8.2/1.2"),
                ({"state": "expired"}, "8.8.5/4.10"),
                ({"state": "installed"}, "8.2.6/3.8"),
                ({"state": "error"}, "8.2.6/3.8"),
                ({"downloads": 0}, "8.8.5/6.4"),
                ({"size": 600_000}, "8.1/4.8")):
            with self.subTest(members):
                self.order(**members)
                self.assert_refused(pair, self.lpa().download, "MATCH-1")

    def test_what_is_refused_ends_the_session(self):
        self.order(eid="89049032000000000000012600041755")
        lpa = self.lpa()
        self.assert_refused("8.1.1/3.8", lpa.authenticate, "MATCH-1")
        self.assert_refused("8.10.1/3.9", lpa.cancel, 127)
        self.order(confirmation_code="2468")
        offered = lpa.authenticate("MATCH-1")
        self.assert_refused("8.2.7/3.8", lpa.fetch, offered, "1")
        self.assert_refused("8.10.1/3.9", lpa.cancel, 127)
        self.assertEqual(self.server.order(ICCID)["state"], "released")

    def test_confirmation_codes(self):
        self.order(confirmation_code="2468", tries=2)
        self.assert_refused("8.2.7/2.2", self.lpa().download, "MATCH-1")
        self.assert_refused("8.2.7/3.8", self.lpa().download, "MATCH-1", "1")
        self.assert_refused("8.2.7/6.4", self.lpa().download, "MATCH-1", "2")
        self.assert_refused("8.2.6/3.8", self.lpa().download, "MATCH-1", "2468")
        self.order(confirmation_code="2468")
        self.lpa().download("MATCH-1", "2468")
        self.assertEqual(self.server.order(ICCID)["state"], "installed")

    def test_an_address_that_is_not_the_servers(self):
        self.assert_refused("8.8.1/3.8", self.lpa().authenticate, "", "elsewhere.example")

    def test_a_card_of_another_ci(self):
        self.order()
        card = EUICC(world="-2")
        self.assert_refused("8.8.2/3.1", self.lpa(card).download, "MATCH-1")
        card.issuer = EUICC().issuer  # trusts ours, but is not of ours
        self.assert_refused("8.11.1/3.9", self.lpa(card).download, "MATCH-1")

    def test_a_card_that_signs_with_another_key(self):
        self.order()
        card = EUICC()
        card.identity.key = EUICC(world="-2").identity.key
        self.assert_refused("8.1/6.1", self.lpa(card).download, "MATCH-1")

    def test_a_card_whose_eum_did_not_sign_it(self):
        self.order()
        card = EUICC()
        card.identity.certificate = EUICC(world="-2").identity.certificate
        self.assert_refused("8.1.3/6.1", self.lpa(card).download, "MATCH-1")

    def test_a_session_that_is_not_there(self):
        lpa = self.lpa()
        lpa.transaction = "00" * 16
        lpa.card.transaction, lpa.card.server_oid = bytes(16), "2.999.10.1"
        self.assert_refused("8.10.1/3.9", lpa.cancel, 0)


class Discovery(ServerCase):
    def test_events_of_the_eid_are_listed_and_lead_to_the_order(self):
        self.order()
        self.server.play(events=[
            {"eid": EID, "event_id": "MATCH-1"},
            {"eid": "89049032000000000000012600041755", "event_id": "OTHER"}])
        discovery = LPA(self.server.discovery)
        self.addCleanup(discovery.connection.close)
        entries = discovery.authenticate()["eventEntries"]
        self.assertEqual(
            entries, [{"eventId": "MATCH-1", "rspServerAddress": self.server.address}])
        self.assert_refused("8.9.5/3.9", discovery.authenticate, "OTHER")
        self.lpa().download(entries[0]["eventId"])
        self.assertEqual(self.server.order(ICCID)["state"], "installed")


if __name__ == "__main__":
    unittest.main()
