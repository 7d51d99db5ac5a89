-- Those who are past due, or rest, are looked for among all who ever joined.
create index membership_in_state on memberships.membership (club_id, state, id);
