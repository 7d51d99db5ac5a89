-- The language somebody chose for themselves, on whatever device; null as long as they chose none.
alter table access.staff add column chosen_language text
  check (chosen_language in ('en', 'fa', 'ar'));
