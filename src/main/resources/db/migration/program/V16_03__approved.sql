-- The second person, where one is required.
alter table program.draft add column approved_by text;
alter table program.version add column approved_by text;
