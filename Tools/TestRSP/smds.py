"""The SM-DS: which events wait for an eUICC (ES11, SGP.22 §5.8)."""

from refusals import REASONS, refusal
from rsp_server import RSPServer


class SMDS(RSPServer):
    kind, role = "ds", "ds-auth"

    def reason(self, name):
        return refusal(f"ds-{name}" if f"ds-{name}" in REASONS else name)

    def authenticate_client(self, request, fault, seen):
        session, event_id = self.authenticated(request, seen)
        events = [event for event in self.book.events if event.eid == session.euicc.eid]
        if event_id:
            events = [event for event in events if event.event_id == event_id]
            if not events:
                raise self.reason("unknown-event")
        self.sessions.pop(session.transaction)
        seen["events"] = len(events)
        return {
            "transactionId": session.name,
            "eventEntries": [
                {"eventId": event.event_id, "rspServerAddress": event.address}
                for event in events]}
