-- In which transaction an entry was written: who follows the journal reads what was written below
-- the oldest running transaction, and so never skips what commits late. What is there already was
-- written before. Journals grow in this order, so a few words for each stretch are index enough,
-- and a sale costs nothing more. New stretches are summed up as they fill, not at the next vacuum.
alter table ledger.entry add column written bigint not null default 0;
alter table ledger.entry alter column written drop default;
create index entry_written on ledger.entry using brin (club_id, written)
  with (pages_per_range = 32, autosummarize = on);
