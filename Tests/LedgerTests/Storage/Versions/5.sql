PRAGMA application_id = 1128877638;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
CREATE TABLE judging (
  id INTEGER PRIMARY KEY,
  contents TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE formerLine (
  line INTEGER NOT NULL REFERENCES line ON DELETE CASCADE,
  until REAL NOT NULL,
  json TEXT NOT NULL
) STRICT;
CREATE INDEX formerLineByLine ON formerLine(line);
CREATE TABLE event (
  line INTEGER NOT NULL REFERENCES line ON DELETE CASCADE,
  id TEXT NOT NULL,
  json TEXT NOT NULL, sequence INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (line, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE attempt (
  key INTEGER PRIMARY KEY,
  line INTEGER NOT NULL REFERENCES line ON DELETE CASCADE,
  id TEXT NOT NULL,
  savedAt REAL NOT NULL,
  json TEXT NOT NULL
) STRICT;
CREATE INDEX attemptByLine ON attempt(line, id);
CREATE INDEX attemptByID ON attempt(id);
CREATE TABLE snapshot (
  key INTEGER PRIMARY KEY,
  readAt REAL NOT NULL,
  json TEXT NOT NULL
) STRICT;
CREATE INDEX snapshotByReadAt ON snapshot(readAt);
CREATE TABLE snapshotSubject (
  number TEXT NOT NULL,
  readAt REAL NOT NULL,
  snapshot INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE,
  inUse INTEGER NOT NULL,
  PRIMARY KEY (number, readAt, snapshot)
) STRICT, WITHOUT ROWID;
CREATE INDEX snapshotSubjectBySnapshot ON snapshotSubject(snapshot);
CREATE TABLE "line" (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  iccid TEXT,
  json TEXT NOT NULL,
  addedAt REAL NOT NULL,
  dueOn TEXT,
  recheckAt REAL,
  judgedAt REAL,
  judging INTEGER REFERENCES judging
, lostOn TEXT) STRICT;
CREATE INDEX lineByName ON line(name, id);
CREATE INDEX lineByICCID ON line(iccid);
CREATE INDEX lineByDue ON line(dueOn);
CREATE INDEX lineByJudging ON line(judging, recheckAt, judgedAt);
CREATE INDEX lineByJudgedAt ON line(judgedAt);
CREATE TABLE reference (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  line INTEGER NOT NULL REFERENCES line ON DELETE CASCADE,
  PRIMARY KEY (kind, value, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX referenceByLine ON reference(line);
CREATE INDEX eventBySequence ON event(line, sequence);
CREATE TABLE waiting (
  eid TEXT NOT NULL,
  number INTEGER NOT NULL,
  firstSeen REAL NOT NULL,
  lastSeen REAL NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (eid, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE "notice" (
  key INTEGER PRIMARY KEY,
  line INTEGER REFERENCES line ON DELETE CASCADE,
  eid TEXT,
  duty TEXT NOT NULL,
  clock TEXT NOT NULL,
  due TEXT NOT NULL,
  threshold INTEGER NOT NULL,
  channel TEXT NOT NULL,
  intendedAt REAL NOT NULL,
  sentAt REAL
) STRICT;
CREATE UNIQUE INDEX noticeOnce ON notice(
  coalesce(line, 0), coalesce(eid, ''), duty, clock, due, channel, threshold);
CREATE INDEX noticeByLine ON notice(line);
CREATE TABLE hush (
  line INTEGER PRIMARY KEY REFERENCES line ON DELETE CASCADE,
  until REAL
) STRICT;
CREATE TABLE delivery (
  channel TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  retryAt REAL,
  sentAt REAL
) STRICT, WITHOUT ROWID;
CREATE INDEX lineByLoss ON line(lostOn) WHERE lostOn IS NOT NULL;
INSERT INTO "grdb_migrations" VALUES ('1');
INSERT INTO "grdb_migrations" VALUES ('2');
INSERT INTO "grdb_migrations" VALUES ('3');
INSERT INTO "grdb_migrations" VALUES ('4');
INSERT INTO "grdb_migrations" VALUES ('5');
INSERT INTO "judging" VALUES (1, 'of that version');
INSERT INTO "formerLine" VALUES (1, 1767225600.0, '{"clocks":[{"anchor":["purchase"],"auto":"none","boundary":"endOfDay","firstDayCounts":false,"id":"pack","once":false,"period":{"n":30,"unit":"day"},"qualifying":[],"renewFrom":"event","subject":"pack","tiers":[]}],"formerCards":[],"iccid":"8985200000000000001","id":"8985200000000000001","name":"Hongkong 香港","numbers":[],"rule":"3hk","tags":[],"thresholds":[{"days":30,"severity":"warning"},{"days":7,"severity":"critical"}]}');
INSERT INTO "event" VALUES (1, 'again', '{"amount":{"amount":"100","currency":"HKD"},"id":"again","kind":"topUp","on":"2026-02-01","recordedAt":"2026-01-01T00:00:00Z"}', 3);
INSERT INTO "event" VALUES (1, 'topUp 2026-02-01', '{"amount":{"amount":"100","currency":"HKD"},"id":"topUp 2026-02-01","kind":"topUp","on":"2026-02-01","recordedAt":"2026-01-01T00:00:00Z"}', 1);
INSERT INTO "event" VALUES (1, 'undo', '{"id":"undo","kind":"undo","note":"it''s wrong","on":"2026-01-01T00:00:00Z","recordedAt":"2026-01-01T00:00:00Z","undoes":"topUp 2026-02-01"}', 2);
INSERT INTO "attempt" VALUES (1, 1, 'attempt', 1772366400.0, '{"id":"attempt","line":"8985200000000000001","patience":3,"phase":"planned","plannedAt":"2026-01-01T00:00:00Z"}');
INSERT INTO "attempt" VALUES (2, 1, 'attempt', 1772366400.0, '{"id":"attempt","line":"8985200000000000001","patience":3,"phase":"submitted","plannedAt":"2026-01-01T00:00:00Z","submittedAt":"2026-01-01T00:00:00Z"}');
INSERT INTO "snapshot" VALUES (1, 1767225600.0, '{"atr":"3B00","cost":{"apdus":0,"bytesReceived":0,"bytesSent":0,"milliseconds":0},"euiccs":[],"files":[],"iccid":"8985200000000000001","kind":"usim","protocol":"T=0","readAt":"2026-01-01T00:00:00Z","reader":{"index":0,"name":"Made"},"registration":{"eps":{"area":"unused","hasIdentity":false,"isBlank":false,"isDeleted":false,"isFactoryShaped":false,"plmn":"23410","status":"roamingNotAllowed"},"forbiddenPLMNs":[],"homePLMNs":["23410"]},"warnings":[]}');
INSERT INTO "snapshotSubject" VALUES ('8985200000000000001', 1767225600.0, 1, 1);
INSERT INTO "line" VALUES (1, '8985200000000000001', 'hongkong 香港', '8985200000000000001', '{"clocks":[{"anchor":["purchase"],"auto":"none","boundary":"endOfDay","firstDayCounts":false,"id":"pack","once":false,"period":{"n":30,"unit":"day"},"qualifying":[],"renewFrom":"event","subject":"pack","tiers":[]}],"formerCards":[],"iccid":"8985200000000000001","id":"8985200000000000001","lowBalance":{"amount":"20","currency":"HKD"},"name":"Hongkong 香港","numbers":[],"rule":"3hk","tags":[],"thresholds":[{"days":30,"severity":"warning"},{"days":7,"severity":"critical"}]}', 1767225600.0, '2026-04-29', 1777737600.0, 1772366400.0, 1, NULL);
INSERT INTO "notice" VALUES (1, 1, NULL, 'renew', 'number', '2026-07-31', 30, 'mail', 1772366400.0, 1772366400.0);
INSERT INTO "hush" VALUES (1, 1767225600.0);
INSERT INTO "delivery" VALUES ('mail', 0, NULL, 1772366400.0);
