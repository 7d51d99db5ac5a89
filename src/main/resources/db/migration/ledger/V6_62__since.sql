-- Whoever spends had all awards read that the member ever had, also those of which nothing is left.
-- A wallet says from which lot on there may be something: ids of lots ascend, and so only what came
-- since is read. Null where that is not known yet.
alter table ledger.wallet add column since uuid;
