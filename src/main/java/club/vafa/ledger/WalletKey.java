package club.vafa.ledger;

import club.vafa.kernel.MemberId;

/** Names a wallet: whose it is, and the number of its unit. */
record WalletKey(MemberId member, int unit) {}
