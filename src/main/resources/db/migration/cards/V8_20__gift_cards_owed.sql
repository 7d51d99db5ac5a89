-- What all cards together hold is told beside their list: read from here alone, not from the cards.
create index gift_card_owed on cards.gift_card (club_id) include (state, balance);
