-- What the club has yet to hand over, in the order in which it was asked for.
create index claim_waiting on rewards.claim (club_id, id) where state = 'requested';
