package club.vafa.program.file;

/** A place in a text; lines and columns are counted from 1. */
public record Place(int line, int column) {}
