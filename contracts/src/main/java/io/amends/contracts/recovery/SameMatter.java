package io.amends.contracts.recovery;

import io.amends.contracts.CaseRef;
import io.amends.contracts.Sorted;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What else is about the same matter as a case.
 *
 * @param joined reports that are part of it, in the order in which they joined
 * @param suggested other cases that may be the same; a person decides
 * @param mergedInto the case of which this one is a part now; null: it stands for itself
 */
public record SameMatter(
    List<JoinedReport> joined, List<Suggested> suggested, @Nullable CaseRef mergedInto) {

  public static final SameMatter NONE = new SameMatter(List.of(), List.of(), null);

  public SameMatter {
    joined = List.copyOf(joined);
    suggested = List.copyOf(suggested);
  }

  /** Another case, and in what it is alike. */
  public record Suggested(CaseRef other, Set<Likeness> alike) {
    public Suggested {
      alike = Sorted.copyOf(alike);
    }
  }

  /** In what two cases are alike. */
  public enum Likeness {
    GUEST,
    STAY,
    ISSUE,
    ROOM
  }

  public boolean hasJoined(CaseRef told) {
    return joined.stream().anyMatch(report -> report.told().equals(told));
  }

  public boolean isSuggested(CaseRef other) {
    return suggested.stream().anyMatch(one -> one.other().equals(other));
  }

  public SameMatter with(JoinedReport report) {
    return new SameMatter(
        Stream.concat(joined.stream(), Stream.of(report)).toList(), suggested, mergedInto);
  }

  public SameMatter with(Suggested one) {
    return new SameMatter(
        joined, Stream.concat(suggested.stream(), Stream.of(one)).toList(), mergedInto);
  }

  public SameMatter into(CaseRef other) {
    return new SameMatter(joined, suggested, other);
  }
}
