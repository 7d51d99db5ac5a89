package club.vafa.cards.web;

import club.vafa.ui.Form;

/** The form of gift cards to make. */
public record GiftEntryForm(Form form) {}
