-- By what lists of members are put in order.
--
-- Names are ordered as their readers do: Persian and Arabic letters by the Persian alphabet, with the
-- spellings that are one letter to a reader in one place, and accents aside. The letters are therefore
-- moved to signs that stand in that order; half-spaces go. Who has no name comes last.
alter table members.member add column called text collate "C" not null
  generated always as (
    coalesce(
      nullif(
        left(
          btrim(
            translate(
              lower(coalesce(first_name, '') || ' ' || coalesce(last_name, '')),
              U&'\0622\0627\0628\067E\062A\062B\062C\0686\062D\062E\062F\0630\0631\0632\0698\0633\0634'
                '\0635\0636\0637\0638\0639\063A\0641\0642\06A9\06AF\0644\0645\0646\0648\0647\06CC\0623'
                '\0625\0671\064A\0649\0626\0643\0629\06C0\0624\00E0\00E1\00E2\00E3\00E4\00E5\00E7\00E8'
                '\00E9\00EA\00EB\00EC\00ED\00EE\00EF\00F1\00F2\00F3\00F4\00F5\00F6\00F9\00FA\00FB\00FC'
                '\00FD\00FF\011F\015F\0131\06F0\0660\06F1\0661\06F2\0662\06F3\0663\06F4\0664\06F5\0665'
                '\06F6\0666\06F7\0667\06F8\0668\06F9\0669\0009\000A\200C\200D\0640',
              U&'\E000\E001\E002\E003\E004\E005\E006\E007\E008\E009\E00A\E00B\E00C\E00D\E00E\E00F\E010'
                '\E011\E012\E013\E014\E015\E016\E017\E018\E019\E01A\E01B\E01C\E01D\E01E\E01F\E020\E001'
                '\E001\E001\E020\E020\E020\E019\E01F\E01F\E01Eaaaaaaceeeeiiiinooooouuuuyygsi0011223344556'
                '6778899  ')),
          80),
        ''),
      U&'\FFFD')) stored;

create index member_by_called on members.member (club_id, called, id);
create index member_by_joined on members.member (club_id, joined_at, id);
create index member_by_state on members.member (club_id, state, joined_at, id)
  where state <> 'active';
