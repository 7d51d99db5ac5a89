-- Finds the members among whose awards some wait for an event or the next visit.
create index lot_awaiting on ledger.lot (club_id, member_id) where awaits is not null and pending > 0;
