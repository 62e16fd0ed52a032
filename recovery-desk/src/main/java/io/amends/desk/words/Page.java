package io.amends.desk.words;

import io.amends.desk.people.Reader;
import io.amends.desk.view.AsOf;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.web.reactive.result.view.Rendering;

/** What every page has around it: who reads, how old it is, where else to go. */
public final class Page {

  private final Supplier<AsOf> asOf;

  public Page(Supplier<AsOf> asOf) {
    this.asOf = asOf;
  }

  /** A place to go. */
  public record Place(String address, String word, boolean here) {}

  /**
   * What is around a page.
   *
   * @param asOf hotel time up to which the view has read everything, epoch milliseconds
   * @param now hotel time, epoch milliseconds, for the page's own clock
   */
  public record Around(
      String language,
      String direction,
      String title,
      String reader,
      String role,
      List<Place> places,
      long asOf,
      long now,
      boolean filled) {}

  /** The page of that name, with what is around it. */
  public Rendering.Builder<?> show(String template, String title, Reader reader, Words words) {
    AsOf read = asOf.get();
    return Rendering.view(template)
        .modelAttribute(
            "around",
            new Around(
                words.locale().toLanguageTag(),
                words.direction(),
                words.of(title),
                reader.name(),
                reader.role().map(role -> words.of("role." + role)).orElse(""),
                places(reader, title, words),
                read.hotel().toEpochMilli(),
                words.now().toEpochMilli(),
                read.real().toEpochMilli() > 0))
        .modelAttribute("words", words);
  }

  private static List<Place> places(Reader reader, String title, Words words) {
    return Stream.concat(
            Stream.of("today", "approvals", "find", "reports"),
            reader.audits() ? Stream.of("audit") : Stream.empty())
        .map(name -> place("/" + name, "nav." + name, title, words))
        .toList();
  }

  private static Place place(String address, String word, String title, Words words) {
    return new Place(address, words.of(word), word.equals(title));
  }
}
