-- Codes are made by the hundred thousand for a coupon that was just looked up and is never deleted;
-- looking it up again for each of them took as long as writing it.
alter table campaigns.coupon_code drop constraint coupon_code_club_id_coupon_id_fkey;
