-- The desk's view of the topics. Change anything here or in what fills it, and raise View.FORMAT:
-- a view of another format is dropped and built again from zero.
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE position (topic TEXT, part INTEGER, next INTEGER NOT NULL, PRIMARY KEY (topic, part)) WITHOUT ROWID;

CREATE TABLE sheet (
  case_id TEXT PRIMARY KEY, guest_id TEXT NOT NULL, property TEXT NOT NULL, room TEXT,
  open INTEGER NOT NULL, sensitive INTEGER NOT NULL, in_public INTEGER NOT NULL,
  severity TEXT NOT NULL, department TEXT NOT NULL, issue TEXT NOT NULL, tier TEXT NOT NULL, owner TEXT NOT NULL,
  detected INTEGER NOT NULL, departure INTEGER, next_due INTEGER, waiting INTEGER NOT NULL, version INTEGER NOT NULL, text_id TEXT, body BLOB NOT NULL);
CREATE INDEX sheet_open ON sheet (property, open, next_due);
CREATE INDEX sheet_waiting ON sheet (waiting) WHERE waiting > 0;
CREATE INDEX sheet_guest ON sheet (guest_id);
CREATE INDEX sheet_room ON sheet (property, room);

-- By the case, then by who tells it (0: recovery, 1: notification), then in the order told.
CREATE TABLE line (
  case_id TEXT, teller INTEGER, number INTEGER, at INTEGER NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (case_id, teller, number)) WITHOUT ROWID;
CREATE INDEX line_age ON line (at);

-- The compensation ledger, line by line, as it was written.
CREATE TABLE ledger (
  case_id TEXT, number INTEGER, at INTEGER NOT NULL, kind TEXT NOT NULL, book TEXT NOT NULL, remedy INTEGER NOT NULL,
  account TEXT NOT NULL, nights TEXT NOT NULL, minor INTEGER NOT NULL, currency TEXT NOT NULL,
  asked TEXT NOT NULL, by TEXT NOT NULL, policy TEXT NOT NULL,
  PRIMARY KEY (case_id, number)) WITHOUT ROWID;
CREATE INDEX ledger_age ON ledger (at);

-- What reports count: one narrow row per case, from its events, for as long as these are kept.
CREATE TABLE fact (
  case_id TEXT PRIMARY KEY, guest_id TEXT, seen INTEGER NOT NULL DEFAULT 0,
  property TEXT, department TEXT, issue TEXT, severity TEXT, origin TEXT, sensitive INTEGER,
  opened INTEGER, closed INTEGER, acknowledged INTEGER, apologised INTEGER, fixed INTEGER,
  promised_ACKNOWLEDGE INTEGER, promised_APOLOGISE INTEGER, promised_FIX INTEGER,
  broken_ACKNOWLEDGE INTEGER, broken_APOLOGISE INTEGER, broken_FIX INTEGER, broken_CHECK_BACK INTEGER,
  tier TEXT, exposure INTEGER, minutes INTEGER, night INTEGER, currency TEXT, given INTEGER NOT NULL DEFAULT 0,
  gap TEXT, cause TEXT, held_by TEXT, second_failures INTEGER NOT NULL DEFAULT 0, more_money INTEGER, apology_by TEXT,
  outcome INTEGER, procedure INTEGER, courtesy INTEGER, score INTEGER) WITHOUT ROWID;

-- What a guest has written about a case later on: in a survey, or in answer to a letter.
CREATE TABLE said (
  case_id TEXT, text_id TEXT, guest_id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (case_id, text_id)) WITHOUT ROWID;
CREATE INDEX said_guest ON said (guest_id);

-- What was wished to be given: how it was decided is null as long as somebody is waited for.
CREATE TABLE gift (
  case_id TEXT, number INTEGER, role TEXT NOT NULL, asked INTEGER NOT NULL, decided INTEGER, how TEXT,
  PRIMARY KEY (case_id, number)) WITHOUT ROWID;

-- What waiting costs in an open case, by the scorer: points of risk, and money in its currency.
CREATE TABLE waiting (case_id TEXT PRIMARY KEY, guest_id TEXT NOT NULL, points REAL NOT NULL, cost INTEGER, currency TEXT) WITHOUT ROWID;
CREATE INDEX waiting_guest ON waiting (guest_id);

CREATE TABLE risk (
  guest_id TEXT PRIMARY KEY, band TEXT NOT NULL, no_stay REAL NOT NULL, expected REAL NOT NULL,
  at_risk INTEGER, currency TEXT, reasons BLOB NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX risk_band ON risk (band);
CREATE TABLE guest (guest_id TEXT PRIMARY KEY, tier TEXT, locale TEXT, country TEXT, member_since TEXT) WITHOUT ROWID;
CREATE TABLE stay (
  guest_id TEXT, stay_id TEXT, property TEXT, room TEXT, arrival TEXT, departure INTEGER, state TEXT,
  PRIMARY KEY (guest_id, stay_id)) WITHOUT ROWID;
CREATE INDEX stay_arrival ON stay (property, arrival);

-- Who looked at what is personal. The reason is closed with the view's key; its blind mark tells one from another.
CREATE TABLE seen (
  event TEXT PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, roles TEXT NOT NULL, guest_id TEXT NOT NULL,
  case_id TEXT, occasion TEXT NOT NULL, reason BLOB, reason_mark INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX seen_age ON seen (at);

-- What a reading of the guest's words suggests, where nobody said what it is about.
CREATE TABLE suggestion (case_id TEXT PRIMARY KEY, issue TEXT NOT NULL, confidence REAL NOT NULL, because TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX suggestion_age ON suggestion (at);

-- On which side of a programme a guest is, and when guests booked: what offers bring in.
CREATE TABLE exposure (guest_id TEXT, programme TEXT, arm TEXT NOT NULL, property TEXT, at INTEGER NOT NULL, PRIMARY KEY (guest_id, programme)) WITHOUT ROWID;
CREATE TABLE booking (guest_id TEXT, at INTEGER, PRIMARY KEY (guest_id, at)) WITHOUT ROWID;
CREATE INDEX booking_age ON booking (at);

CREATE TABLE property (property TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
-- Closed with the view's key: who works where, who the guests are, what they wrote.
CREATE TABLE roster (property TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE person (guest_id TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE words (guest_id TEXT, text_id TEXT, sealed BLOB NOT NULL, PRIMARY KEY (guest_id, text_id)) WITHOUT ROWID;
CREATE TABLE mark (mark INTEGER, guest_id TEXT, text_id TEXT, PRIMARY KEY (mark, guest_id, text_id)) WITHOUT ROWID;
CREATE INDEX mark_owner ON mark (guest_id, text_id);
