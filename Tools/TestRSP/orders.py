"""Download orders and events: what waits for whom, and what became of it (SGP.22 §3.1)."""

import hashlib
import hmac
from dataclasses import asdict, dataclass, fields

from refusals import refusal

# released → downloaded → installed, or error; `unreleased` and `expired` are for tests to set.
STATES = {"unreleased", "released", "downloaded", "installed", "error", "expired"}
# Results after which the same order may be downloaded again (SGP.22 §2.5.6).
PASSING_ERRORS = {10, 11}
# Cancellations that end the session only: postponed, timeout (SGP.22 §5.7.14).
PASSING_CANCELLATIONS = {1, 2}


@dataclass
class Order:
    """One profile to be downloaded. Members of a scenario's `orders` have these names."""

    iccid: str
    matching_id: str = ""
    provider: str = "Test Mobile"
    name: str = "Test 5 GB"
    profile_class: str = "operational"
    imsi: str = "001010123456789"
    owner: str = "00101"
    icon: int = 0  # bytes of the icon; none if 0
    policy_rules: tuple = ()  # 1, 2
    size: int = 6_000  # bytes of the package in clear
    replaces_keys: bool = False  # protected with keys of its own
    eid: str = ""  # for this eUICC only
    is_default: bool = False  # found without a matching id, by the EID
    confirmation_code: str = ""
    tries: int = 3  # confirmation codes that may still be wrong
    downloads: int = 5  # attempts that are left
    rebinds: bool = True  # a downloaded package may be bound anew
    notification_address: str = ""  # the server's own if empty
    notifications: tuple = ("enable", "disable", "delete")
    state: str = "released"
    bound_to: str = ""  # the EID that it was downloaded to
    last_result: str = ""

    @classmethod
    def reading(cls, members):
        known = {field.name for field in fields(cls)}
        if unknown := set(members) - known:
            raise ValueError(f"an order has no {', '.join(sorted(unknown))}")
        order = cls(**members)
        if order.state not in STATES:
            raise ValueError(f"an order can't be {order.state}")
        return order

    def described(self):
        return asdict(self)

    def admit(self, eid, free_memory):
        """Lets this eUICC begin a download, or says why not (SGP.22 §5.6.3)."""
        if self.eid and self.eid != eid:
            raise refusal("other-eid")
        if self.state == "unreleased":
            raise refusal("not-released")
        if self.state == "expired":
            raise refusal("order-expired")
        if self.state == "downloaded" and self.bound_to != eid or self.state in (
                "installed", "error"):
            raise refusal("matching-id")
        if self.downloads <= 0:
            self.state = "error"
            raise refusal("order-exhausted")
        if free_memory is not None and free_memory < self.size:
            raise refusal("no-memory")
        self.downloads -= 1

    def check(self, hashed_code, transaction):
        """Takes a hash of the confirmation code, or counts it as wrong."""
        if not self.confirmation_code:
            return
        if hashed_code is None:
            raise refusal("code-missing")
        code = hashlib.sha256(self.confirmation_code.encode()).digest()
        if hmac.compare_digest(hashlib.sha256(code + transaction).digest(), hashed_code):
            return
        self.tries -= 1
        if self.tries <= 0:
            self.state = "error"
            raise refusal("code-exhausted")
        raise refusal("code-wrong")

    def downloaded(self, eid):
        self.state, self.bound_to = "downloaded", eid

    def ended(self, error):
        """What the ProfileInstallationResult says; `error` is its reason, or None."""
        if error is None:
            self.state, self.last_result = "installed", "installed"
        else:
            self.state = "released" if error in PASSING_ERRORS else "error"
            self.last_result = f"error {error}"

    def cancelled(self, reason):
        if self.state in ("released", "downloaded"):
            self.state = "released" if reason in PASSING_CANCELLATIONS else "error"
        self.last_result = f"cancelled {reason}"


@dataclass
class Event:
    """What waits on the SM-DS for an eUICC: the address of an SM-DP+ and a matching id there."""

    eid: str
    event_id: str
    address: str = ""  # the SM-DP+ of this process if empty


class Book:
    """All orders and events."""

    def __init__(self):
        self.orders, self.events = [], []

    def order(self, matching_id, eid):
        """The order that is meant: by its id, or without one by the EID."""
        if matching_id:
            found = [order for order in self.orders if order.matching_id == matching_id]
        else:
            found = [
                order for order in self.orders
                if order.is_default and order.eid == eid
                and order.state not in ("installed", "error")]
        if not found:
            raise refusal("matching-id")
        return found[0]

    def holding(self, iccid):
        """The order with this ICCID, or None."""
        return next((order for order in self.orders if order.iccid == iccid), None)
