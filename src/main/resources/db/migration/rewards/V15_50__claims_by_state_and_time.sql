-- Claims in one state, those that wait among them, in the order in which they were made.
create index claim_of_state on rewards.claim (club_id, state, id);
drop index rewards.claim_waiting;
create index claim_at on rewards.claim (club_id, claimed_at);
