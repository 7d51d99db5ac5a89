-- A member's total counts its writes, which tells a writer whether somebody else wrote since it looked.
alter table activity.total add column version bigint not null default 1;
alter table activity.total alter column version drop default;
