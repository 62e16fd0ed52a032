package io.amends.desk.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the chain learns from its cases. Each is one query over the facts, of the reader's hotels
 * and a span of time; {@code %s} stands where these are put.
 */
enum Report {
  /** Of each promise made: kept or broken, by clock and week. */
  PROMISES(
      Picture.PARTS,
      "week,clock,kept,broken",
      """
      SELECT week, clock, sum(promised) - sum(broken) AS kept, sum(broken) AS broken FROM (
        SELECT (opened / 86400000 + 3) / 7 AS week, 'ACKNOWLEDGE' AS clock, count(promised_ACKNOWLEDGE) AS promised, count(broken_ACKNOWLEDGE) AS broken
        FROM fact WHERE %1$s GROUP BY 1
        UNION ALL SELECT (opened / 86400000 + 3) / 7, 'APOLOGISE', count(promised_APOLOGISE), count(broken_APOLOGISE) FROM fact WHERE %1$s GROUP BY 1
        UNION ALL SELECT (opened / 86400000 + 3) / 7, 'FIX', count(promised_FIX), count(broken_FIX) FROM fact WHERE %1$s GROUP BY 1)
      GROUP BY week, clock ORDER BY week DESC, clock LIMIT 78"""),

  /** What share ended in which tier, and what was given there, in nights. */
  TIERS(
      Picture.SHARE,
      "tier,cases,nights,exposure",
      """
      SELECT tier, count(*) AS cases, round(avg(CAST(given AS REAL) / night), 3) AS nights,
        round(avg(CAST(exposure AS REAL) / night), 2) AS exposure
      FROM fact WHERE %s AND tier IS NOT NULL
      GROUP BY tier ORDER BY CASE tier WHEN 'ON_THE_SPOT' THEN 1 WHEN 'SAME_DAY' THEN 2 WHEN 'NEXT_DAY' THEN 3 ELSE 4 END"""),

  /** What goes wrong most, the few that make most of it first. */
  CAUSES(
      Picture.SHARE,
      "issue,cases,department,broken",
      """
      SELECT issue, count(*) AS cases, max(department) AS department,
        count(CASE WHEN broken_ACKNOWLEDGE = 1 OR broken_APOLOGISE = 1 OR broken_FIX = 1 THEN 1 END) AS broken
      FROM fact WHERE %s GROUP BY issue ORDER BY cases DESC LIMIT 20"""),

  /** Where standards exist and are not followed (gap 3), by hotel and department. */
  GAP3(
      Picture.SHARE,
      "property,cases,department",
      """
      SELECT property, count(*) AS cases, department FROM fact WHERE %s AND gap = 'GAP3'
      GROUP BY property, department ORDER BY cases DESC LIMIT 40"""),

  /** A second failure on top of the first, or a broken promise: over these guests leave. */
  SECOND_FAILURES(
      Picture.SHARE,
      "property,cases,broken,second",
      """
      SELECT property, count(*) AS cases,
        count(CASE WHEN broken_ACKNOWLEDGE = 1 OR broken_APOLOGISE = 1 OR broken_FIX = 1 THEN 1 END) AS broken,
        sum(second_failures) AS second
      FROM fact WHERE %s GROUP BY property ORDER BY second DESC, broken DESC LIMIT 40"""),

  /** How fair guests found it, against what they were given. */
  FAIRNESS(
      Picture.FAIR,
      "given,answers,outcome,procedure,courtesy,score",
      """
      SELECT CASE WHEN given = 0 THEN 0 WHEN given * 2 < night THEN 1 WHEN given < night THEN 2 ELSE 3 END AS bucket,
        count(*) AS answers, round(avg(outcome), 2) AS outcome, round(avg(procedure), 2) AS procedure,
        round(avg(courtesy), 2) AS courtesy, round(avg(score), 2) AS score
      FROM fact WHERE %s AND score IS NOT NULL GROUP BY 1 ORDER BY 1"""),

  /** Guests who may not come back, by band and hotel of their last case. */
  AT_RISK(
      Picture.SHARE,
      "property,guests,band",
      """
      SELECT f.property, count(DISTINCT f.guest_id) AS guests, r.band
      FROM risk r JOIN fact f ON f.guest_id = r.guest_id
      WHERE r.band IN ('ELEVATED', 'HIGH', 'GONE') AND %s GROUP BY f.property, r.band ORDER BY guests DESC LIMIT 60""");

  /** How it is drawn. */
  enum Picture {
    /** Each row is parts of a whole. */
    PARTS,
    /** Each row is a share of the sum of the second column. */
    SHARE,
    /** Each row is three marks out of five. */
    FAIR
  }

  private final Picture picture;
  private final String columns;
  private final String sql;

  Report(Picture picture, String columns, String sql) {
    this.picture = picture;
    this.columns = columns;
    this.sql = sql;
  }

  Picture picture() {
    return picture;
  }

  List<String> columns() {
    return List.of(columns.split(",", -1));
  }

  String sql(String conditions) {
    return sql.formatted(conditions);
  }

  /** How often the conditions stand in it. */
  int conditions() {
    return sql.split("%(1\\$)?s", -1).length - 1;
  }

  /** As an address has it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Report> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
