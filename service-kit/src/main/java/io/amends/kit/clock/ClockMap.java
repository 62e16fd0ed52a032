package io.amends.kit.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How real time becomes hotel time: straight pieces, each from an instant of real time on. It never
 * runs backwards; it may stand still, run faster, and jump ahead where two pieces meet. Before the
 * first piece it is the identity.
 */
public record ClockMap(List<Piece> pieces) {

  public static final ClockMap IDENTITY = new ClockMap(List.of());

  /**
   * @throws IllegalArgumentException if the pieces are not in the order of real time, or hotel time
   *     would run backwards
   */
  public ClockMap {
    pieces = List.copyOf(pieces);
    for (int i = 1; i < pieces.size(); i++) {
      Piece before = pieces.get(i - 1);
      Piece piece = pieces.get(i);
      if (piece.real().isBefore(before.real())) {
        throw new IllegalArgumentException(
            "real: %s (expected: not before %s)".formatted(piece.real(), before.real()));
      }
      if (piece.hotel().isBefore(before.at(piece.real()))) {
        throw new IllegalArgumentException(
            "hotel: %s (expected: not before %s)"
                .formatted(piece.hotel(), before.at(piece.real())));
      }
    }
  }

  /**
   * One straight piece.
   *
   * @param real from when on it holds
   * @param hotel what time it is then in the hotel
   * @param rate milliseconds of the hotel for each real one; not negative
   */
  public record Piece(Instant real, Instant hotel, double rate) {
    public Piece {
      if (!(rate >= 0)) {
        throw new IllegalArgumentException("rate: %s (expected: 0 or more)".formatted(rate));
      }
    }

    Instant at(Instant later) {
      double millis = Duration.between(real, later).toMillis() * rate;
      return hotel.plusMillis(Math.round(millis));
    }
  }

  public Instant at(Instant real) {
    for (int i = pieces.size() - 1; i >= 0; i--) {
      if (!real.isBefore(pieces.get(i).real())) {
        return pieces.get(i).at(real);
      }
    }
    return real;
  }

  /** The same map with one more piece at its end. */
  public ClockMap then(Piece next) {
    List<Piece> more = new ArrayList<>(pieces);
    more.add(next);
    return new ClockMap(more);
  }
}
