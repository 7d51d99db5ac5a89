package club.vafa.templates;

import club.vafa.program.Comparison;
import club.vafa.program.Draft;

/** A template that has become a draft, with what that would change. */
public record Drafted(Draft draft, Comparison comparison) {}
