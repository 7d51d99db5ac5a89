package club.vafa.clubs;

import club.vafa.clubs.look.Icons;
import club.vafa.clubs.look.LogoReader;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Shades;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What clubs look like: their colour, their logo, and all the pictures made of both. */
@Component
public class Brands {
  private static final String SHEET = "sheet.css";
  private static final int MOST_KEPT = 200;

  private final BrandStore store;
  private final Clubs clubs;
  private final Clock clock;

  /** Pictures are dear to draw and the same for everybody; those asked for last stay. */
  private final Map<String, byte[]> drawn =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
              return size() > MOST_KEPT;
            }
          });

  Brands(BrandStore store, Clubs clubs, Clock clock) {
    this.store = store;
    this.clubs = clubs;
    this.clock = clock;
  }

  /** How the club would look, without changing anything: its colour and the logo itself. */
  public record Trial(@Nullable String color, byte @Nullable [] logo) {
    public Shades shades() {
      return Shades.of(color == null ? Shades.OWN : color);
    }
  }

  public Outcome<Trial> tried(ClubId club, BrandChange change) {
    List<Refusal> faults = new ArrayList<>();
    Brand before = store.latest(club);
    String color = color(change, before, faults);
    byte[] logo = before.logo() == null ? null : store.logo(club, before.logo());
    if (change.logo() != null) {
      logo = change.logo().value() == null ? null : read(change.logo().value(), faults);
    }
    return faults.isEmpty() ? Outcome.done(new Trial(color, logo)) : Outcome.refused(faults);
  }

  /** Changes colour and logo; what was before is kept and can be had back. */
  @Transactional
  public Outcome<Brand> change(ClubId club, BrandChange change, String actor) {
    return tried(club, change).map(trial -> kept(club, trial, actor));
  }

  private Brand kept(ClubId club, Trial trial, String actor) {
    clubs.hold(club);
    Brand before = store.latest(club);
    String logo = trial.logo() == null ? null : sha256(trial.logo());
    if (Objects.equals(before.color(), trial.color()) && Objects.equals(before.logo(), logo)) {
      return before;
    }
    if (trial.logo() != null && logo != null) {
      store.keepLogo(club, logo, trial.logo(), clock.instant());
    }
    return next(club, new Brand(before.version() + 1, trial.color(), logo, actor, null));
  }

  /** Goes back to how the club looked before the last change; done twice it is as it was. */
  @Transactional
  public Outcome<Brand> undo(ClubId club, String actor) {
    clubs.hold(club);
    Brand now = store.latest(club);
    if (now.version() == 0) {
      return Outcome.refused(Refusal.of(ClubsCode.BRAND_UNCHANGED));
    }
    Brand before = store.version(club, now.version() - 1).orElse(Brand.PLAIN);
    return Outcome.done(
        next(club, new Brand(now.version() + 1, before.color(), before.logo(), actor, null)));
  }

  private Brand next(ClubId club, Brand brand) {
    store.insert(club, brand, clock.instant());
    clubs.forget(club);
    return store.latest(club);
  }

  private static @Nullable String color(BrandChange change, Brand before, List<Refusal> faults) {
    if (change.color() == null) {
      return before.color();
    }
    String typed = change.color().value();
    if (typed == null) {
      return null;
    }
    Optional<String> read = Shades.read(Digits.western(typed));
    if (read.isEmpty()) {
      faults.add(Refusal.at("/color", ClubsCode.BRAND_COLOR));
    }
    return read.orElse(null);
  }

  private static byte @Nullable [] read(byte[] file, List<Refusal> faults) {
    return switch (LogoReader.read(file)) {
      case Done<byte[]>(byte[] png) -> png;
      case Refused<byte[]>(List<Refusal> refusals) -> {
        faults.addAll(refusals);
        yield null;
      }
    };
  }

  /** A file of the club's look: its sheet, or one of the pictures made of colour and logo. */
  public Optional<byte[]> file(ClubId club, int version, String name) {
    return ClubScope.call(
        club, () -> store.version(club, version).flatMap(brand -> file(club, brand, name)));
  }

  private Optional<byte[]> file(ClubId club, Brand brand, String name) {
    if (name.equals(SHEET)) {
      return Optional.of(Shades.of(brand.colorOrOwn()).css().getBytes(StandardCharsets.UTF_8));
    }
    String key = club + "/" + brand.version() + "/" + name;
    byte[] known = drawn.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    byte[] logo = brand.logo() == null ? null : store.logo(club, brand.logo());
    Optional<byte[]> made = new Icons(brand.colorOrOwn(), logo).of(name);
    made.ifPresent(content -> drawn.put(key, content));
    return made;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
