package club.vafa.earning.web;

import java.util.List;

/** Purchases that are sent together; each is read for itself, so this only describes the body. */
record BatchRequest(List<PurchaseRequest> purchases) {}
