package io.amends.desk.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the chain learns from its cases. Each is one query over the facts, of the reader's hotels
 * and a span of time; {@code %s} stands where these are put.
 */
enum Report {
  /** Of each promise made: kept, broken or still running, by clock and week. */
  PROMISES(
      Picture.PARTS,
      "week,clock,kept,broken,running",
      """
      SELECT week, clock, sum(promised) - sum(broken) - sum(running) AS kept, sum(broken) AS broken, sum(running) AS running
      FROM (
        SELECT (opened / 86400000 + 3) / 7 AS week, 'ACKNOWLEDGE' AS clock,
          count(promised_ACKNOWLEDGE) AS promised, count(broken_ACKNOWLEDGE) AS broken,
          count(CASE WHEN promised_ACKNOWLEDGE = 1 AND coalesce(broken_ACKNOWLEDGE, acknowledged, closed) IS NULL THEN 1 END) AS running
        FROM fact WHERE %1$s GROUP BY 1
        UNION ALL SELECT (opened / 86400000 + 3) / 7, 'APOLOGISE', count(promised_APOLOGISE), count(broken_APOLOGISE),
          count(CASE WHEN promised_APOLOGISE = 1 AND coalesce(broken_APOLOGISE, apologised, closed) IS NULL THEN 1 END)
        FROM fact WHERE %1$s GROUP BY 1
        UNION ALL SELECT (opened / 86400000 + 3) / 7, 'FIX', count(promised_FIX), count(broken_FIX),
          count(CASE WHEN promised_FIX = 1 AND coalesce(broken_FIX, fixed, closed) IS NULL THEN 1 END)
        FROM fact WHERE %1$s GROUP BY 1)
      GROUP BY week, clock ORDER BY week DESC, clock LIMIT 78"""),

  /**
   * What share ended in which tier, and what was given there, in nights: beside the rule of the
   * texts, what it really cost this chain, as a multiple of what it costs on the spot.
   */
  TIERS(
      Picture.SHARE,
      "tier,cases,share,rule,ratio,nights,exposure",
      """
      WITH t AS (
        SELECT tier, count(*) AS n, avg(CAST(given AS REAL) / night) AS nights,
          avg(CAST(exposure AS REAL) / night) AS exposure
        FROM fact WHERE %s AND tier IS NOT NULL GROUP BY tier)
      SELECT tier, n, round(100.0 * n / sum(n) OVER (), 1),
        CASE tier WHEN 'ON_THE_SPOT' THEN 1 WHEN 'NEXT_DAY' THEN 10 WHEN 'LATER' THEN 100 END,
        round(nights / nullif((SELECT nights FROM t WHERE tier = 'ON_THE_SPOT'), 0), 1),
        round(nights, 3), round(exposure, 2)
      FROM t ORDER BY CASE tier WHEN 'ON_THE_SPOT' THEN 1 WHEN 'SAME_DAY' THEN 2 WHEN 'NEXT_DAY' THEN 3 ELSE 4 END"""),

  /** What goes wrong most, the few that make most of it first. */
  CAUSES(
      Picture.PARETO,
      "issue,cases,share,cumulative,broken",
      """
      WITH c AS (SELECT issue, count(*) AS n, count(CASE WHEN %2$s THEN 1 END) AS b FROM fact WHERE %1$s GROUP BY issue)
      SELECT issue, n, round(100.0 * n / sum(n) OVER (), 1),
        round(100.0 * sum(n) OVER (ORDER BY n DESC, issue) / sum(n) OVER (), 1), b
      FROM c ORDER BY n DESC, issue LIMIT 20"""),

  /** Where it goes wrong most, by hotel and department. */
  PLACES(
      Picture.PARETO,
      "property,department,cases,share,cumulative,broken",
      """
      WITH c AS (
        SELECT property, department, count(*) AS n, count(CASE WHEN %2$s THEN 1 END) AS b
        FROM fact WHERE %1$s GROUP BY property, department)
      SELECT property, department, n, round(100.0 * n / sum(n) OVER (), 1),
        round(100.0 * sum(n) OVER (ORDER BY n DESC, property, department) / sum(n) OVER (), 1), b
      FROM c ORDER BY n DESC, property, department LIMIT 40"""),

  /** Where standards exist and are not followed (gap 3), by hotel and department. */
  GAP3(
      Picture.SHARE,
      "property,department,cases",
      """
      SELECT property, department, count(*) AS cases FROM fact WHERE %s AND gap = 'GAP3'
      GROUP BY property, department ORDER BY cases DESC LIMIT 40"""),

  /** A second failure on top of the first, or a broken promise: over these guests leave. */
  SECOND_FAILURES(
      Picture.SHARE,
      "property,cases,broken,second",
      """
      SELECT property, count(*) AS cases,
        count(CASE WHEN %2$s THEN 1 END) AS broken,
        sum(second_failures) AS second
      FROM fact WHERE %1$s GROUP BY property ORDER BY second DESC, broken DESC LIMIT 40"""),

  /** How fair guests found it, against what they were given. */
  FAIRNESS(
      Picture.FAIR,
      "given,answers,outcome,procedure,courtesy,score",
      """
      SELECT CASE WHEN given = 0 THEN 0 WHEN given * 2 < night THEN 1 WHEN given < night THEN 2 ELSE 3 END AS bucket,
        count(*) AS answers, round(avg(outcome), 2) AS outcome, round(avg(procedure), 2) AS procedure,
        round(avg(courtesy), 2) AS courtesy, round(avg(score), 2) AS score
      FROM fact WHERE %s AND score IS NOT NULL GROUP BY 1 ORDER BY 1"""),

  /** What was settled on the spot and what had to be asked, by the role that wished to give. */
  GRANTS(
      Picture.PARTS,
      "role,wishes,alone,share,approved,declined,waiting,median",
      """
      WITH g AS (
        SELECT role, how, (decided - asked) / 60000.0 AS minutes,
          row_number() OVER (PARTITION BY role, how ORDER BY decided - asked) AS place,
          count(*) OVER (PARTITION BY role, how) AS n
        FROM gift JOIN fact ON fact.case_id = gift.case_id WHERE %s)
      SELECT role, count(*), count(CASE WHEN how = 'ALONE' THEN 1 END) AS alone,
        round(100.0 * count(CASE WHEN how = 'ALONE' THEN 1 END) / count(*), 1),
        count(CASE WHEN how = 'APPROVED' THEN 1 END), count(CASE WHEN how = 'DECLINED' THEN 1 END),
        count(*) - count(how),
        round(avg(CASE WHEN how = 'APPROVED' AND place IN ((n + 1) / 2, (n + 2) / 2) THEN minutes END))
      FROM g GROUP BY role ORDER BY count(*) DESC"""),

  /** What goes wrong in which hotel: the darker, the more often. */
  HEAT(
      Picture.HEAT,
      "issue,property,cases",
      """
      SELECT issue, property, count(*) AS cases FROM fact WHERE %1$s
      AND issue IN (SELECT issue FROM fact WHERE %1$s GROUP BY issue ORDER BY count(*) DESC, issue LIMIT 15)
      AND property IN (SELECT property FROM fact WHERE %1$s GROUP BY property ORDER BY count(*) DESC, property LIMIT 10)
      GROUP BY issue, property ORDER BY sum(count(*)) OVER (PARTITION BY issue) DESC, issue, cases DESC, property"""),

  /** Guests who may not come back, by hotel and band. */
  AT_RISK(
      Picture.STACK,
      "property,guests,elevated,high,gone",
      """
      SELECT f.property, count(DISTINCT f.guest_id) AS guests,
        count(DISTINCT CASE WHEN r.band = 'ELEVATED' THEN f.guest_id END),
        count(DISTINCT CASE WHEN r.band = 'HIGH' THEN f.guest_id END),
        count(DISTINCT CASE WHEN r.band = 'GONE' THEN f.guest_id END)
      FROM risk r JOIN fact f ON f.guest_id = r.guest_id
      WHERE r.band IN ('ELEVATED', 'HIGH', 'GONE') AND %s GROUP BY f.property ORDER BY guests DESC, f.property LIMIT 40"""),

  /**
   * What offers bring in: of the guests whom a programme may write to, how many booked afterwards,
   * beside those who are kept from it for comparison. The lift is in points of a hundred.
   */
  OFFERS(
      Picture.LIFT,
      "programme,shown,came,control,without,lift",
      """
      WITH e AS (
        SELECT programme, arm, EXISTS (SELECT 1 FROM booking b WHERE b.guest_id = x.guest_id AND b.at > x.opened) AS came
        FROM (SELECT guest_id, programme, arm, property, at AS opened, 0 AS sensitive,
          NULL AS department, NULL AS issue, NULL AS gap, NULL AS tier FROM exposure) x WHERE %s)
      SELECT programme, count(CASE WHEN arm = 'SHOWN' THEN 1 END) AS shown,
        round(100.0 * avg(CASE WHEN arm = 'SHOWN' THEN came END), 1) AS came,
        count(CASE WHEN arm = 'CONTROL' THEN 1 END) AS control,
        round(100.0 * avg(CASE WHEN arm = 'CONTROL' THEN came END), 1) AS without,
        round(100.0 * (avg(CASE WHEN arm = 'SHOWN' THEN came END) - avg(CASE WHEN arm = 'CONTROL' THEN came END)), 1)
      FROM e GROUP BY programme ORDER BY shown DESC, programme LIMIT 40"""),

  /** The cases themselves, the newest first: where every other report leads in the end. */
  CASES(
      Picture.NONE,
      "opened,property,issue,department,tier,minutes,case",
      """
      SELECT opened, property, issue, department, tier, minutes, case_id FROM fact
      WHERE %s ORDER BY opened DESC LIMIT 60""");

  /** How it is drawn. */
  enum Picture {
    /** Each row is parts of a whole. */
    PARTS,
    /** Each row is a share of the largest. */
    SHARE,
    /** Each row is a share of the largest, and a mark says how much all so far make together. */
    PARETO,
    /** Each row is three marks out of five. */
    FAIR,
    /** Each row is a share of the largest, in parts by how bad it is. */
    STACK,
    /** Each row is a share, and a mark where it would be without. */
    LIFT,
    /** Each cell is a colour. */
    HEAT,
    NONE
  }

  private static final String BROKEN =
      "broken_ACKNOWLEDGE = 1 OR broken_APOLOGISE = 1 OR broken_FIX = 1";

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
    return sql.formatted(conditions, BROKEN);
  }

  /** How often the conditions stand in it. */
  int conditions() {
    return sql.split("%(1\\$)?s", -1).length - 1;
  }

  /** What a row of it leads to; empty where it leads no further. */
  Optional<Report> next() {
    return switch (this) {
      case CAUSES, SECOND_FAILURES -> Optional.of(PLACES);
      case PLACES, GAP3, TIERS, HEAT -> Optional.of(CASES);
      case PROMISES, FAIRNESS, GRANTS, AT_RISK, OFFERS, CASES -> Optional.empty();
    };
  }

  /** What more holds for what a row leads to, beside its own cells. */
  Map<String, String> alsoHolds() {
    return this == GAP3 ? Map.of("gap", "GAP3") : Map.of();
  }

  /** Whether it is chosen by itself; the others are led to. */
  boolean isTab() {
    return this != CASES;
  }

  /** As an address has it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Report> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
