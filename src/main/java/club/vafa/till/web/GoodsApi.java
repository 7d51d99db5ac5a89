package club.vafa.till.web;

import club.vafa.api.Call;
import club.vafa.api.Caller;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.goods.Goods;
import club.vafa.goods.Item;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.till.web.Catalogue.CategoryPart;
import club.vafa.till.web.Catalogue.ItemPart;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives tills the catalogue, part by part, and later only what changed. */
@Hidden
@RestController
class GoodsApi {
  private static final int AT_ONCE = 500;

  private final Goods goods;
  private final Clubs clubs;

  GoodsApi(Goods goods, Clubs clubs) {
    this.goods = goods;
    this.clubs = clubs;
  }

  /**
   * What changed since a till asked last.
   *
   * @param since the change it has seen
   * @param after the last item it has seen of that change, while more follow
   */
  @GetMapping("/till/data/goods")
  @Needs(Scope.PURCHASES_WRITE)
  ResponseEntity<Catalogue> news(
      Caller caller,
      @RequestParam(name = "since", defaultValue = "0") long since,
      @RequestParam(name = "after", defaultValue = "") String after) {
    Club club = clubs.get(caller.club());
    Goods.News news = goods.since(club.id(), since, id(after).orElse(null), AT_ONCE);
    Language language = Call.current().language();
    Catalogue catalogue =
        new Catalogue(
            news.items().stream().map(item -> part(club, item)).toList(),
            goods.categories(club.id()).stream()
                .map(one -> new CategoryPart(one.code(), one.name(language)))
                .toList(),
            news.until(),
            news.more() ? news.last().toString() : null);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(catalogue);
  }

  private static Optional<UUID> id(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** With all its names: a till may speak another language tomorrow. */
  private static ItemPart part(Club club, Item item) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      names.put(language.code(), item.name(language));
    }
    return new ItemPart(
        item.id().toString(),
        item.code(),
        names,
        item.terms().category(),
        item.terms().barcodes(),
        price(club, item.price()),
        item.terms().favourite(),
        item.terms().active());
  }

  private static @Nullable String price(Club club, @Nullable Long minor) {
    return minor == null ? null : Amount.plain(minor, Money.decimals(club.currency()));
  }
}
