package club.vafa.clubs;

/** A place where the club's members buy. The code is what tills send. */
public record Branch(String code, String name) {}
