package club.vafa.clubs;

/** A till or card terminal in a branch. The code is unique within the branch. */
public record Terminal(String branch, String code, String name) {}
