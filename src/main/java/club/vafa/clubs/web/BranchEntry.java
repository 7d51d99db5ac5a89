package club.vafa.clubs.web;

import club.vafa.ui.Form;

/** The form of a branch. */
public record BranchEntry(Form form) {}
