package io.amends.intake.classification;

import java.util.HashSet;
import java.util.Set;

/**
 * Pieces of text of which one stands in everything that a regular expression matches. To look for
 * them first is many times quicker than to match: of several hundred expressions few are left.
 *
 * <p>Reads literals, groups, alternatives, classes, escapes and quantifiers. Of what it does not
 * know it says that nothing has to stand there, which is never wrong.
 */
final class Anchors {

  /** A Chinese character tells as much as several letters. */
  private static final int WEIGHT_OF_OTHERS = 3;

  private final String expression;
  private int at;
  private boolean unknown;

  private Anchors(String expression) {
    this.expression = expression;
  }

  /** The pieces; empty: nothing has to stand there. */
  static Set<String> of(String expression) {
    Anchors parsed = new Anchors(expression);
    Set<String> anchors = parsed.alternatives();
    return parsed.unknown || parsed.at < expression.length() ? Set.of() : anchors;
  }

  /** One of them matches, so each has to have a piece. */
  private Set<String> alternatives() {
    Set<String> all = new HashSet<>(sequence());
    boolean each = !all.isEmpty();
    while (next('|')) {
      Set<String> one = sequence();
      each &= !one.isEmpty();
      all.addAll(one);
    }
    return each ? Set.copyOf(all) : Set.of();
  }

  /** All of it matches, so the piece that tells most will do. */
  private Set<String> sequence() {
    Set<String> best = Set.of();
    StringBuilder run = new StringBuilder();
    while (at < expression.length()
        && expression.charAt(at) != '|'
        && expression.charAt(at) != ')') {
      Atom atom = atom();
      Quantity quantity = quantity();
      if (atom.literal() != 0 && quantity == Quantity.ONE) {
        run.append(atom.literal());
        continue;
      }
      if (atom.literal() != 0 && quantity == Quantity.SOME) {
        run.append(atom.literal()); // once at least, and nothing is known of what follows
      }
      best = better(best, run.isEmpty() ? Set.of() : Set.of(run.toString()));
      run.setLength(0);
      if (quantity != Quantity.PERHAPS) {
        best = better(best, atom.anchors());
      }
    }
    return better(best, run.isEmpty() ? Set.of() : Set.of(run.toString()));
  }

  /**
   * A part of an expression.
   *
   * @param literal the character that it is; 0: it is none
   * @param anchors if it is a group
   */
  private record Atom(char literal, Set<String> anchors) {}

  private static final Atom ANYTHING = new Atom((char) 0, Set.of());

  private Atom atom() {
    char first = expression.charAt(at++);
    return switch (first) {
      case '(' -> group();
      case '[' -> oneOf();
      case '\\' -> escaped(expression.charAt(at++));
      case '.', '^', '$' -> ANYTHING;
      default -> new Atom(first, Set.of());
    };
  }

  private Atom oneOf() {
    int end = expression.indexOf(']', at);
    String letters = expression.substring(at, end);
    if (letters.contains("[") || letters.contains("\\")) {
      return notRead();
    }
    at = end + 1;
    return ANYTHING;
  }

  private Atom escaped(char letter) {
    if ("dDwWsSbB".indexOf(letter) >= 0) {
      return ANYTHING;
    }
    return Character.isLetterOrDigit(letter) ? notRead() : new Atom(letter, Set.of());
  }

  private Atom group() {
    if (next('?') && !next(':')) { // it looks around
      return notRead();
    }
    Set<String> anchors = alternatives();
    boolean _ = next(')');
    return new Atom((char) 0, anchors);
  }

  private Atom notRead() {
    unknown = true;
    at = expression.length();
    return ANYTHING;
  }

  /** How often an atom stands there. */
  private enum Quantity {
    ONE,
    /** Once or more. */
    SOME,
    /** Or not at all. */
    PERHAPS
  }

  private Quantity quantity() {
    Quantity quantity = Quantity.ONE;
    if (next('?') || next('*')) {
      quantity = Quantity.PERHAPS;
    } else if (next('+')) {
      quantity = Quantity.SOME;
    } else if (next('{')) {
      quantity = expression.charAt(at) == '0' ? Quantity.PERHAPS : Quantity.SOME;
      at = expression.indexOf('}', at) + 1;
    }
    if (!next('?')) { // as few as possible
      boolean _ = next('+'); // and never fewer
    }
    return quantity;
  }

  private boolean next(char wanted) {
    boolean there = at < expression.length() && expression.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private static Set<String> better(Set<String> one, Set<String> other) {
    return weight(other) > weight(one) ? other : one;
  }

  /** How rarely the least telling of them stands somewhere by chance. */
  private static int weight(Set<String> anchors) {
    return anchors.stream()
        .mapToInt(
            anchor -> anchor.chars().map(letter -> letter > 0xFF ? WEIGHT_OF_OTHERS : 1).sum())
        .min()
        .orElse(0);
  }
}
