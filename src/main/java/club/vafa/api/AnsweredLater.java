package club.vafa.api;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * An endpoint that begins its work and answers when it is done, and keeps no thread while it waits.
 * It is asked so when all is as usual; whatever is not goes to the controller of the same path,
 * which does and answers the same.
 *
 * @param <T> what the document of a request is read as
 */
public interface AnsweredLater<T> {
  /** The address to which documents are posted. */
  String path();

  Class<T> takes();

  /** What the caller must hold. */
  Scope needs();

  /**
   * Begins what the document asks for. There is no waiting here: what would ask the database ends,
   * and the request goes to the controller. What makes the answer is tried so too, and once more
   * where there is time.
   *
   * @param key what the request is to be done once under; null when it names none
   * @return what makes the answer when all is done; null when nothing was begun, because it is
   *     refused or would have to wait
   */
  @Nullable CompletableFuture<Supplier<ResponseEntity<?>>> begin(
      T document, @Nullable String key, Caller caller);
}
